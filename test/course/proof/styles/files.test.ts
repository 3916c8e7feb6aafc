import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesOf, withoutSemicolons } from '../../../../src/course/proof/styles/typescript/files.ts';

const module = { path: 'domain/game', values: [], types: [] };
const board = { path: 'domain/board', values: ['Board'], types: ['Column'] };

describe('the files of a program', () => {
  it('import what they use and do not declare, types as types', () => {
    const lines = ['let column: Column = new Board();', "const text = 'Other';"];
    const other = { path: 'other', isPackage: true, values: ['Other'], types: [] };
    assert.equal(
      filesOf([{ ...module, lines }], [board, other]).get('src/domain/game.ts'),
      `import { type Column, Board } from './board';\n\n${lines.join('\n')}\n`,
    );
  });

  it('find each other, from wherever they are', () => {
    const one = { path: 'a/b/one', lines: ['const two = new Two();'], values: ['One'], types: [] };
    const two = { path: 'a/two', lines: ['class Two {}'], values: ['Two'], types: [] };
    const passing = { path: 'c', lines: [], values: [], types: [], passesOn: 'a/two' };
    const files = filesOf([one, two, passing], []);
    assert.match(files.get('src/a/b/one.ts') ?? '', /from '\.\.\/two'/);
    assert.equal(files.get('src/c.ts'), "export * from './a/two';\n");
  });
});

describe('a program without semicolons', () => {
  it('has none at the ends of lines', () => {
    assert.equal(withoutSemicolons('a();\nb();\n'), 'a()\nb()\n');
  });

  it('has one where a line would else go on with the one above', () => {
    assert.equal(withoutSemicolons('a();\n  (this as any)[b]();'), 'a()\n  ;(this as any)[b]()');
    assert.equal(withoutSemicolons('const a = [\n  [1],\n];'), 'const a = [\n  [1],\n]');
  });
});
