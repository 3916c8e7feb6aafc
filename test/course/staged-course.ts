import type { TestContext } from 'node:test';
import type { Exercise } from '../../src/course/exercise.ts';
import type { Stage } from '../../src/course/workspace/stages.ts';
import { plainStep } from './plain-step.ts';
import { smallCourse, write } from './workspace/fixture.ts';

export const game = 'src/domain/game.ts';
export const errors = 'src/domain/errors.ts';

/** The small course's first exercise in three steps: its solution is `export class Game { one = 1; }` and a file of errors. */
export const exercise: Exercise = {
  id: '01-one',
  branch: '01-exercise-one',
  title: 'One',
  summary: '',
  steps: ['1.2', '1.3', '1.4'].map((number) => plainStep(number)),
};

export const stages: readonly Stage[] = [
  { before: '1.4' },
  { before: '1.3', asGiven: [errors], edits: [{ file: game, was: '{ one = 1; }', becomes: '{}' }] },
];

/** The small course with these as the stages of its first exercise. */
export async function courseWith(test: TestContext, listed: readonly Stage[]): Promise<string> {
  const course = await smallCourse(test);
  await write(course, { '01-one/typescript/stages.ts': `export default ${JSON.stringify(listed)};\n` });
  return course;
}
