import type { Edit } from '../../src/storming/edit.ts';
import { placeBeside } from '../../src/storming/steps.ts';
import {
  type Connection,
  isSameConnection,
  type Note,
  type NoteKind,
  noteKinds,
  type Wall,
} from '../../src/storming/wall.ts';
import type { Action } from './keys.ts';

/** What an action changes about a note; undefined for one that changes nothing, or for a move over an edge. */
export function editOf(wall: Wall, note: Note, action: Action): Edit | undefined {
  const { id } = note;
  switch (action.do) {
    case 'move': {
      const to = placeBeside(wall, note, action.direction);
      return to && { kind: 'move', id, to };
    }
    case 'turn':
      return { kind: 'turn', id, into: kindAfter(note.kind) };
    case 'makeRoom':
      return { kind: 'makeRoom', at: note.at };
    case 'remove':
      return { kind: 'remove', id };
    default:
      return undefined;
  }
}

/** The same connection once more takes it away. */
export function connectionEdit({ connections }: Wall, connection: Connection): Edit {
  const isThere = connections.some((each) => isSameConnection(each, connection));
  return { kind: isThere ? 'disconnect' : 'connect', connection };
}

function kindAfter(kind: NoteKind): NoteKind {
  return noteKinds[(noteKinds.indexOf(kind) + 1) % noteKinds.length] ?? kind;
}
