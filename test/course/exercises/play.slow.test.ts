import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeSolution, composeStart } from '../../../src/course/workspace/compose.ts';
import type { Tree } from '../../../src/course/workspace/tree.ts';
import { exercisesFolder, findingTypeScript, lay, type Ran, runNode } from './composed.ts';

const exercise = '02-play-the-game';

async function inWorkspace(tree: Tree, work: (folder: string) => Promise<Ran>): Promise<Ran> {
  const { folder, remove } = await lay(tree);
  try {
    return await work(folder);
  } finally {
    await remove();
  }
}

function play(tree: Tree, ...answers: readonly string[]): Promise<Ran> {
  return inWorkspace(tree, (folder) =>
    runNode(folder, [...findingTypeScript, 'src/cli.ts'], { input: `${answers.join('\n')}\n` }),
  );
}

describe('exercise 2 in a terminal', () => {
  it('plays a whole game, and takes neither a wrong letter nor a full column', async () => {
    const tree = await composeSolution(exercisesFolder, exercise);
    const { code, output } = await play(tree, 'Ada', 'Grace', ...'AAAAAA', 'a', 'x', ...'BCBCBCB');
    assert.equal(code, 0, output);
    assert.match(output, /Column A is full\.\nNothing was recorded\./);
    assert.match(output, /Type one letter, from A to G\./);
    assert.match(output, /Ada has won! This game is 15 events long\.\n$/);
  });

  it('says before the first line is written what is still to be written', async () => {
    const { code, output } = await play(await composeStart(exercisesFolder, exercise), 'Ada', 'Grace', 'A');
    assert.equal(code, 0, output);
    assert.match(output, /`makeMove` is still to be written\.\nNothing was recorded\./);
    assert.match(output, /See you\.\n$/);
  });

  for (const [name, compose] of [
    ['start', composeStart],
    ['solution', composeSolution],
  ] as const) {
    it(`passes the learner’s own tests at the ${name}`, async () => {
      const tree = await compose(exercisesFolder, exercise);
      const { code, output } = await inWorkspace(tree, (folder) => runNode(folder, [...findingTypeScript, '--test']));
      assert.equal(code, 0, output);
      assert.match(output, /fail 0/);
    });
  }
});
