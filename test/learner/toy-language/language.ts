import type { Json } from '../../../src/base/json.ts';
import type { SourceLocation } from '../../../src/base/source-location.ts';
import type { CodePlace, Language, Words } from '../../../src/learner/language.ts';
import type { Observed } from '../../../src/learner/protocol.ts';
import type { SourceFiles } from '../../../src/learner/source-files.ts';
import { alike, rowsOf } from './table.ts';

/** Spelled `start-game`, called without parentheses, and `nil` where there is nothing: as unlike TypeScript as can be. */
const words: Words = {
  member: kebab,
  ownMember: (name) => `my ${kebab(name)}`,
  nothing: 'nil',
  create: (className, args) => ['make', kebab(className), ...args].join(' '),
  call: (name, args) => [kebab(name), ...args].join(' '),
  value: (data: Json) => JSON.stringify(data),
  record: (_, fields) => JSON.stringify(fields),
  observed: observedText,
  file: (module) => `toys/${module}.toy`,
  exported: (className) => `make ${kebab(className)}`,
  raise: 'refuse',
  raised: 'refused',
  print: 'say',
  exit: 'leave',
  advice: {
    missingImport: 'A table takes nothing from another one.',
    missingExport: 'Add a line for it.',
    neverEnds: 'Take out the line that sleeps.',
    unawaited: 'Nothing can be left waiting in a table.',
    notAnError: 'Refuse with a name.',
  },
};

/** A language whose programs are tables: each line says what a member answers. */
export const toy: Language = {
  id: 'toy',
  name: 'Toy',
  words,
  sources: { folder: 'toys', isSource: (path) => path.endsWith('.toy') },
  client: { name: 'toy-store' },
  tests: {
    folder: 'toys',
    pattern: 'toys/**/*.toytest',
    isTest: (path) => path.endsWith('.toytest'),
    write: ({ title }) => `expect ${title}`,
  },
  terminalProgram: words.file('play'),
  locate,
  locateIn,
};

function locate(files: SourceFiles, ...places: readonly CodePlace[]): SourceLocation | undefined {
  for (const { module, member } of places) {
    const file = words.file(module);
    const found = locateIn(file, files.get(file) ?? '', member);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first row of all where no name is given. */
function locateIn(file: string, text: string, name?: string): SourceLocation | undefined {
  const row = rowsOf(text).find((each) => name === undefined || alike(each.name, name));
  return row && { file, line: row.line, column: 1 };
}

function kebab(name: string): string {
  return name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

function observedText(value: Observed): string {
  if (value.kind === 'list') return value.items.map(observedText).join(' and ');
  if (value.kind === 'object') return kebab(value.className);
  return 'written' in value ? value.written : value.kind;
}
