import assert from 'node:assert/strict';
import { type Edit, edited } from '../../src/storming/edit.ts';
import { emptyWall, type Lane, type Note, type NoteKind, noteKinds, type Wall } from '../../src/storming/wall.ts';

export function note(id: string, kind: NoteKind, text: string, at = 0, lane: Lane = 'happened', row = 0): Note {
  return { id, kind, text, at, lane, row };
}

/** A wall as somebody would have it after a quarter of an hour. */
export const library: Wall = {
  notes: [
    note('who1', 'actor', 'Reader', 0, 'before'),
    note('ask1', 'command', 'Lend a book', 0, 'before', 1),
    note('not2', 'constraint', 'At most five books at once', 0, 'before', 2),
    note('evt1', 'event', 'Book lent', 0),
    note('agg1', 'aggregate', 'Loan', 1, 'before'),
    note('ask2', 'command', 'Return the book', 2, 'before'),
    note('evt2', 'event', 'Book returned', 2),
    note('hot1', 'hotSpot', 'And if it is lost?', 2, 'after'),
  ],
  connections: [
    { from: 'who1', to: 'ask1' },
    { from: 'ask1', to: 'evt1' },
    { from: 'not2', to: 'ask1' },
    { from: 'ask2', to: 'evt2' },
  ],
};

/** As many notes as a wall in a large room has, each event with its command. */
export function largeWall(count: number): Wall {
  const notes = Array.from({ length: count }, (_, at): Note => {
    const kind = noteKinds[at % noteKinds.length] ?? 'event';
    const moment = Math.floor(at / 6);
    const lane = kind === 'event' ? 'happened' : kind === 'hotSpot' ? 'after' : 'before';
    return note(
      `n${at.toString(36)}`,
      kind,
      `Something of some length, number ${at}`,
      moment,
      lane,
      Math.max(0, (at % 6) - 1) % 4,
    );
  });
  const connections = notes.slice(1).map(({ id }, at) => ({ from: notes[at]?.id ?? '', to: id }));
  return { notes, connections: connections.filter((_, at) => at % 2 === 0) };
}

/** What edits make of a wall, none of which may be refused. */
export function after(edits: readonly Edit[], wall: Wall = emptyWall): Wall {
  return edits.reduce((before, edit) => {
    const result = edited(before, edit);
    assert.ok(result.kind === 'edited', `${edit.kind} was refused`);
    return result.wall;
  }, wall);
}
