import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCourse } from '../../src/course/load-course.ts';
import { proveCourse } from '../../src/course/prove.ts';
import { inRoot } from '../../src/dev/root.ts';
import { openThrowawayStore } from '../../src/grpc/throwaway-store.ts';
import { findLentPackages } from '../../src/learner/lent-packages.ts';
import { createLearnerRunner } from '../../src/learner/runner.ts';

const exercisesFolder = inRoot('exercises');

describe('the course', () => {
  it('is sound: starts are not yet, solutions and alternatives pass, every mistake is told by its own name', async () => {
    const course = await loadCourse(exercisesFolder);
    const packages = findLentPackages(inRoot('src'));
    const runner = createLearnerRunner({ driverPath: inRoot('src/learner/driver.ts'), packages });
    try {
      const proofs = await Array.fromAsync(
        proveCourse({ course, exercisesFolder, runner, openStore: openThrowawayStore }),
      );
      const wanting = proofs.filter(({ wrong }) => wrong !== undefined);
      assert.deepEqual(
        wanting.map(({ exercise, about, wrong }) => `${exercise} ${about} ${wrong}`),
        [],
      );
      for (const { exercise } of course) {
        const mistakes = proofs.filter(
          (proof) => proof.exercise === exercise.id && proof.about.startsWith('mistakes/'),
        );
        const alternatives = proofs.filter(
          (proof) => proof.exercise === exercise.id && proof.about.startsWith('alternatives/'),
        );
        assert.ok(mistakes.length >= 8, `${exercise.id} has ${mistakes.length} mistakes`);
        assert.ok(alternatives.length >= 4, `${exercise.id} has ${alternatives.length} alternatives`);
      }
    } finally {
      runner.dispose();
    }
  });
});
