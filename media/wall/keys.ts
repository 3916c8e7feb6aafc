import type { Direction } from '../../src/storming/steps.ts';
import { type NoteKind, noteKinds } from '../../src/storming/wall.ts';

/** What somebody can do with the note that has the focus, or with the wall around it. */
export type Action =
  | { readonly do: 'go' | 'move'; readonly direction: Direction }
  | { readonly do: 'add'; readonly kind: NoteKind }
  | { readonly do: 'zoom'; readonly by: 1 | -1 | 0 }
  | { readonly do: PlainAction };

type PlainAction =
  | 'first'
  | 'last'
  | 'accept'
  | 'write'
  | 'connect'
  | 'turn'
  | 'makeRoom'
  | 'remove'
  | 'showInCode'
  | 'help'
  | 'cancel';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const plain: Readonly<Record<string, PlainAction>> = {
  Home: 'first',
  End: 'last',
  Enter: 'accept',
  F2: 'write',
  F12: 'showInCode',
  Delete: 'remove',
  Backspace: 'remove',
  Escape: 'cancel',
  c: 'connect',
  k: 'turn',
  i: 'makeRoom',
  '?': 'help',
};

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** What a key asks for; undefined for one that is the editor's. */
export function actionOf({ key, altKey, ctrlKey, metaKey }: Key): Action | undefined {
  if (ctrlKey || metaKey) return undefined;
  const direction = directions[key];
  if (direction !== undefined) return { do: altKey ? 'move' : 'go', direction };
  if (altKey) return undefined;
  const kind = /^[1-9]$/.test(key) ? noteKinds[Number(key) - 1] : undefined;
  if (kind !== undefined) return { do: 'add', kind };
  if (key === '+' || key === '=') return { do: 'zoom', by: 1 };
  if (key === '-') return { do: 'zoom', by: -1 };
  if (key === '0') return { do: 'zoom', by: 0 };
  const action = plain[key.length === 1 ? key.toLowerCase() : key];
  return action && { do: action };
}
