import type { SourceLocation } from '../../../base/source-location.ts';
import { scheme } from '../wire.ts';
import { append, bare, bareList, decodeAddress, found, indexIn, isInteger, numberOf, slice } from './primordials.ts';

/** What the learner's code makes up as a stack must not keep anybody busy. Characters, lines, characters. */
const longestStack = 50_000;
const mostLines = 100;
const longestLine = 1_000;

const anyFrame = /^\s+at /;
const ownFrame = /^\s+at (?:(.*?) \()?(?:async )?(learner:\/\/\/[^\s()]+):(\d+):(\d+)\)?$/;
const calledAs = /^(?:async )?(.*?)(?: \[as .*\])?$/;

/** What a stack says in V8's words. */
export interface Stack {
  /** In the learner's own files, innermost first. */
  readonly frames: readonly SourceLocation[];
  /** Whether the innermost frame of all is one of them. */
  readonly begins: boolean;
}

/** Only what the runtime wrote counts: a line of the message may look like a frame too. */
export function readStack(stack: string): Stack {
  const frames = bareList<SourceLocation>();
  let begins: boolean | undefined;
  let rest = slice(stack, 0, longestStack);
  for (let lines = 0; lines < mostLines && rest !== ''; lines++) {
    const end = indexIn(rest, '\n');
    const line = end < 0 ? rest : slice(rest, 0, end);
    rest = end < 0 ? '' : slice(rest, end + 1);
    if (line.length > longestLine || found(anyFrame, line) === null) continue;
    const frame = frameIn(line);
    begins ??= frame !== undefined;
    if (frame !== undefined) append(frames, frame);
  }
  return bare({ frames, begins: begins ?? false });
}

function frameIn(line: string): SourceLocation | undefined {
  const match = found(ownFrame, line);
  if (match === null) return undefined;
  const file = fileAtAddress(match[2] ?? '');
  const lineNumber = numberOf(match[3]);
  const column = numberOf(match[4]);
  if (file === undefined || !isInteger(lineNumber) || !isInteger(column)) return undefined;
  const name = match[1] === undefined ? '' : (found(calledAs, match[1])?.[1] ?? '');
  const place = { file, line: lineNumber, column };
  return bare(name === '' ? place : { ...place, function: name });
}

/** Undefined when the learner's code made the address up. */
export function fileAtAddress(address: string): string | undefined {
  try {
    return decodeAddress(slice(address, scheme.length));
  } catch {
    return undefined;
  }
}
