import type { CouldNotRun } from '../learner-code.ts';
import type { Thrown } from '../protocol.ts';
import type { SourceFiles } from '../source-files.ts';
import { addressOf } from './files.ts';

const unreadable = new Set(['SyntaxError', 'IndentationError', 'TabError']);

/** What an installer calls the packages that are imported by another name. */
const installed: Readonly<Record<string, string>> = { attr: 'attrs', more_itertools: 'more-itertools' };

/**
 * What was wrong with a learner's text when loading it raised this; undefined when it was the code that raised. What was
 * raised by hand is the code's. `executable` is the interpreter that looked for what is imported.
 */
export function problemIn(failure: Thrown, files: SourceFiles, executable: string): CouldNotRun | undefined {
  const [at] = failure.frames;
  if (at === undefined || failure.origin !== 'language' || failure.deliberate) return undefined;
  if (unreadable.has(failure.name)) return { kind: 'syntaxError', at, message: failure.message };
  if (failure.name === 'ModuleNotFoundError') {
    const specifier = /^No module named '([^']+)'/.exec(failure.message)?.[1];
    if (specifier === undefined) return undefined;
    const install = installing(specifier, files, executable);
    return { kind: 'missingImport', specifier, at, ...(install !== undefined && { install }) };
  }
  const [, name, specifier] = /^cannot import name '([^']+)' from '([^']+)'/.exec(failure.message) ?? [];
  if (failure.name !== 'ImportError' || name === undefined || specifier === undefined) return undefined;
  return { kind: 'missingExport', specifier, name, exported: namesIn(files, specifier), at };
}

/** The line that installs a package; none for a module that is to be the learner's own. */
function installing(specifier: string, files: SourceFiles, executable: string): string | undefined {
  const [top = specifier] = specifier.split('.');
  const isOwn = [...files.keys()].some((file) => addressOf(file).split('.')[0] === top);
  if (isOwn) return undefined;
  return `${/\s/.test(executable) ? `"${executable}"` : executable} -m pip install ${installed[top] ?? top}`;
}

/** Read off the text: classes, functions and variables at its top. */
function namesIn(files: SourceFiles, address: string): string[] {
  const file = [...files.keys()].find((each) => addressOf(each) === address);
  const text = file === undefined ? '' : (files.get(file) ?? '');
  const found = text.matchAll(/^(?:(?:class|def|async def)\s+(\w+)|(\w+)\s*(?::[^=\n]+)?=(?!=))/gm);
  return [...found].flatMap(([, declared, assigned]) => declared ?? assigned ?? []);
}
