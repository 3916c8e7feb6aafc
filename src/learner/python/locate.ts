import type { SourceLocation } from '../../base/source-location.ts';
import type { CodePattern, CodePlace } from '../language.ts';
import type { SourceFiles } from '../source-files.ts';
import { fileOfModule } from './files.ts';
import { codeOnly, findDeclared, type Span } from './find-member.ts';
import { regularExpressionOf } from './patterns.ts';

/** `locate` of the language. */
export function locate(files: SourceFiles, ...places: readonly CodePlace[]): SourceLocation | undefined {
  const looks = places.flatMap((place) => look(files, place) ?? []);
  const found = looks.find(({ offset }) => offset !== undefined);
  if (found?.offset !== undefined) return locationAt(found.file, found.text, found.offset);
  const last = looks.at(-1);
  return last && locationAt(last.file, last.text, last.nearest);
}

/** `locateIn` of the language. */
export function locateIn(file: string, text: string, name: string): SourceLocation | undefined {
  const span = findDeclared(text, name);
  return span && locationAt(file, text, span.start);
}

interface Look {
  readonly file: string;
  readonly text: string;
  /** Where the very place is. */
  readonly offset: number | undefined;
  /** As near to it as can be told. */
  readonly nearest: number;
}

function look(files: SourceFiles, { module, member, pattern }: CodePlace): Look | undefined {
  const file = fileOfModule(files, module);
  const text = file === undefined ? undefined : files.get(file);
  if (file === undefined || text === undefined) return undefined;
  const top = Math.max(codeOnly(text).search(/^class\s/m), 0);
  const span = member === undefined ? { start: top, end: text.length } : findDeclared(text, member);
  const searched = member === undefined ? { start: 0, end: text.length } : span;
  const offset = pattern === undefined || searched === undefined ? span?.start : firstOf(text, pattern, searched);
  return { file, text, offset, nearest: offset ?? span?.start ?? top };
}

function firstOf(text: string, pattern: CodePattern | readonly CodePattern[], within: Span): number | undefined {
  const patterns = typeof pattern === 'string' ? [pattern] : pattern;
  const code = codeOnly(text).slice(0, within.end);
  const offsets = patterns.flatMap((each) => {
    const searched = new RegExp(regularExpressionOf(each), 'gi');
    searched.lastIndex = within.start;
    return searched.exec(code)?.index ?? [];
  });
  return offsets.length === 0 ? undefined : Math.min(...offsets);
}

function locationAt(file: string, text: string, offset: number): SourceLocation {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
