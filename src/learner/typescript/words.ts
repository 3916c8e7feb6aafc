import type { Json } from '../../base/json.ts';
import type { Words } from '../language.ts';
import { observedText } from './observed-text.ts';

/** How TypeScript spells things; the course's own names are spelled as TypeScript does. */
export const words: Words = {
  member: (name) => name,
  ownMember: (name) => `this.${name}`,
  nothing: 'undefined',
  create: (className, args) => `new ${className}(${args.join(', ')})`,
  call: (name, args) => `${name}(${args.join(', ')})`,
  value: valueText,
  record: (_, fields) => valueText(fields),
  observed: observedText,
  file: (module) => `src/${module}.ts`,
  exported: (className) => `export class ${className}`,
  raise: 'throw',
  raised: 'threw',
  print: 'console.log',
  exit: 'process.exit',
  advice: {
    missingImport: 'Check the spelling of the path; a file of your own starts with ./ or ../',
    missingExport: 'Check the spelling, or write `export` in front of what you mean.',
    neverEnds: 'Look for a loop whose end is never reached, or a promise that is never settled.',
    unawaited: 'A promise was rejected and nobody handled it. Await it, or return it to the caller.',
    notAnError: 'Throw an Error instead: only an Error knows where it came from.',
  },
};

/** As a literal: `{ playerOne: "Ada" }` */
function valueText(data: Json): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  if (isList(data)) return `[${data.map(valueText).join(', ')}]`;
  const fields = Object.entries(data).map(([name, value]) => `${keyText(name)}: ${valueText(value)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function keyText(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : JSON.stringify(name);
}

function isList(data: Json): data is readonly Json[] {
  return Array.isArray(data);
}
