import type { WithoutRows } from '../connected-page.ts';
import type { Navigator } from '../navigator.ts';
import type { PanelAggregate } from '../panel-aggregate.ts';
import type { Availability } from '../panel-input.ts';
import type { Prediction } from '../prediction.ts';
import { otherFuture } from './other-future.ts';
import { type Looking, showingOf } from './showing.ts';

export interface Shown {
  readonly aggregate: PanelAggregate;
  readonly availability: Availability;
  readonly navigator: Navigator;
  readonly looking: Looking;
  readonly prediction: Prediction;
}

/** Everything there is to see, but for the rows. */
export function snapshotOf({ aggregate, availability, navigator, looking, prediction }: Shown): WithoutRows {
  const { one, promise } = aggregate.reference.words;
  if (availability === 'nothingYet') return { kind: 'nothingYet', title: `Your ${one} will be here`, promise };
  if (availability === 'untrusted') return { kind: 'untrusted' };
  const { current, choices, left, check, opened } = navigator;
  if (current.phase.kind !== 'showing') return current.phase;
  return {
    ...showingOf(aggregate, current, looking),
    choices,
    otherFuture: otherFuture(aggregate, left, looking.options),
    prediction: prediction.view,
    check,
    comparison: opened?.comparison ?? null,
  };
}
