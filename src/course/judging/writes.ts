import type { FieldWrite, SourceLocation } from '../../learner/protocol.ts';
import { spelling } from '../observation/observed.ts';

/** The first place at which a command itself set a watched field, and nothing that it called. */
export function writesIn(writes: readonly FieldWrite[], command: string): SourceLocation | undefined {
  for (const { frames } of writes) {
    const [innermost] = frames;
    const name = innermost?.function?.split('.').at(-1) ?? '';
    if (innermost !== undefined && spelling(name) === spelling(command)) return innermost;
  }
  return undefined;
}
