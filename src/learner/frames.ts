import type { Frame, Thrown } from './protocol.ts';
import { fileAtAddress } from './resolve.ts';
import { type RawThrown, scheme } from './wire.ts';

export type ToOriginal = (frame: Frame) => Frame;

/** Puts the frames of the learner's own files in place of the stack's text. */
export function withFrames({ name, message, isError, stack }: RawThrown, toOriginal: ToOriginal): Thrown {
  return { name, message, isError, frames: framesIn(stack, toOriginal) };
}

/** What the learner's code makes up as a stack must not keep the host busy. Characters, lines, characters. */
const longestStack = 50_000;
const mostLines = 100;
const longestLine = 1_000;

/** Innermost first. Only what the runtime wrote counts: a line of the message may look like a frame too. */
export function framesIn(stack: string, toOriginal: ToOriginal): Frame[] {
  const lines = stack.slice(0, longestStack).split('\n');
  return lines.slice(0, mostLines).flatMap((line): Frame[] => {
    if (line.length > longestLine) return [];
    const match = /^\s+at (?:(.*?) \()?(?:async )?(learner:\/\/\/[^\s()]+):(\d+):(\d+)\)?$/.exec(line);
    if (match === null) return [];
    const [, called, address = scheme, atLine, atColumn] = match;
    const file = fileAtAddress(address);
    if (file === undefined) return [];
    const place = toOriginal({ file, line: Number(atLine), column: Number(atColumn) });
    const name = called?.replace(/^async /, '').replace(/ \[as .*\]$/, '');
    return [name === undefined || name === '' ? place : { ...place, function: name }];
  });
}
