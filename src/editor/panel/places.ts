import type { PageMessage } from '../../panel/contract.ts';
import type { Place } from '../../timeline/entry.ts';
import type { PanelSource } from './panel-source.ts';
import type { CheckVisit } from './scenario/check-visit.ts';
import type { Looking } from './showing.ts';

/** Where a `Game` is, when no line of it is meant. */
export const gamePlace: Place = { file: 'src/domain/game.ts', line: 1, column: 1 };

export interface Shown {
  readonly source: PanelSource;
  readonly visited: CheckVisit | undefined;
  readonly looking: Looking;
}

/** What a page asked to open. Only places that the host itself has shown can be opened. */
export function placeAsked(message: PageMessage, { source, visited, looking }: Shown): Place | 'game' | undefined {
  switch (message.type) {
    case 'openCode':
      return 'game';
    case 'openProblem':
      return source.problem?.place ?? undefined;
    case 'openTold':
      return visited?.place;
    case 'openStuck':
      return stuckPlace(source, looking);
    case 'openRow': {
      const entry = source.entry(message.row - 1);
      return entry?.kind === 'refused' ? entry.failure.place : entry && stuckPlace(source, looking);
    }
    default:
      return undefined;
  }
}

function stuckPlace(source: PanelSource, { cursor, foldedBy }: Looking): Place | undefined {
  return source.moment(cursor.stops, foldedBy).stuck?.failure.place;
}
