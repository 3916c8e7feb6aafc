import type { Observed } from '../../learner/protocol.ts';
import { memberNamed, writtenOut } from '../observation/observed.ts';

/** A member of a value by its name in any spelling, or of what is in it: the nearest to the outside. */
export function memberAnywhere(value: Observed, name: string): Observed | undefined {
  let level: readonly Observed[] = [writtenOut(value)];
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    for (const each of level) {
      const found = each.kind === 'object' ? memberNamed(each.fields, name) : undefined;
      if (found !== undefined) return found;
    }
    level = level.flatMap(insideOf);
  }
  return undefined;
}

function insideOf(value: Observed): readonly Observed[] {
  if (value.kind === 'object') return value.fields.map((field) => field.value);
  if (value.kind === 'list' || value.kind === 'set') return value.items;
  return value.kind === 'map' ? value.entries.map(([, item]) => item) : [];
}
