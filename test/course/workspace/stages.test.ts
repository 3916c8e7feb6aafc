import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeSolutionUpTo } from '../../../src/course/workspace/stages.ts';
import { textsOf } from '../../../src/course/workspace/tree.ts';
import { courseWith, errors, exercise, game, stages } from '../staged-course.ts';

async function upTo(exercisesFolder: string, step: string): Promise<Map<string, string>> {
  return textsOf(await composeSolutionUpTo(exercisesFolder, exercise, step, 'typescript'));
}

describe('the solution up to a step', () => {
  it('is the whole one without what the later steps add', async (test) => {
    const course = await courseWith(test, stages);
    const [first, second, last] = await Promise.all(['1.2', '1.3', '1.4'].map((step) => upTo(course, step)));
    assert.equal(first?.get(game), 'export class Game {}\n');
    assert.equal(first?.has(errors), false);
    assert.equal(second?.get(game), 'export class Game { one = 1; }\n');
    assert.equal(second?.has(errors), true);
    assert.deepEqual(last, second);
  });

  it('can’t be made where nothing is said of a later step, an edit isn’t found, or there is no such step', async (test) => {
    const silent = await courseWith(test, stages.slice(1));
    await assert.rejects(upTo(silent, '1.2'), /stages\.ts does not say what was before 1\.4/);
    const lost = await courseWith(test, [{ before: '1.4', edits: [{ file: game, was: 'two', becomes: '' }] }]);
    await assert.rejects(upTo(lost, '1.3'), /game\.ts has nowhere what an edit changes: two/);
    await assert.rejects(upTo(lost, '1.9'), /exercise 01-one has no step 1\.9/);
  });
});
