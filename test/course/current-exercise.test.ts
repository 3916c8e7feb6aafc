import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { currentExercise } from '../../src/course/current-exercise.ts';
import { loadCourse } from '../../src/course/load-course.ts';
import { inRoot } from '../../src/dev/root.ts';

const course = await loadCourse(inRoot('exercises'));

async function workspace(t: TestContext, name: string, head?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ground-up-'));
  t.after(() => rm(folder, { recursive: true }));
  const made = join(folder, name);
  await mkdir(made);
  if (head !== undefined) {
    await mkdir(join(made, '.git'));
    await writeFile(join(made, '.git', 'HEAD'), head);
  }
  return made;
}

const exerciseAt = async (folder: string) => (await currentExercise(course, folder))?.exercise.id;

describe('the exercise a workspace is at', () => {
  it('is the one its branch is named after, by the rule that holds for every branch', async (t) => {
    for (const branch of [
      '02-exercise-play-the-game',
      'learner/ann/02-exercise-play-the-game',
      'ann-02-play-the-game',
    ]) {
      const folder = await workspace(t, 'anything', `ref: refs/heads/${branch}\n`);
      assert.equal(await exerciseAt(folder), '02-play-the-game', branch);
    }
  });

  it('is the one its folder is named after where there is no git', async (t) => {
    assert.equal(await exerciseAt(await workspace(t, '03-persisting-the-events')), '03-persisting-the-events');
  });

  it('is otherwise the first', async (t) => {
    assert.equal(await exerciseAt(await workspace(t, 'mine', 'ref: refs/heads/main\n')), '01-start-game');
    assert.equal(await exerciseAt(await workspace(t, 'mine')), '01-start-game');
  });
});
