import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { gitIn } from '../../../src/course/git/git.ts';
import { mergeFile } from '../../../src/course/git/merge-file.ts';

const git = gitIn(tmpdir(), 'git');

const base = ['class Game {', '  one = 1;', '', '  start() {', '    begin();', '  }', '}', ''].join('\n');
const given = base
  .replace('class Game {\n', "import { Board } from './board';\n\nclass Game {\n")
  .replace('    begin();\n', '    begin();\n    next();\n');

describe('merging what is new into a file of the learner’s', () => {
  it('puts it where it belongs, and keeps everything they wrote', async () => {
    const own = base.replace('one = 1', 'one = 11');
    assert.deepEqual(await mergeFile(git, { own, base, given }), {
      text: given.replace('one = 1', 'one = 11'),
      unplaced: [],
    });
  });

  it('leaves theirs where both differ, without a marker, and gives back what found no place', async () => {
    const own = base.replace('    begin();\n', '    beginMyWay();\n');
    const { text, unplaced } = await mergeFile(git, { own, base, given });
    assert.equal(text, `import { Board } from './board';\n\n${own}`);
    assert.deepEqual(unplaced, ['    begin();\n    next();\n']);
  });

  it('takes marks of a merge that stand in the text already for what they are: text', async () => {
    const marks = `<<<<<<< mine\n${'='.repeat(60)}\n>>>>>>> ${'<'.repeat(80)}\n`;
    const own = `${base.replace('    begin();\n', '    beginMyWay();\n')}${marks}`;
    const { text, unplaced } = await mergeFile(git, { own, base, given });
    assert.ok(text.endsWith(marks));
    assert.equal(unplaced.length, 1);
  });

  it('keeps the learner’s line ends', async () => {
    const own = base.replace('one = 1', 'one = 11').replaceAll('\n', '\r\n');
    const { text } = await mergeFile(git, { own, base, given });
    assert.equal(text, given.replace('one = 1', 'one = 11').replaceAll('\n', '\r\n'));
  });

  it('keeps an end without a line end', async () => {
    const own = base.trimEnd();
    assert.equal((await mergeFile(git, { own, base, given })).text, given.trimEnd());
  });
});
