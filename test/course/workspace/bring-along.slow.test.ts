import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { loadCourse } from '../../../src/course/load-course.ts';
import { missingMembers } from '../../../src/course/missing-members.ts';
import { openWorkspace } from '../../../src/course/workspace/open-workspace.ts';
import { readSourceFiles } from '../../../src/course/workspace/source-files.ts';
import { makeTutorial } from '../../../src/course/workspace/tutorial.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { exercisesFolder } from '../../hosts.ts';
import { temporaryFolder, write } from './fixture.ts';

const game = 'src/domain/game.ts';

/** A right solution of exercise 1, and not the course's own. */
const own = `import type { GameEvent } from './events';

class AlreadyStarted extends Error {}

export class Game {
  playerOne: string | undefined = undefined;
  playerTwo: string | undefined = undefined;
  events: GameEvent[] = [];

  startGame(playerOne: string, playerTwo: string): void {
    if (this.events.length > 0) throw new AlreadyStarted('This game has already started.');
    const event: GameEvent = { type: 'GameStarted', playerOne, playerTwo };
    this.events.push(event);
    this.apply(event);
  }

  apply(event: GameEvent): void {
    this.playerOne = event.playerOne;
    this.playerTwo = event.playerTwo;
  }
}
`;

/** A learner goes on from exercise 1 with this in their game.ts. */
async function broughtAlong(test: TestContext, git: 'git' | undefined) {
  const parent = await temporaryFolder(test);
  const made = await makeTutorial({ folder: join(parent, 'tutorial'), exercisesFolder, git });
  assert.ok(made.kind !== 'refused', made.kind);
  const opened = await openWorkspace({ folder: made.open, exercisesFolder, git });
  assert.ok(opened.kind === 'workspace', opened.kind);
  await write(made.open, { [game]: own });
  const moved = await opened.workspace.bringMySolutionAlong('02-play-the-game');
  assert.ok(moved.kind === 'done', moved.sentence);
  const exercise = (await loadCourse(exercisesFolder)).find(
    ({ exercise: { id } }) => id === '02-play-the-game',
  )?.exercise;
  assert.ok(exercise);
  const files = await readSourceFiles(moved.open, typescript);
  const missing = (text: string) =>
    missingMembers(exercise, new Map([...files, [game, text]]), typescript).map(({ member }) => member);
  return { moved, missing, written: await readFile(join(moved.open, game), 'utf8') };
}

describe('going on to exercise 2 with one’s own code', () => {
  it('leaves the learner’s file and proposes it with what is new put in', async (test) => {
    const { moved, missing, written } = await broughtAlong(test, 'git');
    assert.equal(written, own);
    const differing = moved.differing.find(({ path }) => path === game);
    assert.ok(differing?.merged);
    const { text, unplaced } = differing.merged;
    for (const line of own.split('\n')) assert.ok(text.includes(line), `${line} is lost`);
    for (const added of [
      'private readonly _board = new Board();',
      'nextPlayer: string',
      'makeMove(move: Move): void {',
    ])
      assert.ok(text.includes(added), added);
    assert.doesNotMatch(text, /^[<|=>]{7}/m);
    assert.match(unplaced.join(), /import \{ Board, type BoardState, type Column \}/);
    assert.match(unplaced.join(), /this\.nextPlayer = event\.playerOne;/);
    assert.deepEqual(missing(written), [
      'Move',
      'id',
      'nextPlayer',
      'result',
      '_board',
      'makeMove',
      'hasStarted',
      'isFinished',
      'processEvent',
    ]);
    assert.deepEqual(missing(text), ['hasStarted', 'isFinished', 'processEvent']);
  });

  it('says member by member what is missing where there is no git to merge with', async (test) => {
    const { moved, missing, written } = await broughtAlong(test, undefined);
    assert.equal(written, own);
    assert.deepEqual(
      moved.differing.map(({ path, merged }) => [path, merged]),
      [[game, undefined]],
    );
    assert.ok(missing(written).includes('makeMove'));
  });
});
