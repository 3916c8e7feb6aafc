import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { checkExercise } from '../../../src/course/check.ts';
import { findExercise, loadCourse } from '../../../src/course/load-course.ts';
import { composeSolution, composeStart } from '../../../src/course/workspace/compose.ts';
import { type Tree, textsOf } from '../../../src/course/workspace/tree.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import { exercisesFolder, packages, runnerFor } from '../../hosts.ts';
import { moving, persisting } from './stages.ts';

const runner = runnerFor({ after }, { packages });

const course = await loadCourse(exercisesFolder);

/** The numbers of the steps that pass. */
async function passing(id: string, tree: Tree, edited: ReadonlyMap<string, string>): Promise<string[]> {
  const exercise = findExercise(course, id)?.exercise;
  assert.ok(exercise);
  const files = new Map([...textsOf(tree), ...edited].filter(([path]) => path.startsWith('src/')));
  const { steps } = await checkExercise({ exercise, files, runner, openStore: openThrowawayStore });
  return steps.filter(({ judgement }) => judgement.verdict === 'pass').map(({ number }) => number);
}

describe('a learner who writes no more than a step asks for', () => {
  it('goes through exercise 2 one step after the other', async () => {
    const id = '02-play-the-game';
    const start = await composeStart(exercisesFolder, id);
    const solution = textsOf(await composeSolution(exercisesFolder, id));
    assert.deepEqual(await passing(id, start, new Map()), []);
    assert.deepEqual(await passing(id, start, moving(solution, '2.2')), ['2.2']);
    assert.deepEqual(await passing(id, start, moving(solution, '2.3')), ['2.2', '2.3']);
    assert.deepEqual(await passing(id, start, moving(solution, '2.4')), ['2.2', '2.3', '2.4', '2.5']);
  });

  it('goes through exercise 3 one step after the other', async () => {
    const id = '03-persisting-the-events';
    const start = await composeStart(exercisesFolder, id);
    const solution = textsOf(await composeSolution(exercisesFolder, id));
    const after = (step: string) => passing(id, start, persisting(textsOf(start), solution, step));
    assert.deepEqual(await passing(id, start, new Map()), []);
    assert.deepEqual(await after('3.3'), ['3.3']);
    assert.deepEqual(await after('3.4'), ['3.3', '3.4']);
    assert.deepEqual(await after('3.5'), ['3.3', '3.4', '3.5']);
    assert.deepEqual(await after('3.6'), ['3.3', '3.4', '3.5', '3.6']);
    assert.deepEqual(await after('3.7'), ['3.3', '3.4', '3.5', '3.6', '3.7', '3.8']);
  });
});
