import type { Row } from './contract.ts';

/**
 * A step as a screen reader says it: “revision 5, MoveMade, two → D; next: one”. The arrow is
 * spelled out, for readers differ in what they make of one.
 */
export function announce(row: Row, nextPlayer: string | null, result: string | null): string {
  return `${happened(row)}${outlook(nextPlayer, result)}`;
}

function happened(row: Row): string {
  switch (row.kind) {
    case 'before':
      return 'Before anything happened';
    case 'event':
      return `Revision ${row.revision}, ${row.type}${row.summary === '' ? '' : `, ${spoken(row)}`}`;
    case 'refused':
      return `${row.command} was refused: ${row.message || row.name}; ${leftBehind[row.left]}`;
    case 'silent':
      if (row.stored !== null) return `${row.command} stored ${countText(row.stored)}`;
      return `${row.command} recorded nothing${row.changedState ? ', yet it changed the state' : ''}`;
  }
}

const leftBehind = {
  nothing: 'nothing recorded',
  changedState: 'nothing recorded, yet it changed the state',
  recorded: 'yet it recorded an event',
};

function countText(events: number): string {
  return events === 0 ? 'nothing' : events === 1 ? '1 event' : `${events} events`;
}

function spoken({ summary }: { readonly summary: string }): string {
  return summary.replace(' → ', ' in column ');
}

function outlook(nextPlayer: string | null, result: string | null): string {
  if (result !== null) return `; result: ${result}`;
  return nextPlayer === null ? '' : `; next: ${nextPlayer}`;
}
