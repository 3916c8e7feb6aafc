import type { OtherFuture } from '../../pages/panel/timeline.ts';
import type { LeftFuture } from '../navigator.ts';
import type { Options, PanelAggregate } from '../panel-aggregate.ts';
import { revisionAt, rowAt, stateBefore } from './showing.ts';

const mostRows = 40;

/** The history that was left at a fork, from where the two differ. */
export function otherFuture(
  aggregate: PanelAggregate,
  left: LeftFuture | undefined,
  options: Options,
): OtherFuture | null {
  if (left === undefined) return null;
  const { source, shared } = left;
  const from = Math.max(shared, source.length - mostRows);
  const rows = Array.from({ length: source.length - from }, (_, nth) =>
    rowAt(aggregate, source, from + nth + 1, 'own'),
  );
  const { picture, pictureFrom } = source.stateAt(source.length, 'own');
  const before = stateBefore(source, source.length, 'own').picture;
  const { pictures } = aggregate;
  return {
    is: left.is,
    title: source.subject.title,
    // The next one after what both have.
    differsFrom: String(BigInt(revisionAt(source, shared) ?? -1) + 1n),
    rows,
    picture: pictures.view({ picture, from: pictureFrom, before, now: picture, options }),
    outcome: pictures.outlook(picture).outcome ?? null,
  };
}
