import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Matrix, MatrixRow } from '../../../src/course/branches/matrix.ts';
import { validateBranches } from '../../../src/course/branches/validate.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { runnerFor } from '../../hosts.ts';
import { everyByte, temporaryFolder, write } from '../workspace/fixture.ts';
import { classroom } from './fixture.ts';
import { addBranch, attempts, game, solved, started } from './learners.ts';

function rowText(row: MatrixRow): string {
  if (row.kind === 'unchecked') return `${row.branch.label}: ${row.problem}`;
  const cells = row.report.steps.map(({ judgement }) =>
    judgement.verdict === 'notYet' ? judgement.mistake : judgement.verdict,
  );
  return `${row.branch.label}: ${row.exercise.id}: ${cells.join(' ')}`;
}

/** Reads a file and loops: who opens the pipe that the file is knows that the code is there. */
function endlessAfter(file: string) {
  const loop = `readFileSync(${JSON.stringify(file)});\n    for (;;);`;
  return { [game]: `import { readFileSync } from 'node:fs';\n${attempts.endless[game]?.replace('for (;;);', loop)}` };
}

const texts = ({ rows }: Matrix) => rows.map(rowText);

describe('validating branches', () => {
  it('checks each one as the exercise it is about, in the order asked for', async (test) => {
    const { folder, parts, branches } = await classroom(test);
    addBranch(folder, 'learner/ann/01-exercise-start-game', solved);
    addBranch(folder, 'learner/bob/01-exercise-start-game', solved, attempts.forgetful);
    addBranch(folder, 'learner/cat/01-exercise-start-game', solved, attempts.endless);
    addBranch(folder, 'learner/dan/01-exercise-start-game', solved, attempts.unreadable);
    const labels = ['ann', 'bob', 'cat', 'dan'].map((name) => `learner/${name}/01-exercise-start-game`);
    const steps: string[] = [];
    const matrix = await validateBranches({
      ...parts,
      branches: await branches(...labels, started, solved),
      limits: { time: 1_000 },
      onProgress: (done, total) => steps.push(`${done} of ${total}`),
    });
    assert.deepEqual(texts(matrix), [
      'learner/ann/01-exercise-start-game: 01-start-game: pass pass pass pass pass pass',
      'learner/bob/01-exercise-start-game: 01-start-game: pass pass pass applied-not-recorded events[0]-missing pass',
      'learner/cat/01-exercise-start-game: 01-start-game: pass timed-out not-reached not-reached not-reached not-reached',
      'learner/dan/01-exercise-start-game: 01-start-game: couldNotRun couldNotRun couldNotRun couldNotRun couldNotRun couldNotRun',
      '01-exercise-start-game: 01-start-game: no-players start-game-missing no-events start-game-missing start-game-missing start-game-missing',
      'solutions/01-exercise-start-game: 01-start-game: pass pass pass pass pass pass',
    ]);
    assert.deepEqual(steps, ['1 of 6', '2 of 6', '3 of 6', '4 of 6', '5 of 6', '6 of 6']);
    const [ann] = matrix.rows;
    assert.ok(ann?.kind === 'checked');
    assert.match(ann.files.get(game) ?? '', /class Game/);
  });

  it('asks the files when a name tells no exercise, and says when they tell none either', async (test) => {
    const { folder, parts, branches } = await classroom(test);
    addBranch(folder, 'ann', solved);
    const matrix = await validateBranches({ ...parts, branches: await branches('ann', 'main') });
    assert.deepEqual(texts(matrix), ['ann: 01-start-game: pass pass pass pass pass pass', 'main: noExercise']);
  });

  it('checks all as one exercise when it is told to', async (test) => {
    const { parts, branches } = await classroom(test);
    const exercise = parts.course.find((each) => each.exercise.id === '01-start-game')?.exercise;
    assert.ok(exercise !== undefined);
    const asked = await branches('solutions/02-exercise-play-the-game');
    const [row] = (await validateBranches({ ...parts, branches: asked, exercise })).rows;
    assert.equal(row?.kind === 'checked' && row.exercise.id, '01-start-game');
  });

  it('tells of a branch whose files are missing, and checks the others all the same', async (test) => {
    const { folder, parts, branches } = await classroom(test);
    addBranch(folder, 'learner/eve/01-exercise-start-game', solved, attempts.forgetful);
    const [eve, good] = await branches('learner/eve/01-exercise-start-game', solved);
    assert.ok(eve !== undefined && good !== undefined);
    const missing = { ...eve, commit: 'f'.repeat(40) };
    const matrix = await validateBranches({ ...parts, branches: [missing, good] });
    assert.deepEqual(texts(matrix), [
      'learner/eve/01-exercise-start-game: unreadable',
      `${solved}: 01-start-game: pass pass pass pass pass pass`,
    ]);
  });

  it('ends at once when it is told to, endless loops included', async (test) => {
    const { folder, parts, branches } = await classroom(test);
    const looping = join(await temporaryFolder(test), 'looping');
    execFileSync('mkfifo', [looping]);
    addBranch(folder, 'learner/cat/01-exercise-start-game', solved, endlessAfter(looping));
    const asked = await branches('learner/cat/01-exercise-start-game', solved, started);
    const runner = runnerFor(test, { readable: [inRoot('src'), looping] });
    const abort = new AbortController();
    const validated = validateBranches({
      ...parts,
      runner,
      branches: asked,
      concurrency: 1,
      limits: { time: 60_000 },
      signal: abort.signal,
    });
    // A pipe opens for writing when it is open for reading, which is what the code does right before it loops.
    await (await open(looping, 'w')).close();
    const began = performance.now();
    abort.abort();
    await assert.rejects(validated, { name: 'AbortError' });
    assert.ok(performance.now() - began < 30_000, 'long before its own limit');
  });

  it('changes nothing: neither the working tree, however dirty, nor index, HEAD and refs', async (test) => {
    const { folder, parts, branches } = await classroom(test);
    addBranch(folder, 'learner/bob/01-exercise-start-game', solved, attempts.forgetful);
    await write(folder, { [game]: 'changed', 'src/new.ts': 'untracked', 'staged.ts': 'staged', 'a.log': 'ignored' });
    execFileSync('git', ['add', 'staged.ts'], { cwd: folder });
    await rm(join(folder, 'README.md'));
    await writeFile(join(folder, '.git', 'index.lock'), '');
    const before = await everyByte(folder);
    const asked = await branches('learner/bob/01-exercise-start-game', solved, started, 'main');
    const matrix = await validateBranches({ ...parts, branches: asked });
    assert.equal(matrix.rows.length, 4);
    assert.deepEqual(await everyByte(folder), before);
  });
});
