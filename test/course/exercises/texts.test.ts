import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hintsIn } from '../../../src/course/exercise.ts';
import { parseInstructions } from '../../../src/course/instructions.ts';
import { loadCourse } from '../../../src/course/load-course.ts';
import { missingMembers } from '../../../src/course/missing-members.ts';
import { composeSolution, composeStart } from '../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../src/course/workspace/tree.ts';
import { codeOnly } from '../../../src/learner/typescript/find-member.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { exercisesFolder } from './composed.ts';

const course = await loadCourse(exercisesFolder);

/** `open:src/domain/game.ts#apply`, as it stands in Markdown. */
const links = /\]\(open:([^)#\s]+)(?:#([^)\s]+))?\)/g;

for (const { exercise, instructions } of course) {
  describe(`the text of ${exercise.id}`, () => {
    it('links to files and names that are there when the learner begins', async () => {
      const start = textsOf(await composeStart(exercisesFolder, exercise.id));
      const broken = [...instructions.matchAll(links)].filter(([, path = '', name]) => {
        const text = start.get(path);
        return text === undefined || (name !== undefined && !new RegExp(`\\b${name}\\b`).test(codeOnly(text)));
      });
      assert.deepEqual(
        broken.map(([link]) => link),
        [],
      );
    });

    it('takes for granted only what is there when the learner begins', async () => {
      const start = textsOf(await composeStart(exercisesFolder, exercise.id));
      assert.deepEqual(missingMembers(exercise, start, typescript), []);
    });

    it('points each step at a place that the solution has', async () => {
      const solution = textsOf(await composeSolution(exercisesFolder, exercise.id));
      const lost = exercise.steps.filter(({ place: { module, member } }) => {
        const text = solution.get(typescript.words.file(module));
        return text === undefined || (member !== undefined && !new RegExp(`\\b${member}\\b`).test(codeOnly(text)));
      });
      assert.deepEqual(
        lost.map(({ number, place }) => `${number}: ${place.module}#${place.member}`),
        [],
      );
    });

    it('has three hints for each step, each more than the one before', () => {
      for (const step of exercise.steps) {
        const { number } = step;
        const hints = hintsIn(step, typescript);
        assert.equal(hints.length, 3, `step ${number}`);
        assert.equal(new Set(hints).size, 3, `step ${number}`);
      }
    });

    it('tells the steps in the order in which they are checked', () => {
      assert.deepEqual(
        parseInstructions(instructions).sections.map(({ number, title }) => `${number} ${title}`),
        exercise.steps.map(({ number, title }) => `${number} ${title}`),
      );
    });
  });
}
