import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { checkExercise } from '../../src/course/check.ts';
import type { Judgement, Told } from '../../src/course/judgement.ts';
import { findExercise, loadCourse } from '../../src/course/load-course.ts';
import { firstOpenStep, verdictOf } from '../../src/course/report.ts';
import { composeSolution } from '../../src/course/workspace/compose.ts';
import { textsOf } from '../../src/course/workspace/tree.ts';
import { exercisesFolder, runnerFor } from '../hosts.ts';

const found = findExercise(await loadCourse(exercisesFolder), '01-start-game');
assert.ok(found);
const { exercise } = found;
const solution = textsOf(await composeSolution(exercisesFolder, '01-start-game'));
const sources = new Map([...solution].filter(([path]) => path.startsWith('src/')));
const game = 'src/domain/game.ts';
const text = sources.get(game) ?? '';

const runner = runnerFor({ after });
const time = 1_000;

const check = (files: ReadonlyMap<string, string>) => checkExercise({ exercise, files, runner, limits: { time } });
const withGame = (changed: string) => new Map(sources).set(game, changed);
const inStartGame = (code: string) =>
  withGame(text.replace('startGame(playerOne: string, playerTwo: string): void {', (head) => `${head}\n    ${code}`));

interface Case {
  readonly files: ReadonlyMap<string, string>;
  readonly verdict: Judgement['verdict'];
  readonly says: RegExp;
  readonly at?: Told['at'];
}

const cases: Record<string, Case> = {
  'a syntax error': {
    files: withGame(text.replace('export class Game {', 'export class Game {\n  startGame( {')),
    verdict: 'couldNotRun',
    says: /game\.ts can’t be read as TypeScript/,
  },
  'a missing file': {
    files: new Map([...sources].filter(([path]) => path !== game)),
    verdict: 'couldNotRun',
    says: /no src\/domain\/game\.ts/,
  },
  'a class that is not exported': {
    files: withGame(text.replace('export class', 'class')),
    verdict: 'couldNotRun',
    says: /exports no `Game`/,
  },
  'an import that does not exist': {
    files: withGame(`import { x } from './nowhere';\nconsole.log(x);\n${text}`),
    verdict: 'couldNotRun',
    says: /imports "\.\/nowhere"/,
    at: { file: game, line: 1, column: 19 },
  },
  'an endless loop': {
    files: inStartGame('while (true) {}'),
    verdict: 'notYet',
    says: /did not come back within 1 second/,
  },
  'an endless loop while loading': {
    files: withGame(`while (true) {}\n${text}`),
    verdict: 'notYet',
    says: /did not come back/,
  },
  'process.exit(0)': {
    files: inStartGame('process.exit(0);'),
    verdict: 'notYet',
    says: /ended the whole program \(exit code 0\)/,
  },
  'a flood of output': {
    files: inStartGame("for (;;) console.log('x'.repeat(10_000));"),
    verdict: 'notYet',
    says: /printed more than/,
  },
  'an unhandled rejection': {
    files: inStartGame("void Promise.reject(new Error('lost'));"),
    verdict: 'notYet',
    says: /failed, and nobody was waiting for it: Error: lost/,
  },
  'an error while loading': {
    files: withGame(`throw new Error('at once');\n${text}`),
    verdict: 'notYet',
    says: /being loaded.*at once/,
  },
  'an error in a command': {
    files: inStartGame("throw new RangeError('no');"),
    verdict: 'notYet',
    says: /`startGame\(".+", ".+"\)` threw RangeError: no/,
  },
};

describe('bad input', () => {
  for (const [name, { files, verdict, says, at }] of Object.entries(cases)) {
    it(`${name} is told for what it is, in time, and the next check works`, async () => {
      const report = await check(files);
      const open = firstOpenStep(report);
      assert.ok(open !== undefined && open.judgement.verdict !== 'pass');
      assert.equal(open.judgement.verdict, verdict, open.judgement.told.headline);
      assert.match(open.judgement.told.headline, says);
      if (at !== undefined) assert.deepEqual(open.judgement.told.at, at);
      // What was never stopped would take for ever; a busy machine only takes longer.
      assert.ok(report.took < time + 20_000, `took ${report.took} ms`);
      assert.equal(verdictOf(await check(sources)), 'pass');
    });
  }

  it('says line and column of a syntax error', async () => {
    const report = await check(withGame('export class Game {\n  playerOne = ;\n}\n'));
    const open = firstOpenStep(report);
    assert.ok(open?.judgement.verdict === 'couldNotRun');
    assert.deepEqual(open.judgement.told.at, { file: game, line: 2, column: 15 });
  });
});
