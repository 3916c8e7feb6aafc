import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCourse } from '../../../src/course/load-course.ts';
import { proveCourse } from '../../../src/course/proof/prove.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import { exercisesFolder, packages, runnerFor } from '../../hosts.ts';

describe('the course', () => {
  it('is sound: starts are not yet, solutions and alternatives pass, solutions up to a step pass so far, every mistake is told by its own name', async (test) => {
    const course = await loadCourse(exercisesFolder);
    const runner = runnerFor(test, { packages });
    const proofs = await Array.fromAsync(
      // The same draws each time: other seeds are for the command, which says how to have a failure again.
      proveCourse({ course, exercisesFolder, runner, openStore: openThrowawayStore, seed: 'one' }),
    );
    const wanting = proofs.filter(({ wrong }) => wrong !== undefined);
    assert.deepEqual(
      wanting.map(({ exercise, about, wrong }) => `${exercise} ${about} ${wrong}`),
      [],
    );
    for (const { exercise } of course) {
      assert.deepEqual(
        proofs.flatMap(({ exercise: id, upTo }) => (id === exercise.id && upTo !== undefined ? [upTo] : [])),
        exercise.steps.map(({ number }) => number),
      );
      const mistakes = proofs.filter((proof) => proof.exercise === exercise.id && proof.about.startsWith('mistakes/'));
      const alternatives = proofs.filter(
        (proof) => proof.exercise === exercise.id && proof.about.startsWith('alternatives/'),
      );
      assert.ok(mistakes.length >= 8, `${exercise.id} has ${mistakes.length} mistakes`);
      assert.ok(alternatives.length >= 4, `${exercise.id} has ${alternatives.length} alternatives`);
    }
  });
});
