import { isSamePlace, type Note, type Wall } from '../../src/storming/wall.ts';

/** The next wall with the very notes of the previous one wherever they are alike, so that only what changed is drawn again. */
export function keepSame(previous: Wall, next: Wall): Wall {
  const known = new Map(previous.notes.map((note) => [note.id, note]));
  const notes = next.notes.map((note) => {
    const before = known.get(note.id);
    return before !== undefined && isSameNote(before, note) ? before : note;
  });
  return { notes, connections: next.connections };
}

function isSameNote(one: Note, other: Note): boolean {
  return one.kind === other.kind && one.text === other.text && isSamePlace(one, other);
}
