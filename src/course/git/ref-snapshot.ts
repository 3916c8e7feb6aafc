import type { RefMove } from './ref-moves.ts';
import type { Head } from './worktree-state.ts';

/** Where things were, and where the operation was to move branches. */
export interface RefSnapshot {
  readonly head: Head;
  readonly moves: readonly RefMove[];
}

/** Undefined when the text says something else. */
export function parseRefSnapshot(text: string): RefSnapshot | undefined {
  const value: unknown = JSON.parse(text);
  return isRefSnapshot(value) ? value : undefined;
}

function isRefSnapshot(value: unknown): value is RefSnapshot {
  return isObject(value) && isHead(value.head) && Array.isArray(value.moves) && value.moves.every(isMove);
}

function isHead(value: unknown): value is Head {
  if (!isObject(value)) return false;
  if (value.kind === 'detached') return typeof value.commit === 'string';
  return value.kind === 'branch' && typeof value.ref === 'string' && isTextOrNothing(value.commit);
}

function isMove(value: unknown): value is RefMove {
  if (!isObject(value)) return false;
  return typeof value.ref === 'string' && typeof value.after === 'string' && isTextOrNothing(value.before);
}

function isTextOrNothing(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
