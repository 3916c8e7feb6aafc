import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { transform } from '../../../src/learner/typescript/transform.ts';

const problemIn = (source: string) => {
  const result = transform('src/a.ts', source);
  return result.kind === 'transformed' ? undefined : result;
};

describe('a file that can be transformed', () => {
  it('keeps every line where it was', () => {
    const source =
      'interface A {\n  b: string;\n}\nenum C {\n  D,\n}\nclass E<T> {\n  constructor(private readonly f: T) {}\n}\n';
    const result = transform('src/a.ts', source);
    assert.ok(result.kind === 'transformed');
    const lines = result.code.split('\n');
    assert.equal(lines.length, source.split('\n').length);
    assert.match(lines[3] ?? '', /C/);
    assert.match(lines[7] ?? '', /constructor/);
  });

  for (const fine of [
    '// @param name',
    'const address = "a@b.c"; const text = `namespace A { const b = 1 }`;',
    'namespace Types { export type A = 1; export interface B {} }',
    'declare namespace A { const b: 1; }',
    'declare module "x" { export const y: 1; }',
    'const module = { namespace: 1 }; module.namespace;',
    '\uFEFFexport const a: number = 1;',
  ]) {
    it(`takes ${JSON.stringify(fine)}`, () => assert.equal(problemIn(fine), undefined));
  }
});

describe('a syntax error', () => {
  const errors: readonly (readonly [string, number, number, RegExp])[] = [
    ['const a = ;', 1, 11, /^Unexpected token: found `;` here$/],
    ['class A {\n  b( {}\n}', 3, 1, /found `}` here$/],
    ['class A {\n  b() {\n', 3, 1, /the file ends here$/],
    ['const a = "b\n', 1, 11, /^Unterminated string constant$/],
    ['let a: = 1;', 1, 8, /`=`/],
    ['function f() {\n  if (a {\n  }\n}', 2, 9, /`\{`/],
  ];
  for (const [source, line, column, message] of errors) {
    it(`is placed and told in ${JSON.stringify(source)}`, () => {
      const problem = problemIn(source);
      assert.ok(problem?.kind === 'syntaxError');
      assert.deepEqual(problem.at, { file: 'src/a.ts', line, column });
      assert.match(problem.message, message);
    });
  }
});

describe('syntax that does not run here', () => {
  const unsupported: readonly (readonly [string, RegExp, number, number])[] = [
    ['const a = 1;\n@dec class A {}', /decorator/, 2, 1],
    ['class A {\n  m(@inject() b: string) {}\n}', /decorator/, 2, 5],
    ['export namespace A.B { export const c = 1; }', /namespace/, 1, 8],
    ['namespace A { function f() {} }', /namespace/, 1, 1],
    ['import fs = require("node:fs");', /import/, 1, 1],
    ['const a = 1;\nexport = a;', /export/, 2, 1],
  ];
  for (const [source, what, line, column] of unsupported) {
    it(`is named with what to write instead: ${JSON.stringify(source)}`, () => {
      const problem = problemIn(source);
      assert.ok(problem?.kind === 'unsupportedSyntax');
      assert.match(problem.what, what);
      assert.notEqual(problem.instead, '');
      assert.deepEqual(problem.at, { file: 'src/a.ts', line, column });
    });
  }
});
