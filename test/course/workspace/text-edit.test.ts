import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../src/course/workspace/text-edit.ts';

const source = `class Game {
  start() {
    this.check();
    this.one = 1;
  }

  end() {
    this.one = 0;
  }
}
`;

function edited(...edits: readonly (readonly [was: string, becomes: string])[]): string {
  return applyEdits(
    source,
    edits.map(([was, becomes]) => ({ file: 'game.ts', was, becomes })),
  );
}

describe('an edit', () => {
  it('puts words in the place of words', () => {
    assert.equal(edited(['one = 1', 'two = 2']), source.replace('one = 1', 'two = 2'));
  });

  it('sets lines in as far as the line it begins at, however it is written itself', () => {
    const becomes = `
          this.one = 1;
          if (true) {
            this.two = 2;
          }`;
    assert.equal(
      edited(['this.one = 1;', becomes]),
      source.replace('    this.one = 1;', '    this.one = 1;\n    if (true) {\n      this.two = 2;\n    }'),
    );
  });

  it('finds several lines, set in as it may be', () => {
    assert.equal(
      edited(['this.check();\nthis.one = 1;', 'this.one = 2;']),
      source.replace(/this\.check.*= 1/s, 'this.one = 2'),
    );
  });

  it('leaves no empty line where there is nothing left', () => {
    assert.equal(edited(['this.check();', '']), source.replace('    this.check();\n', ''));
    assert.equal(edited(['end() {\n  this.one = 0;\n}', '']), source.replace(/\n {2}end[^}]*\}\n/, ''));
  });

  it('is found in the source, not in what other edits put there', () => {
    assert.equal(
      edited(['this.check();', 'this.one = 1;'], ['this.one = 1;', 'this.check();']),
      source.replace(/this\.check\(\);(\s+)this\.one = 1;/, 'this.one = 1;$1this.check();'),
    );
  });

  it('has to be found exactly once, and in a place of its own', () => {
    assert.throws(() => edited(['this.three', '']), /game\.ts has nowhere what an edit changes: this\.three/);
    assert.throws(() => edited(['this.one', '']), /game\.ts has 2 times what an edit changes: this\.one/);
    assert.throws(
      () => edited(['this.one = 1', 'a'], ['one = 1;', 'b']),
      /game\.ts has two edits in one place: one = 1;/,
    );
  });
});
