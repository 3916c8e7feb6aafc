import type { Row } from '../../pages/panel/timeline.ts';
import type { Outlook } from '../panel-aggregate.ts';

/**
 * A step as a screen reader says it: “Revision 5, LineAdded, 2 of tea; next: Ada”. `spoken` is an event's summary
 * without the signs that readers differ in.
 */
export function announce(row: Row, spoken: string | undefined, { next, outcome }: Outlook): string {
  const outlook = outcome !== undefined ? `; result: ${outcome}` : next === undefined ? '' : `; next: ${next}`;
  return `${happened(row, spoken)}${outlook}`;
}

function happened(row: Row, spoken: string | undefined): string {
  switch (row.kind) {
    case 'start':
      return 'Start, no events';
    case 'event': {
      const summary = spoken ?? row.summary;
      return `Revision ${row.revision}, ${row.type}${summary === '' ? '' : `, ${summary}`}`;
    }
    case 'refused':
      return `${row.command} was refused: ${row.message || row.name}; ${leftBehind[row.left]}`;
    case 'silent':
      if (row.stored !== null) return `${row.command} stored ${countText(row.stored)}`;
      return `${row.command} recorded nothing${row.changedState ? ', but changed the state' : ''}`;
  }
}

const leftBehind = {
  nothing: 'nothing recorded',
  changedState: 'the state changed, but no event was recorded',
  recorded: 'but an event was recorded',
};

function countText(events: number): string {
  return events === 0 ? 'nothing' : events === 1 ? '1 event' : `${events} events`;
}
