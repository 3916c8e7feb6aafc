import { assertNever } from '../base/errors.ts';
import {
  type Connection,
  isSameConnection,
  limits,
  type Note,
  type NoteKind,
  noteOf,
  type Place,
  type Wall,
} from './wall.ts';

/** One thing that somebody does to a wall. Each is one step back when it is undone. */
export type Edit =
  | { readonly kind: 'add'; readonly note: Note }
  | { readonly kind: 'write'; readonly id: string; readonly text: string }
  | { readonly kind: 'move'; readonly id: string; readonly to: Place }
  | { readonly kind: 'turn'; readonly id: string; readonly into: NoteKind }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'connect'; readonly connection: Connection }
  | { readonly kind: 'disconnect'; readonly connection: Connection }
  /** Everything from a moment on goes one later, so that something fits in before it. */
  | { readonly kind: 'makeRoom'; readonly at: number };

/** The wall afterwards, or a sentence that says why it stays as it was. */
export type Edited =
  | { readonly kind: 'edited'; readonly wall: Wall }
  | { readonly kind: 'refused'; readonly sentence: string };

/** What an edit makes of a wall. An edit of a note that is gone by now, deleted elsewhere, is refused. */
export function edited(wall: Wall, edit: Edit): Edited {
  switch (edit.kind) {
    case 'add':
      return add(wall, edit.note);
    case 'write':
      return change(wall, edit.id, { text: edit.text });
    case 'move':
      return change(wall, edit.id, { at: edit.to.at, lane: edit.to.lane, row: edit.to.row });
    case 'turn':
      return change(wall, edit.id, { kind: edit.into });
    case 'remove':
      return remove(wall, edit.id);
    case 'connect':
      return connect(wall, edit.connection);
    case 'disconnect':
      return done({ ...wall, connections: without(wall.connections, edit.connection) });
    case 'makeRoom':
      return makeRoom(wall, edit.at);
    default:
      return assertNever(edit);
  }
}

function add(wall: Wall, note: Note): Edited {
  if (wall.notes.length >= limits.notes) return refused(`A wall has room for ${limits.notes} notes.`);
  if (noteOf(wall, note.id) !== undefined) return refused(`There is a note “${note.id}” already. Add yours again.`);
  return done({ ...wall, notes: [...wall.notes, note] });
}

function change(wall: Wall, id: string, changes: Partial<Omit<Note, 'id'>>): Edited {
  if (noteOf(wall, id) === undefined) return gone;
  return done({ ...wall, notes: wall.notes.map((note) => (note.id === id ? { ...note, ...changes } : note)) });
}

function remove({ notes, connections }: Wall, id: string): Edited {
  return done({
    notes: notes.filter((note) => note.id !== id),
    connections: connections.filter(({ from, to }) => from !== id && to !== id),
  });
}

function connect(wall: Wall, connection: Connection): Edited {
  const { connections } = wall;
  if (connection.from === connection.to) return refused('A note can’t lead to itself.');
  if (noteOf(wall, connection.from) === undefined || noteOf(wall, connection.to) === undefined) return gone;
  if (connections.some((each) => isSameConnection(each, connection))) return done(wall);
  if (connections.length >= limits.connections) {
    return refused(`A wall has room for ${limits.connections} connections.`);
  }
  return done({ ...wall, connections: [...connections, connection] });
}

function makeRoom(wall: Wall, from: number): Edited {
  if (wall.notes.some(({ at }) => at >= limits.at)) return refused('The time line is at its end.');
  return done({ ...wall, notes: wall.notes.map((note) => (note.at >= from ? { ...note, at: note.at + 1 } : note)) });
}

function without(connections: readonly Connection[], connection: Connection): readonly Connection[] {
  return connections.filter((each) => !isSameConnection(each, connection));
}

function done(wall: Wall): Edited {
  return { kind: 'edited', wall };
}

function refused(sentence: string): Edited {
  return { kind: 'refused', sentence };
}

const gone = refused('That note is not there any longer.');
