import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, describe, it, type TestContext } from 'node:test';
import { validateBranches } from '../../src/course/branches/validate.ts';
import { checkExercise } from '../../src/course/check.ts';
import { type Exercise, step } from '../../src/course/exercise.ts';
import { notYet, passed } from '../../src/course/feedback/feedback.ts';
import { listBranches } from '../../src/course/git/branches.ts';
import { gitIn } from '../../src/course/git/git.ts';
import { untouched } from '../../src/course/progress.ts';
import type { ExerciseReport } from '../../src/course/report.ts';
import { call, createGame, read, value } from '../../src/course/scenario.ts';
import { matrixState } from '../../src/editor/branches/matrix-state.ts';
import { guideState } from '../../src/editor/guide/guide-state.ts';
import { createLearnerRunner } from '../../src/learner/runner.ts';
import { toy } from '../learner/toy-language/language.ts';
import { toyRuntime } from '../learner/toy-language/runtime.ts';
import { temporaryFolder, write } from './workspace/fixture.ts';

const game = 'toys/domain/game.toy';
const solved = `make game
see events: GameStarted
do start-game: nil
do start-again: refuse already-started
`;

const started = step({
  number: '1.1',
  title: 'Start',
  place: { module: 'domain/game', member: 'startGame' },
  draw: () => undefined,
  scenario: () => ({
    made: createGame('game'),
    started: call('game', 'startGame', value('Ada')),
    after: read('game'),
  }),
  judge: (seen) => {
    const { words } = seen.language;
    const asked = words.call('startGame', [words.value('Ada')]);
    if ((seen.events('after') ?? []).length > 0) return passed;
    const at = seen.language.locate(seen.files, { module: 'domain/game', member: 'startGame' });
    return notYet('nothing-recorded', {
      headline: `After \`${asked}\` the events are \`${words.nothing}\`.`,
      why: 'One was expected.',
      ...(at && { at }),
    });
  },
  hints: [],
  afterwards: '',
});

const again = step({
  number: '1.2',
  title: 'Once',
  place: { module: 'domain/game', member: 'startAgain' },
  draw: () => undefined,
  scenario: () => ({ made: createGame('game'), again: call('game', 'startAgain') }),
  mayThrow: ['again'],
  judge: (seen) => {
    const thrown = seen.thrown('again');
    const told = { headline: `${thrown?.name ?? 'nothing'} from ${thrown?.origin ?? 'nobody'}`, why: '' };
    return thrown?.deliberate === true ? passed : notYet('no-refusal', told);
  },
  hints: [],
  afterwards: '',
});

const exercise: Exercise = { id: '01-toy', branch: '01-toy', title: 'Toys', summary: '', steps: [started, again] };

const verdictsOf = ({ steps }: ExerciseReport) =>
  steps.map(({ judgement }) => (judgement.verdict === 'notYet' ? judgement.mistake : judgement.verdict));

/** All that a learner is told. */
const toldIn = ({ steps }: ExerciseReport) =>
  steps
    .flatMap(({ judgement }) => ('told' in judgement ? [judgement.told.headline, judgement.told.why] : []))
    .join('\n');

describe('a language that is none of ours', () => {
  const runner = createLearnerRunner(toyRuntime);
  after(() => runner.dispose());
  const check = (text: string | undefined) =>
    checkExercise({
      exercise,
      files: new Map(text === undefined ? [] : [[game, text]]),
      runner,
      limits: { time: 2_000 },
    });

  it('passes a check', async () => {
    assert.deepEqual(verdictsOf(await check(solved)), ['pass', 'pass']);
  });

  it('is told about in its own words, at its own lines', async () => {
    const report = await check(solved.replace('GameStarted', ''));
    assert.deepEqual(verdictsOf(report), ['nothing-recorded', 'pass']);
    const [judged] = report.steps;
    assert.ok(judged?.judgement.verdict === 'notYet');
    assert.equal(judged.judgement.told.headline, 'After `start-game "Ada"` the events are `nil`.');
    assert.deepEqual(judged.judgement.told.at, { file: game, line: 3, column: 1 });
  });

  it('says what it threw, and whether it meant to', async () => {
    const report = await check(solved.replace('do start-game: nil', 'do start-game: crash broken-table'));
    assert.deepEqual(verdictsOf(report), ['threw', 'pass']);
    const [judged] = report.steps;
    assert.ok(judged?.judgement.verdict === 'notYet');
    assert.match(judged.judgement.told.headline, /^`start-game "Ada"` refused broken-table/);
    assert.deepEqual(judged.judgement.told.at, { file: game, line: 3, column: 1 });
    const slip = await check(solved.replace('refuse', 'crash'));
    assert.deepEqual(verdictsOf(slip), ['pass', 'no-refusal']);
    assert.match(toldIn(slip), /already-started from language/);
  });

  it('is stopped when it does not come back, and its process is gone', async () => {
    const report = await check(solved.replace('do start-game: nil', 'do start-game: sleep'));
    assert.deepEqual(verdictsOf(report), ['timed-out', 'not-reached']);
    assert.match(toldIn(report), /`start-game "Ada"` did not come back within 2 seconds/);
  });

  it('is not run when it cannot be read, or is not there', async () => {
    const unreadable = await check(`${solved}nonsense\n`);
    assert.deepEqual(verdictsOf(unreadable), ['couldNotRun', 'couldNotRun']);
    assert.match(toldIn(unreadable), /toys\/domain\/game\.toy can’t be read .*this is no line of a table/);
    const missing = await check(undefined);
    assert.match(toldIn(missing), /There is no toys\/domain\/game\.toy/);
  });

  it('is shown by the guide as any other is', async () => {
    const report = await check(solved.replace('GameStarted', ''));
    const progress = new Map(
      report.steps.map(({ number, judgement }) => [number, { ...untouched, judgement }] as const),
    );
    const state = guideState(
      {
        kind: 'exercise',
        exercise,
        instructions: { title: 'Toys', intro: '', sections: [] },
        number: 1,
        total: 1,
        trusted: true,
        current: '1.1',
        progress,
      },
      toy,
      (markdown) => markdown,
    );
    assert.ok(state.kind === 'exercise');
    assert.deepEqual(
      state.steps.map((each) => each.state),
      ['notYet', 'passed'],
    );
    const [told] = state.steps;
    assert.match(JSON.stringify(told), /After `start-game \\"Ada\\"` the events are `nil`\./);
    assert.match(JSON.stringify(told), /toys\/domain\/game\.toy/);
    assert.equal(told?.place.text, 'startGame in game.toy');
  });

  it('has its branches in a matrix, with the files that are its own', async (test) => {
    const git = await repository(test, {
      'ann/01-toy': solved,
      'bob/01-toy': solved.replace('GameStarted', ''),
    });
    const branches = (await listBranches(git)).filter(({ label }) => label.endsWith('01-toy'));
    const course = [{ exercise, folder: '', instructions: '' }];
    const matrix = await validateBranches({ git, branches, course, exercisesFolder: '', runner });
    assert.deepEqual(
      matrix.rows.map((row) => [row.branch.label, row.kind === 'checked' ? verdictsOf(row.report) : row.sentence]),
      [
        ['ann/01-toy', ['pass', 'pass']],
        ['bob/01-toy', ['nothing-recorded', 'pass']],
      ],
    );
    assert.ok(matrix.rows.every((row) => row.kind === 'checked' && [...row.files.keys()].join() === game));
    const cells = matrixState(matrix, { checking: false, now: new Date() }).sections.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells),
    );
    assert.deepEqual(new Set(cells.map(({ file }) => file)), new Set(['game.toy']));
  });

  it('is never told in the words of TypeScript', async () => {
    const reports = await Promise.all([
      check(solved.replace('GameStarted', '')),
      check(solved.replace('do start-game: nil\n', '')),
      check(solved.replace('make game\n', '')),
      check(solved.replace('nil', 'crash broken-table')),
      check(undefined),
    ]);
    for (const told of reports.map(toldIn)) {
      assert.notEqual(told, '');
      assert.doesNotMatch(told, /\.ts\b|undefined|new Game/);
    }
  });
});

/** A repository with a file of the toy language on each branch, and one of TypeScript beside it. */
async function repository(test: TestContext, branches: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder(test);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch', 'main');
  for (const [name, text] of Object.entries(branches)) {
    await write(folder, { [game]: text, 'src/domain/game.ts': 'export class Game {}\n', 'toys/notes.txt': 'Notes.\n' });
    git('checkout', '--quiet', '-B', name);
    git('add', '.');
    git('commit', '--quiet', '--message', name);
  }
  return gitIn(folder, 'git');
}
