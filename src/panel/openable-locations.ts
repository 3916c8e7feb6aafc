import type { SourceLocation } from '../base/source-location.ts';
import type { FromPage } from '../pages/panel/contract.ts';
import type { Reference } from '../timeline/reference.ts';
import type { CheckReplay } from './check-replay/check-replay.ts';
import type { PanelHost } from './panel-host.ts';
import type { PanelSource } from './panel-source.ts';
import { sourceFile } from './source-file.ts';
import type { Looking } from './views/showing.ts';

export type OpenMessage = Extract<
  FromPage,
  { type: 'openCode' | 'openProblem' | 'openTold' | 'openStuck' | 'openRow' }
>;

export interface LookedAt {
  readonly reference: Reference;
  readonly source: PanelSource;
  readonly check: CheckReplay | undefined;
  readonly looking: Looking;
}

/** Opens what a page asked for, in the code that is looked at: that of a branch is not what the learner has open. */
export function openAsked(message: OpenMessage, host: PanelHost, lookedAt: LookedAt): void {
  const { reference, check } = lookedAt;
  const elsewhere = check?.checked.openLocation;
  if (message.type === 'openCode' && elsewhere === undefined) return host.openCode();
  const start = { file: sourceFile(reference.code.module), line: 1, column: 1 };
  const location = message.type === 'openCode' ? start : locationAsked(message, lookedAt);
  if (location === undefined) return;
  if (elsewhere === undefined) host.openLocation(location);
  else elsewhere(location);
}

/** One of the lines that the host itself has shown; undefined for any other. */
function locationAsked(
  message: Exclude<OpenMessage, { type: 'openCode' }>,
  { source, check, looking }: LookedAt,
): SourceLocation | undefined {
  switch (message.type) {
    case 'openProblem':
      return source.problem?.location ?? undefined;
    case 'openTold':
      return check?.location;
    case 'openStuck':
      return stuckLocation(source, looking);
    case 'openRow': {
      const entry = source.entry(message.row - 1);
      return entry?.kind === 'refused' ? entry.failure.location : entry && stuckLocation(source, looking);
    }
  }
}

function stuckLocation(source: PanelSource, { cursor, foldedBy }: Looking): SourceLocation | undefined {
  return source.stateAt(cursor.stops, foldedBy).stuck?.failure.location;
}
