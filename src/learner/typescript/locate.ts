import type { SourceLocation } from '../../base/source-location.ts';
import type { CodePattern, CodePlace } from '../language.ts';
import type { SourceFiles } from '../source-files.ts';
import { findCode, findDeclared, locationAt } from './find-member.ts';
import { regularExpressionOf } from './patterns.ts';
import { fileOfModule } from './resolve.ts';

/** `locate` of the language. */
export function locate(files: SourceFiles, ...places: readonly CodePlace[]): SourceLocation | undefined {
  for (const place of places) {
    const found = look(files, place);
    if (found?.offset !== undefined) return locationAt(found.file, found.text, found.offset);
  }
  for (const place of places.toReversed()) {
    const found = look(files, place);
    if (found !== undefined) return locationAt(found.file, found.text, found.nearest);
  }
  return undefined;
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
  const span = member === undefined ? { start: firstClass(text), end: text.length } : findDeclared(text, member);
  const within = member === undefined ? undefined : span;
  const offset = pattern === undefined || span === undefined ? span?.start : firstOf(text, pattern, within);
  return { file, text, offset, nearest: offset ?? span?.start ?? firstClass(text) };
}

function firstOf(
  text: string,
  pattern: CodePattern | readonly CodePattern[],
  within: { readonly start: number; readonly end: number } | undefined,
): number | undefined {
  const patterns = typeof pattern === 'string' ? [pattern] : pattern;
  const offsets = patterns.flatMap((each) => findCode(text, regularExpressionOf(each), within) ?? []);
  return offsets.length === 0 ? undefined : Math.min(...offsets);
}

function firstClass(text: string): number {
  return findCode(text, /\bclass\s+\w+/) ?? 0;
}
