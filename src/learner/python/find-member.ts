import { wholeName } from './patterns.ts';

/** A text with everything in comments and strings made blank, so that only code is found; same length, same lines. */
export function codeOnly(text: string): string {
  const blank = (found: string) => found.replaceAll(/[^\n]/g, ' ');
  return text.replaceAll(/#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, blank);
}

/** Offsets into a text, from a name to the end of what belongs to it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a class, function, method or field by its name, in any spelling of it. Only for pointing at lines: a verdict never
 * hangs on it alone, since code can be written in more ways than a search can know.
 */
export function findDeclared(text: string, name: string): Span | undefined {
  const code = codeOnly(text);
  return findBlock(code, name) ?? findField(code, name);
}

/** `class Game`, `def start_game`, with the lines that are set in below. */
function findBlock(code: string, name: string): Span | undefined {
  const found = new RegExp(`^([ \\t]*)((?:class|def|async\\s+def)\\s+)${wholeName(name)}`, 'im').exec(code);
  if (found === null) return undefined;
  const [, indentation = '', keyword = ''] = found;
  const start = found.index + indentation.length + keyword.length;
  return { start, end: blockEnd(code, start, indentation.length) };
}

/** `self.player_one = …`, or `player_one: str | None` in a class. */
function findField(code: string, name: string): Span | undefined {
  const found = new RegExp(`^([ \\t]*(?:self\\s*\\.\\s*)?)${wholeName(name)}\\s*(?::|=(?!=)).*$`, 'im').exec(code);
  if (found === null) return undefined;
  return { start: found.index + (found[1]?.length ?? 0), end: found.index + found[0].length };
}

/** The first line behind the heading that is set in no further than it; what is in brackets is one line. */
function blockEnd(code: string, start: number, indentation: number): number {
  let depth = 0;
  let at = start;
  for (const [index, line] of code.slice(start).split('\n').entries()) {
    const begins = depth === 0 && index > 0 && line.trim() !== '';
    if (begins && line.length - line.trimStart().length <= indentation) return at;
    depth += count(line, /[([{]/g) - count(line, /[)\]}]/g);
    at += line.length + 1;
  }
  return code.length;
}

function count(text: string, wanted: RegExp): number {
  return text.match(wanted)?.length ?? 0;
}
