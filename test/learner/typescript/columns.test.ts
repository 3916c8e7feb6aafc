import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { originalColumn } from '../../../src/learner/typescript/columns.ts';
import { transform } from '../../../src/learner/typescript/transform.ts';

/** Finds `^` in a line of source, and where the word after it stands once the line is transformed and mapped back. */
function throughTransform(marked: string): { readonly expected: number; readonly found: number } {
  const expected = marked.indexOf('^') + 1;
  const source = marked.replace('^', '');
  const result = transform('src/a.ts', source);
  if (result.kind !== 'transformed') throw new Error(JSON.stringify(result));
  const word = /^\w+/.exec(source.slice(expected - 1))?.[0] ?? '';
  return { expected, found: originalColumn(result.code, source, result.code.indexOf(word) + 1) };
}

const lines = [
  'function fail(first: string, second?: number): void { throw ^mark("x" as string); }',
  `const text = \`\${a}\`; ^mark(text);`,
  'class A { constructor(private readonly one: string) { ^mark(one); } }',
  'const a = <unknown>b; const c: Map<string, number> = ^mark(a!);',
  'enum Colour { Red } ^mark(Colour.Red);',
  '^mark();',
];

describe('the column of a stack frame', () => {
  for (const line of lines) {
    it(`is found again in: ${line}`, () => {
      const { expected, found } = throughTransform(line);
      assert.equal(found, expected);
    });
  }
});
