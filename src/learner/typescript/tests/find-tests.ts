import type { FoundTest, Position } from '../../learner-tests.ts';
import { scan, type Token } from './scan.ts';

type Kind = FoundTest['kind'];

const kinds: Readonly<Record<string, Kind>> = { test: 'test', it: 'test', describe: 'suite', suite: 'suite' };
const modifiers: ReadonlySet<string> = new Set(['only', 'skip', 'todo', 'expectFailure']);

/**
 * Finds the tests of `node:test` in the text of a file without running it. One whose name is only known at
 * run time is left out, with all that is in it; a text that is no code, or not yet, has what can be made out.
 */
export function findTests(source: string): readonly FoundTest[] {
  const tokens = scan(source);
  const named = importedNames(tokens);
  return named.size === 0 ? [] : new Finder(source, tokens, named).find();
}

/** What the functions of `node:test` are called in this file; the module itself can be called as `test`. */
function importedNames(tokens: readonly Token[]): ReadonlyMap<string, Kind | 'module'> {
  const names = new Map<string, Kind | 'module'>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'string' || token.text !== 'node:test' || tokens[index - 1]?.text !== 'from') continue;
    const begin = tokens.findLastIndex(({ kind, text }, at) => at < index && kind === 'word' && text === 'import');
    readClause(tokens.slice(begin + 1, index - 1), names);
  }
  return names;
}

/** `test`, `* as runner` and `{ describe, it as spec }`, in any mixture. */
function readClause(clause: readonly Token[], names: Map<string, Kind | 'module'>): void {
  let braced = false;
  for (const [index, { kind, text }] of clause.entries()) {
    if (text === '{' || text === '}') braced = text === '{';
    const [before, after] = [clause[index - 1]?.text, clause[index + 1]?.text];
    if (kind !== 'word' || text === 'as' || after === 'as') continue;
    const imported = before === 'as' ? (clause[index - 2]?.text ?? '') : text;
    const meant = braced && imported !== 'default' ? kinds[imported] : 'module';
    if (meant !== undefined) names.set(text, meant);
  }
}

/** A call that has begun and not ended; without a name it only keeps apart what is in it. */
interface OpenCall {
  readonly kind: Kind;
  readonly name: string | undefined;
  readonly start: Position;
  readonly children: FoundTest[];
}

interface Bracket {
  readonly opened: string;
  readonly call: OpenCall | undefined;
}

class Finder {
  readonly #tokens: readonly Token[];
  readonly #names: ReadonlyMap<string, Kind | 'module'>;
  readonly #lines: readonly number[];
  readonly #found: FoundTest[] = [];
  readonly #brackets: Bracket[] = [];

  constructor(source: string, tokens: readonly Token[], names: ReadonlyMap<string, Kind | 'module'>) {
    this.#tokens = tokens;
    this.#names = names;
    this.#lines = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  }

  find(): readonly FoundTest[] {
    const calls = new Map<number, OpenCall>();
    for (const [index, { kind, text, start, end }] of this.#tokens.entries()) {
      if (kind === 'word') this.#beginCall(index, calls);
      if (kind !== 'mark') continue;
      if ('([{'.includes(text)) this.#brackets.push({ opened: text, call: calls.get(start) });
      else if (')]}'.includes(text)) this.#close(text, end);
    }
    const last = this.#tokens.at(-1)?.end ?? 0;
    while (this.#brackets.length > 0) this.#closeLast(last);
    return this.#found;
  }

  #beginCall(index: number, calls: Map<number, OpenCall>): void {
    const token = this.#tokens[index];
    if (token === undefined) return;
    const call = this.#ownCall(index) ?? this.#subtest(index);
    const paren = call === undefined ? undefined : this.#tokens[call.paren];
    if (call === undefined || paren?.text !== '(' || this.#isUnfinished(call.paren + 1)) return;
    const name = this.#nameAt(call.paren + 1);
    calls.set(paren.start, { kind: call.kind, name, start: this.#placeOf(token.start), children: [] });
  }

  /** `test(`, `it.skip(`, `runner.describe.only(` */
  #ownCall(index: number): { readonly kind: Kind; readonly paren: number } | undefined {
    if (this.#tokens[index - 1]?.text === '.') return undefined;
    const meant = this.#names.get(this.#tokens[index]?.text ?? '');
    if (meant === undefined) return undefined;
    let kind: Kind = meant === 'module' ? 'test' : meant;
    let at = index + 1;
    for (; this.#tokens[at]?.text === '.'; at += 2) {
      const member = this.#tokens[at + 1]?.text ?? '';
      const next = kinds[member] ?? (modifiers.has(member) ? kind : undefined);
      if (next === undefined) return undefined;
      kind = next;
    }
    return { kind, paren: at };
  }

  /** `t.test('name', …)` inside of a test. A regular expression's `test` takes one argument only. */
  #subtest(index: number): { readonly kind: Kind; readonly paren: number } | undefined {
    const [dot, member, paren, name, comma] = this.#tokens.slice(index + 1, index + 6);
    if (dot?.text !== '.' || member?.text !== 'test' || paren?.text !== '(') return undefined;
    if (name?.kind !== 'string' || comma?.text !== ',') return undefined;
    return this.#enclosing()?.kind === 'test' ? { kind: 'test', paren: index + 3 } : undefined;
  }

  /** A string, or the name of the function that is given instead of one. */
  #nameAt(index: number): string | undefined {
    const token = this.#tokens[index];
    const after = this.#tokens[index + 1]?.text;
    if (token?.kind === 'string') return after === ',' || after === ')' ? token.text : undefined;
    if (token?.text === 'async') return this.#nameAt(index + 1);
    const called = this.#tokens[index + 1];
    return token?.text === 'function' && called?.kind === 'word' ? called.text : undefined;
  }

  /** A string that no mark follows was never closed, and what follows is no part of the call. */
  #isUnfinished(index: number): boolean {
    const after = this.#tokens[index + 1];
    return this.#tokens[index]?.kind === 'string' && after !== undefined && after.kind !== 'mark';
  }

  #enclosing(): OpenCall | undefined {
    return this.#brackets.findLast(({ call }) => call !== undefined)?.call;
  }

  /** A bracket too many closes nothing; one too few is closed by the next one outside. */
  #close(text: string, end: number): void {
    const opened = '([{'[')]}'.indexOf(text)];
    if (!this.#brackets.some((bracket) => bracket.opened === opened)) return;
    while (this.#brackets.at(-1)?.opened !== opened) this.#closeLast(end);
    this.#closeLast(end);
  }

  #closeLast(end: number): void {
    const call = this.#brackets.pop()?.call;
    if (call?.name === undefined) return;
    const { kind, name, start, children } = call;
    const enclosing = this.#enclosing();
    const siblings = enclosing === undefined ? this.#found : enclosing.children;
    siblings.push({ kind, name, start, end: this.#placeOf(end), children });
  }

  #placeOf(offset: number): Position {
    const line = this.#lines.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (this.#lines[line] ?? 0) + 1 };
  }
}
