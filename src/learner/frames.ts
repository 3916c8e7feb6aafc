import type { Frame, Thrown } from './protocol.ts';
import { fileAtAddress } from './resolve.ts';
import { type RawThrown, scheme } from './wire.ts';

export type ToOriginal = (frame: Frame) => Frame;

/** Puts the frames of the learner's own files in place of the stack's text. */
export function withFrames({ name, message, isError, stack }: RawThrown, toOriginal: ToOriginal): Thrown {
  return { name, message, isError, frames: framesIn(stack, toOriginal) };
}

/** Innermost first. Only what the runtime wrote counts: a line of the message may look like a frame too. */
export function framesIn(stack: string, toOriginal: ToOriginal): Frame[] {
  return stack.split('\n').flatMap((line): Frame[] => {
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
