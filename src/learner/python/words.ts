import type { Json, JsonObject } from '../../base/json.ts';
import { snakeCased } from '../../base/names.ts';
import type { Words } from '../language.ts';
import { fileNamed } from './files.ts';
import { observedText } from './observed-text.ts';

/** How Python spells things. */
export const words: Words = {
  member: memberName,
  ownMember: (name) => `self.${memberName(name)}`,
  nothing: 'None',
  create: (className, args) => `${className}(${args.join(', ')})`,
  call: (name, args) => `${memberName(name)}(${args.join(', ')})`,
  value: valueText,
  record: recordText,
  observed: observedText,
  file: fileNamed,
  exported: (className) => `class ${className}`,
  raise: 'raise',
  raised: 'raised',
  print: 'print',
  exit: 'sys.exit',
  advice: {
    missingImport: 'Check the spelling; the modules of your own begin with connect_four.',
    missingExport: 'Check the spelling; a name has to stand at the beginning of a line of its module to be imported.',
    neverEnds: 'Look for a loop whose end is never reached.',
    unawaited: 'A coroutine failed and nobody waited for it. Await it, or return it to the caller.',
    notAnError: 'Raise an exception instead: only an exception knows where it came from.',
  },
};

/** A class keeps its name. */
export function memberName(name: string): string {
  return /^[A-Z]/.test(name) ? name : snakeCased(name);
}

/** As a literal: `{"player": "Ada"}` */
export function valueText(data: Json): string {
  if (data === null) return 'None';
  if (typeof data === 'boolean') return data ? 'True' : 'False';
  if (typeof data !== 'object') return JSON.stringify(data);
  if (isList(data)) return `[${data.map(valueText).join(', ')}]`;
  const fields = Object.entries(data).map(
    ([name, value]) => `${JSON.stringify(memberName(name))}: ${valueText(value)}`,
  );
  return `{${fields.join(', ')}}`;
}

/** `Move(player="Ada", column="D")` */
export function recordText(className: string, fields: JsonObject): string {
  const named = Object.entries(fields).map(([name, value]) => `${memberName(name)}=${valueText(value)}`);
  return `${className}(${named.join(', ')})`;
}

function isList(data: Json): data is readonly Json[] {
  return Array.isArray(data);
}
