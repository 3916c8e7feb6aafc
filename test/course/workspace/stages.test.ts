import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Exercise } from '../../../src/course/exercise.ts';
import { proveStages, strayStages } from '../../../src/course/proof/stages.ts';
import { composeSolutionUpTo, type Stage } from '../../../src/course/workspace/stages.ts';
import { type Tree, textsOf } from '../../../src/course/workspace/tree.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { plainStep } from '../plain-step.ts';
import { smallCourse, write } from './fixture.ts';

const game = 'src/domain/game.ts';
const errors = 'src/domain/errors.ts';

/** The small course's first exercise in three steps: its solution is `export class Game { one = 1; }` and a file of errors. */
const exercise: Exercise = {
  id: '01-one',
  branch: '01-exercise-one',
  title: 'One',
  summary: '',
  steps: ['1.2', '1.3', '1.4'].map((number) => plainStep(number)),
};

const stages: readonly Stage[] = [
  { before: '1.4' },
  { before: '1.3', asGiven: [errors], edits: [{ file: game, was: '{ one = 1; }', becomes: '{}' }] },
];

async function courseWith(test: TestContext, listed: readonly Stage[]): Promise<string> {
  const course = await smallCourse(test);
  await write(course, { '01-one/typescript/stages.ts': `export default ${JSON.stringify(listed)};\n` });
  return course;
}

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

/** Passes as many steps as there are words to be found; the third asks for nothing new. */
function checkBy(tree: Tree, words: readonly [string, string]) {
  const text = textsOf(tree).get(game) ?? '';
  const passes = [words[0], words[1], words[1]].map((word) => text.includes(word));
  return {
    exercise: exercise.id,
    seed: 'one',
    took: 0,
    steps: exercise.steps.map(({ number, title }, at) => ({
      number,
      title,
      judgement: passes[at] ? ({ verdict: 'pass' } as const) : notYet,
    })),
  };
}

const notYet = { verdict: 'notYet', mistake: 'missing', told: { headline: 'Not yet.', why: '' } } as const;

describe('the proof of the solutions up to a step', () => {
  const prove = async (exercisesFolder: string, words: readonly [string, string]) => {
    const verify = async (tree: Tree) => checkBy(tree, words);
    const proofs = await Array.fromAsync(proveStages({ exercise, exercisesFolder, language: typescript, verify }));
    return proofs.map(({ upTo: step, wrong }) => [step, wrong]);
  };

  it('holds when each passes just the steps so far, and one to which nothing is added the next as well', async (test) => {
    assert.deepEqual(await prove(await courseWith(test, stages), ['Game', 'one']), [
      ['1.2', undefined],
      ['1.3', undefined],
      ['1.4', undefined],
    ]);
  });

  it('fails for one that gives a later step away, and for one that isn’t enough', async (test) => {
    const course = await courseWith(test, stages);
    assert.deepEqual((await prove(course, ['Game', 'class']))[0], [
      '1.2',
      'is “pass” at 1.3 instead of “notYet”, “pass” at 1.4 instead of “notYet”',
    ]);
    assert.deepEqual((await prove(course, ['one', 'one']))[0], ['1.2', 'is “notYet” at 1.2 instead of “pass”']);
  });

  it('fails for one that can’t be composed', async (test) => {
    const [[, wrong] = []] = await prove(await courseWith(test, []), ['Game', 'one']);
    assert.match(wrong ?? '', /can’t be proved: stages\.ts does not say what was before 1\.4/);
  });

  it('tells what is said twice or of no step', async (test) => {
    const listed = [...stages, { before: '1.4' }, { before: '1.2' }];
    const of = { exercisesFolder: await courseWith(test, listed), id: exercise.id, language: 'typescript' };
    assert.deepEqual(await strayStages(of, exercise), [
      'before 1.2 in stages.ts, where there is no solution',
      'before 1.4 twice in stages.ts',
    ]);
  });
});
