import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStored } from '../../../src/course/check-store.ts';
import { composeSolution, composeStart } from '../../../src/course/workspace/compose.ts';
import type { Tree } from '../../../src/course/workspace/tree.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import { exercisesFolder, findingTypeScript, lay, type Ran, runNode } from './composed.ts';

const exercise = '02-play-the-game';
const persisted = '03-persisting-the-events';

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

describe('exercise 3 in a terminal', () => {
  it('plays a game that is stored, leaves it, and goes on with it', async () => {
    const opened = await openThrowawayStore();
    assert.equal(opened.kind, 'opened');
    if (opened.kind !== 'opened') return;
    const { store, connectionString, close } = opened;
    const { folder, remove } = await lay(await composeSolution(exercisesFolder, persisted));
    const playStored = (input: string, ...id: readonly string[]) =>
      runNode(folder, [...findingTypeScript, 'src/cli.ts', ...id], {
        input,
        environment: { GROUND_UP_CONNECTION_STRING: connectionString },
      });
    try {
      const first = await playStored('Ada\nGrace\nA\nB\nA\n');
      assert.equal(first.code, 0, first.output);
      const id = /in the stream game-([0-9a-f-]{36})\./.exec(first.output)?.[1];
      assert.ok(id !== undefined, first.output);

      const second = await playStored('B\nA\nB\nA\n', id);
      assert.equal(second.code, 0, second.output);
      assert.match(second.output, /Ada has won! Its 9 events are stored for good\.\n$/);

      const stored = (await readStored(store)).get(`game-${id}`) ?? [];
      const moves = [...'ABABABA'].map((column, turn) => ({
        type: 'MoveMade',
        data: { player: turn % 2 === 0 ? 'Ada' : 'Grace', column },
      }));
      assert.deepEqual(
        stored.map(({ type, data }) => ({ type, data })),
        [
          { type: 'GameStarted', data: { player_one: 'Ada', player_two: 'Grace' } },
          ...moves,
          { type: 'GameFinished', data: { result: 'PLAYER_ONE_WON' } },
        ],
      );

      const tests = await runNode(folder, [...findingTypeScript, '--test'], {
        environment: { GROUND_UP_CONNECTION_STRING: connectionString },
      });
      assert.equal(tests.code, 0, tests.output);
      assert.match(tests.output, /pass 9/);
    } finally {
      await remove();
      await close();
    }
  });

  it('says where it looked when there is no event store', async () => {
    const { folder, remove } = await lay(await composeSolution(exercisesFolder, persisted));
    try {
      const { code, output } = await runNode(folder, [...findingTypeScript, 'src/cli.ts'], {
        input: 'Ada\nGrace\n',
        environment: { GROUND_UP_CONNECTION_STRING: 'esdb://127.0.0.1:1?tls=false' },
      });
      assert.equal(code, 1);
      assert.match(output, /The event store is looked for at esdb:\/\/127\.0\.0\.1:1\?tls=false\./);
    } finally {
      await remove();
    }
  });
});
