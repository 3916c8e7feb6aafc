import type { SourceLocation } from '../../base/source-location.ts';
import { anySpelling } from './patterns.ts';

/** The learner's text with everything in comments and strings made blank, so that only code is found; same length, same lines. */
export function codeOnly(text: string): string {
  const blank = (found: string) => found.replaceAll(/[^\n]/g, ' ');
  return text.replaceAll(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    blank,
  );
}

/** Where a class or function keeps a member, from its name to its closing brace; offsets into the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a method, function, getter or field by its name. Only for pointing at lines: a verdict
 * never hangs on it alone, since code can be written in more ways than a search can know.
 */
export function findMember(text: string, name: string): Span | undefined {
  const code = codeOnly(text);
  const member = new RegExp(`(?<![\\w$.])#?${name}\\s*(?:<[^>]*>)?\\s*(?=[(=:?!;])`, 'g');
  for (const match of code.matchAll(member)) {
    if (/\breturn\s+$|\bthis\.$|\bawait\s+$/.test(code.slice(0, match.index))) continue;
    const open = bodyStart(code, match.index + match[0].length);
    if (open !== undefined) return { start: match.index, end: closingBrace(code, open) };
  }
  return findField(code, name);
}

/** A member, class or type by its name, or else by one that is spelled alike. */
export function findDeclared(text: string, name: string): Span | undefined {
  return findType(text, name) ?? findMember(text, name) ?? alikeIn(text, name);
}

function findType(text: string, name: string): Span | undefined {
  const code = codeOnly(text);
  const found = new RegExp(`\\b(?:class|interface|type|enum)\\s+(${name})\\b`).exec(code);
  if (found === null) return undefined;
  const start = found.index + found[0].length - name.length;
  const open = code.indexOf('{', start);
  return { start, end: open < 0 ? code.length : closingBrace(code, open) };
}

/** Only a name that is declared somewhere ends the search: what is called may be spelled in yet another way. */
function alikeIn(text: string, name: string): Span | undefined {
  const words = codeOnly(text).match(new RegExp(`(?<![\\w$])_*${anySpelling(name)}(?![\\w$])`, 'gi')) ?? [];
  for (const word of new Set(words)) {
    const found = word === name ? undefined : (findType(text, word) ?? findMember(text, word));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A field without a function in it: the line it stands on. */
function findField(code: string, name: string): Span | undefined {
  const modifiers = '(?:(?:public|private|protected|static|readonly|declare|override)\\s+)*';
  const found = new RegExp(`^([ \\t]*${modifiers})#?${name}\\s*[?!]?\\s*[:=;].*$`, 'm').exec(code);
  if (found === null) return undefined;
  return { start: found.index + (found[1]?.length ?? 0), end: found.index + found[0].length };
}

/** The first place of a pattern in the code of a file, or inside one of its members. */
export function findCode(text: string, pattern: RegExp, within?: Span): number | undefined {
  const code = codeOnly(text);
  const part = within === undefined ? code : code.slice(0, within.end);
  const searched = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  searched.lastIndex = within?.start ?? 0;
  return searched.exec(part)?.index;
}

export function locationAt(file: string, text: string, offset: number): SourceLocation {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The brace that opens a member's body: after its parameters and type, or after an arrow. */
function bodyStart(code: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const char = code[at];
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
    else if (depth === 0 && char === '{') return at;
    else if (depth === 0 && char === ';') return undefined;
    if (depth < 0) return undefined;
  }
  return undefined;
}

function closingBrace(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '{') depth++;
    else if (code[at] === '}' && --depth === 0) return at + 1;
  }
  return code.length;
}
