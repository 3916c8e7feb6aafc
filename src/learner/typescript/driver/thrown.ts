import type { SourceLocation } from '../../../base/source-location.ts';
import type { Thrown, ThrownOrigin } from '../../protocol.ts';
import { readStack, type Stack } from './frames.ts';
import { isError } from './members.ts';
import { classNameOf } from './names.ts';
import {
  bare,
  bareList,
  construct,
  ErrorOf,
  found,
  getFrom,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  indexIn,
  slice,
  sourceOf,
  symbolText,
} from './primordials.ts';

/** The learner's own code, as far as it is needed to know whose an error is. */
export interface LearnerSources {
  /** Whether a text stands in any of the modules. */
  contain(text: string): boolean;
  /** What runs as a file of the learner's; undefined where there is none. */
  codeOf(file: string): string | undefined;
}

/** Describes whatever was thrown, without throwing itself: even asking a proxy for its class may throw. */
export type DescribeThrown = (thrown: unknown) => Thrown;

export function createThrownDescriber(sources: LearnerSources): DescribeThrown {
  return (thrown) => {
    try {
      return describe(thrown, sources);
    } catch {
      return noError(typeof thrown, 'It cannot be looked at.');
    }
  };
}

function describe(thrown: unknown, sources: LearnerSources): Thrown {
  if (!isObject(thrown) || !isError(thrown)) return noError(typeof thrown, messageOfThrown(thrown));
  const stack = readStack(textAt(thrown, 'stack') ?? '');
  const name = errorName(thrown);
  const isMade = isMadeByLearner(thrown, stack, sources);
  const origin = originOf(thrown, isMade, sources);
  return bare({
    name,
    message: messageOfThrown(thrown),
    isError: true,
    origin,
    deliberate: isMade || origin === 'learner',
    frames: stack.frames,
  });
}

/** No runtime throws what is no error: somebody meant to. */
function noError(name: string, message: string): Thrown {
  return bare({ name, message, isError: false, origin: 'language', deliberate: true, frames: bareList() });
}

/**
 * The learner's is a class whose text stands in their modules, as well as a plain error that they made and gave a name.
 * A class whose text stands nowhere in them is a package's, unless it is the runtime's own.
 */
function originOf(thrown: object, isMade: boolean, sources: LearnerSources): ThrownOrigin {
  const prototype = getPrototypeOf(thrown);
  const madeBy: unknown = prototype === null ? undefined : getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  if (typeof madeBy !== 'function' || prototype === null) return 'language';
  if (prototype === domPrototype || textAt(thrown, 'code') === 'ERR_ASSERTION' || isNative(madeBy)) {
    return isMade && errorName(thrown) !== classNameOf(thrown) ? 'learner' : 'language';
  }
  return sources.contain(sourceOf(madeBy)) ? 'learner' : 'package';
}

const domPrototype: object = DOMException.prototype;

function isNative(fn: object): boolean {
  return typeof fn === 'function' && indexIn(sourceOf(fn), '[native code]') >= 0;
}

const making = /^(?:new\s+)?((?:[\w$]+\s*\.\s*)*)([\w$]+)\s*\(/;

/**
 * Whether the learner's code itself made an error of a class that isn't theirs: the innermost frame is where it is made,
 * and there its class is called by its name. What the runtime finds wrong has its frame at what was wrong instead.
 * A class under another name (`const Refusal = Error`) isn't seen, nor is an error that had its stack written anew.
 */
function isMadeByLearner(thrown: object, { frames, begins }: Stack, { codeOf }: LearnerSources): boolean {
  const frame = frames[0];
  const code = begins && frame !== undefined ? codeOf(frame.file) : undefined;
  if (code === undefined || frame === undefined) return false;
  const match = found(making, slice(restOfLine(code, frame.line), frame.column - 1));
  return match !== null && match[2] === classNameOf(thrown);
}

/** From the beginning of a line on, and some of what follows: a call may go on in the next one. */
function restOfLine(code: string, line: number): string {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = indexIn(code, '\n', start);
    if (end < 0) return '';
    start = end + 1;
  }
  return slice(code, start, start + 2_000);
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

/** Where the learner's code is now. */
export function framesHere(): readonly SourceLocation[] {
  return readStack(textAt(construct(ErrorOf, bareList()), 'stack') ?? '').frames;
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
