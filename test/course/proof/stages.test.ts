import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proveStages, strayStages } from '../../../src/course/proof/stages.ts';
import { type Tree, textsOf } from '../../../src/course/workspace/tree.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { courseWith, exercise, game, stages } from '../staged-course.ts';

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
