import type { RawThrown } from '../wire.ts';
import { isError } from './members.ts';
import { classNameOf } from './names.ts';
import { bare, getFrom, symbolText } from './primordials.ts';

/** Describes whatever was thrown, without throwing itself: even asking a proxy for its class may throw. */
export function describeThrown(thrown: unknown): RawThrown {
  try {
    return describe(thrown);
  } catch {
    return bare({ name: typeof thrown, message: 'It cannot be looked at.', isError: false, stack: '' });
  }
}

function describe(thrown: unknown): RawThrown {
  if (!isObject(thrown) || !isError(thrown)) {
    return bare({ name: typeof thrown, message: messageOfThrown(thrown), isError: false, stack: '' });
  }
  return bare({
    name: errorName(thrown),
    message: messageOfThrown(thrown),
    isError: true,
    stack: textAt(thrown, 'stack') ?? '',
  });
}

/** `class InvalidMoveError extends Error`, or an `Error` whose `name` was set. */
function errorName(thrown: object): string {
  const className = classNameOf(thrown);
  const own = textAt(thrown, 'name');
  return (className === '' || className === 'Error') && own !== undefined && own !== '' ? own : className || 'Error';
}

export function messageOfThrown(thrown: unknown): string {
  if (typeof thrown === 'symbol') return symbolText(thrown);
  if (!isObject(thrown)) return `${thrown}`;
  return textAt(thrown, 'message') ?? `[${classNameOf(thrown) || 'object'}]`;
}

function textAt(owner: object, name: string): string | undefined {
  try {
    const value: unknown = getFrom(owner, name);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
