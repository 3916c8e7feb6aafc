import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gitIn } from '../../../src/course/git/git.ts';
import { composeSolution, composeStart } from '../../../src/course/workspace/compose.ts';
import { openWorkspace } from '../../../src/course/workspace/open-workspace.ts';
import { overlay, readFolder, type Tree } from '../../../src/course/workspace/tree.ts';
import { makeTutorial } from '../../../src/course/workspace/tutorial.ts';
import { type Owner, smallCourse, temporaryFolder, write } from './fixture.ts';

const game = 'src/domain/game.ts';
const mine = 'export class Game { mine = true; }\n';

/** A tutorial on exercise 1, with branches or without git. */
async function tutorial(test: Owner, git: 'git' | undefined) {
  const exercisesFolder = await smallCourse(test);
  const folder = join(await temporaryFolder(test), 'tutorial');
  const made = await makeTutorial({ folder, exercisesFolder, git });
  assert.notEqual(made.kind, 'refused');
  const opened = await openWorkspace({ folder, exercisesFolder, git });
  if (opened.kind === 'refused') throw new Error(opened.sentence);
  const { workspace } = opened;
  await workspace.startExercise('01-one');
  const place = (branch: string) => (git === undefined ? join(folder, branch) : folder);
  return { exercisesFolder, folder, workspace, one: place('01-exercise-one'), two: place('02-exercise-two') };
}

async function filesIn(folder: string): Promise<Tree> {
  return readFolder(folder, (path) => !path.startsWith('.git/'));
}

async function textAt(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}

for (const git of ['git', undefined] as const) {
  describe(`a tutorial ${git === undefined ? 'without git' : 'with branches'}`, () => {
    it('goes to an exercise and finds there what was written', async (test) => {
      const { exercisesFolder, workspace, one, two } = await tutorial(test, git);
      await write(one, { [game]: mine, 'notes.md': 'mine\n' });
      const moved = await workspace.startExercise('02-two');
      assert.ok(moved.kind === 'done');
      assert.equal(moved.open, two);
      assert.deepEqual(await filesIn(two), await composeStart(exercisesFolder, '02-two'));

      const back = await workspace.startExercise('01-one');
      assert.ok(back.kind === 'done');
      assert.equal(back.branch, '01-exercise-one');
      assert.equal(await textAt(one, game), mine);
      assert.equal(await textAt(one, 'notes.md'), 'mine\n');
    });

    it('begins an exercise again, and takes that back', async (test) => {
      const { exercisesFolder, workspace, one } = await tutorial(test, git);
      await write(one, { [game]: mine, 'notes.md': 'mine\n' });
      await rm(join(one, 'README.md'));
      const written = await filesIn(one);

      const reset = await workspace.resetExercise('01-one');
      assert.equal(reset.kind, 'done', reset.sentence);
      assert.deepEqual(await filesIn(one), await composeStart(exercisesFolder, '01-one'));

      const undone = await workspace.undo();
      assert.match(undone.sentence, /All is as it was before resetting 01-exercise-one/);
      assert.deepEqual(await filesIn(one), written);

      const again = await workspace.undo();
      assert.equal(again.kind, 'done');
      assert.deepEqual(await filesIn(one), await composeStart(exercisesFolder, '01-one'));
      assert.equal((await workspace.backups()).length, git === undefined ? 3 : 4);
    });

    it('brings back what was there before an earlier change', async (test) => {
      const { workspace, one } = await tutorial(test, git);
      await write(one, { [game]: 'first\n' });
      const first = await workspace.resetExercise('01-one');
      await write(one, { [game]: 'second\n' });
      await workspace.resetExercise('01-one');
      assert.ok(first.kind === 'done');
      assert.equal((await workspace.undo(first.backup)).kind, 'done');
      assert.equal(await textAt(one, game), 'first\n');
      assert.equal((await workspace.undo('no such')).kind, 'refused');
    });

    it('brings the learner’s own solution along', async (test) => {
      const { exercisesFolder, workspace, one, two } = await tutorial(test, git);
      await write(one, { [game]: mine, 'src/domain/own.ts': 'own\n' });
      const moved = await workspace.bringMySolutionAlong('02-two');
      assert.ok(moved.kind === 'done', moved.sentence);
      assert.deepEqual(moved.differing, []);
      const start = await composeStart(exercisesFolder, '02-two');
      const own = new Map([
        [game, Buffer.from(mine)],
        ['src/domain/own.ts', Buffer.from('own\n')],
      ]);
      const expected = new Map(overlay(start, own));
      expected.delete('src/domain/errors.ts'); // The solution has it, the learner hasn't.
      assert.deepEqual(await filesIn(two), expected);
    });

    it('leaves a file the learner has changed, and says which', async (test) => {
      const { exercisesFolder, workspace, two, folder } = await tutorial(test, git);
      await workspace.startExercise('02-two');
      await write(two, {
        ...textsOf(await composeSolution(exercisesFolder, '02-two')),
        'src/domain/errors.ts': 'mine\n',
      });
      const moved = await workspace.bringMySolutionAlong('03-three');
      assert.ok(moved.kind === 'done', moved.sentence);
      const given = 'export class ThreeError extends Error {}\n';
      const [differing, ...more] = moved.differing;
      assert.deepEqual(more, []);
      assert.ok(differing);
      const { merged, ...texts } = differing;
      assert.deepEqual(texts, { path: 'src/domain/errors.ts', own: 'mine\n', given });
      // Both have changed the same line, so nothing finds a place; without git nothing is merged at all.
      assert.deepEqual(merged, git && { text: 'mine\n', unplaced: [given] });
      assert.match(moved.sentence, /You had changed src\/domain\/errors\.ts/);
      const three = git === undefined ? join(folder, '03-exercise-three') : folder;
      assert.equal(await textAt(three, 'src/domain/errors.ts'), 'mine\n');
      assert.equal(await textAt(three, 'src/persistence/store.ts'), 'export const store = 3;\n');
    });

    it('lays nothing over an exercise that has been begun', async (test) => {
      const { workspace, two } = await tutorial(test, git);
      await workspace.startExercise('02-two');
      await write(two, { [game]: mine });
      assert.match((await workspace.bringMySolutionAlong('02-two')).sentence, /You have begun 02-exercise-two already/);
      await workspace.startExercise('01-one');
      assert.match((await workspace.bringMySolutionAlong('02-two')).sentence, /You have begun 02-exercise-two already/);
      assert.equal((await workspace.resetExercise('02-two')).kind, 'done');
      assert.equal((await workspace.bringMySolutionAlong('02-two')).kind, 'done');
    });

    it('says what it cannot do', async (test) => {
      const { workspace } = await tutorial(test, git);
      assert.match((await workspace.startExercise('09-nine')).sentence, /no exercise “09-nine”/);
      assert.match((await workspace.bringMySolutionAlong('01-one')).sentence, /first exercise/);
    });
  });
}

describe('a tutorial with branches', () => {
  it('says when the learner is there already', async (test) => {
    const { workspace, one } = await tutorial(test, 'git');
    await write(one, { [game]: mine });
    assert.equal((await workspace.startExercise('01-one')).kind, 'unchanged');
    assert.equal(await textAt(one, game), mine);
  });

  it('commits the work to its branch, under the learner’s own name', async (test) => {
    const { workspace, folder } = await tutorial(test, 'git');
    const git = gitIn(folder, 'git');
    await git.run(['config', 'user.name', 'Ann']);
    await git.run(['config', 'user.email', 'ann@localhost']);
    await write(folder, { [game]: mine });
    const moved = await workspace.startExercise('02-two');
    assert.ok(moved.kind === 'done');
    assert.equal(moved.committedTo, '01-exercise-one');
    assert.match(moved.sentence, /What you had written is committed on 01-exercise-one/);
    const log = await git.text(['log', '-1', '--format=%an %s', '01-exercise-one']);
    assert.equal(log, 'Ann Work on 01-exercise-one, kept by Ground Up');
    assert.equal(await git.text(['status', '--porcelain']), '');
  });

  it('keeps everything on the branch that is reset, as one more commit', async (test) => {
    const { workspace, folder } = await tutorial(test, 'git');
    const git = gitIn(folder, 'git');
    const before = await git.text(['rev-parse', 'HEAD']);
    await write(folder, { [game]: mine });
    await workspace.resetExercise('01-one');
    assert.equal(await git.text(['rev-parse', 'HEAD~2']), before);
    assert.equal(await git.text(['show', `HEAD~1:${game}`]), mine.trimEnd());
    assert.equal(await git.text(['status', '--porcelain']), '');
  });

  it('makes a solution that was brought along follow from both branches', async (test) => {
    const { workspace, folder } = await tutorial(test, 'git');
    const git = gitIn(folder, 'git');
    const start = await git.text(['rev-parse', '02-exercise-two']);
    await write(folder, { [game]: mine });
    await workspace.bringMySolutionAlong('02-two');
    assert.equal(await git.text(['rev-parse', 'HEAD^1']), start);
    assert.equal(await git.text(['rev-parse', 'HEAD^2']), await git.text(['rev-parse', '01-exercise-one']));
    assert.equal(await git.text(['symbolic-ref', '--short', 'HEAD']), '02-exercise-two');
  });

  it('lets anybody with git take a file out of a backup', async (test) => {
    const { workspace, folder } = await tutorial(test, 'git');
    await write(folder, { 'notes.md': 'mine\n' });
    const moved = await workspace.resetExercise('01-one');
    assert.ok(moved.kind === 'done');
    assert.match(moved.backup ?? '', /^refs\/ground-up\/backup\/\d{4}-reset$/);
    assert.equal(await gitIn(folder, 'git').text(['show', `${moved.backup}:notes.md`]), 'mine');
    const [newest] = await workspace.backups();
    assert.equal(newest?.name, moved.backup);
    assert.equal(newest?.occasion, 'resetting 01-exercise-one');
  });

  it('does not take a branch back over commits made since', async (test) => {
    const { workspace, folder } = await tutorial(test, 'git');
    const git = gitIn(folder, 'git');
    await write(folder, { [game]: mine });
    await workspace.resetExercise('01-one');
    await git.run(['-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '--allow-empty', '-m', 'later', '--quiet']);
    const tip = await git.text(['rev-parse', 'HEAD']);
    await workspace.undo();
    assert.equal(await git.text(['rev-parse', '01-exercise-one']), tip);
    assert.equal(await textAt(folder, game), mine);
  });

  it('leaves alone what is in a repository within, also where only the branch left knows of it', async (test) => {
    const { workspace, folder } = await tutorial(test, 'git');
    const git = gitIn(folder, 'git');
    const commit = await git.text(['rev-parse', 'main']);
    await git.run(['update-index', '--add', '--cacheinfo', `160000,${commit},module`]);
    await write(folder, { 'module/inside.ts': 'theirs\n' });
    await workspace.startExercise('02-two');
    await write(folder, { [game]: mine });
    assert.equal((await workspace.undo()).kind, 'done');
    assert.equal(await textAt(folder, 'module/inside.ts'), 'theirs\n');
  });

  it('makes the branches an older tutorial lacks', async (test) => {
    const { workspace, folder } = await tutorial(test, 'git');
    const git = gitIn(folder, 'git');
    const start = await git.text(['rev-parse', '03-exercise-three']);
    for (const branch of ['03-exercise-three', 'solutions/03-exercise-three']) {
      await git.run(['update-ref', '-d', `refs/heads/${branch}`]);
    }
    assert.equal((await workspace.startExercise('03-three')).kind, 'done');
    assert.equal(await git.text(['rev-parse', 'HEAD']), start);
    assert.equal(await git.text(['rev-parse', 'solutions/03-exercise-three~1']), start);
  });

  it('is refused where there is no tutorial', async (test) => {
    const exercisesFolder = await smallCourse(test);
    const folder = await temporaryFolder(test);
    const opened = await openWorkspace({ folder, exercisesFolder, git: 'git' });
    assert.match(opened.kind === 'refused' ? opened.sentence : '', /“Start the Tutorial” makes a new one/);
  });
});

function textsOf(tree: Tree): Record<string, string> {
  return Object.fromEntries([...tree].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
}
