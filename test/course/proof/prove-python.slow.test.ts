import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkExercise } from '../../../src/course/check.ts';
import { isWrittenIn, loadCourse } from '../../../src/course/load-course.ts';
import { composeMistake, readMistakes } from '../../../src/course/proof/mistakes.ts';
import { firstOpenStep } from '../../../src/course/report.ts';
import { composeSolution, composeStart, composeVariant, variantNames } from '../../../src/course/workspace/compose.ts';
import { type Tree, textsOf } from '../../../src/course/workspace/tree.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import { createPythonRuntime } from '../../../src/learner/python/runtime.ts';
import { clientPackage } from '../../../src/learner/python/wire.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';
import { exercisesFolder } from '../../hosts.ts';
import { interpreters, pythonDriverPath, saysWhenThereIsNone } from '../../learner/python/interpreters.ts';

const language = 'python';
const course = (await loadCourse(exercisesFolder)).filter((each) => isWrittenIn(each, language));

/** Of the mistakes, which the command proves all of, one in so many. */
const sample = 6;

saysWhenThereIsNone();
for (const interpreter of interpreters) {
  describe(`the course in Python ${interpreter.version}`, () => {
    for (const { exercise } of course) {
      const { id } = exercise;
      const of = { exercisesFolder, id, language };

      const lacksClient = exercise.storesEvents === true && interpreter.lacking.includes(clientPackage);
      const skip = lacksClient && `This Python has no ${clientPackage}.`;

      it(`is sound in ${id}`, { timeout: 600_000, skip }, async (test) => {
        const runner = createLearnerRunner(createPythonRuntime({ driverPath: pythonDriverPath, interpreter }));
        test.after(() => runner.dispose());
        // The same draws each time: other seeds are for the command, which says how to have a failure again.
        const verify = (tree: Tree) =>
          checkExercise({
            exercise,
            files: textsOf(tree),
            runner,
            openStore: openThrowawayStore,
            seed: 'one',
            limits: { time: 60_000 },
          });

        const start = await verify(await composeStart(exercisesFolder, id, language));
        assert.deepEqual(
          start.steps.map(({ judgement }) => judgement.verdict),
          exercise.steps.map(() => 'notYet'),
        );
        assert.equal(firstOpenStep(await verify(await composeSolution(exercisesFolder, id, language))), undefined);
        const styles = await variantNames(exercisesFolder, id, 'alternatives', language);
        assert.ok(styles.length >= 3, `${styles.length} styles`);
        for (const style of styles) {
          const tree = await composeVariant(exercisesFolder, id, 'alternatives', style, language);
          assert.equal(firstOpenStep(await verify(tree)), undefined, style);
        }
        const mistakes = await readMistakes(of);
        for (const mistake of mistakes.filter((_, index) => index % sample === 0)) {
          const open = firstOpenStep(await verify(await composeMistake(of, mistake)));
          const told = open?.judgement.verdict === 'notYet' ? open.judgement.mistake : open?.judgement.verdict;
          assert.deepEqual([open?.number, told], [mistake.step, mistake.toldAs ?? mistake.name], mistake.name);
        }
      });
    }
  });
}

describe('the mistakes in Python', () => {
  it('have the names that they have in TypeScript, where they are not Python’s own', async () => {
    for (const { exercise } of course) {
      const told = async (language: string) => {
        const mistakes = await readMistakes({ exercisesFolder, id: exercise.id, language });
        return new Set(mistakes.map(({ name, toldAs }) => toldAs ?? name));
      };
      const known = await told('typescript');
      assert.deepEqual(
        [...(await told(language))].filter((name) => !known.has(name)),
        [],
      );
    }
  });
});
