import { plainName } from '../../base/names.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import type { FieldWrite } from '../../learner/protocol.ts';

/** The first place at which a command itself set a watched field, and nothing that it called. */
export function writesIn(writes: readonly FieldWrite[], command: string): SourceLocation | undefined {
  for (const { frames } of writes) {
    const [innermost] = frames;
    const name = innermost?.function?.split('.').at(-1) ?? '';
    if (innermost !== undefined && plainName(name) === plainName(command)) return innermost;
  }
  return undefined;
}
