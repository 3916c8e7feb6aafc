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

/**
 * Where a module could not be compiled. The runtime has no frame for it; it writes the place above the message:
 * `learner:///src/a.ts:3`, the line's text, and a caret below its column.
 */
export function compiledAt(stack: string): Frame | undefined {
  const match = /^(learner:\/\/\/[^\s()]+):(\d+)\n.*\n( *)\^/.exec(stack);
  if (match === null) return undefined;
  const [, address = scheme, line, indent = ''] = match;
  const file = fileAtAddress(address);
  return file === undefined ? undefined : { file, line: Number(line), column: indent.length + 1 };
}
