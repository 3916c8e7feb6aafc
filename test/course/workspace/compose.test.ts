import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  composeSolution,
  composeStart,
  composeVariant,
  exerciseIds,
  variantNames,
} from '../../../src/course/workspace/compose.ts';
import { type Tree, textsOf } from '../../../src/course/workspace/tree.ts';
import { smallCourse } from './fixture.ts';

const base = ['.gitignore', '.ground-up/course.json', 'README.md'];

function textIn(tree: Tree, path: string): string | undefined {
  return textsOf(tree).get(path);
}

describe('composing a workspace', () => {
  it('takes every folder that begins with two digits for an exercise, in that order', async (test) => {
    assert.deepEqual(await exerciseIds(await smallCourse(test)), ['00-read', '01-one', '02-two', '03-three']);
  });

  it('starts the first exercise with the base and what is given', async (test) => {
    const tree = await composeStart(await smallCourse(test), '01-one');
    assert.deepEqual([...tree.keys()], [...base, 'src/domain/game.ts']);
    assert.equal(textIn(tree, 'src/domain/game.ts'), 'export class Game {}\n');
  });

  it('lays the solution over the start', async (test) => {
    const tree = await composeSolution(await smallCourse(test), '01-one');
    assert.deepEqual([...tree.keys()], [...base, 'src/domain/errors.ts', 'src/domain/game.ts']);
    assert.equal(textIn(tree, 'src/domain/game.ts'), 'export class Game { one = 1; }\n');
  });

  it('starts a later exercise with every solution before it, its own given files on top', async (test) => {
    const tree = await composeStart(await smallCourse(test), '03-three');
    assert.equal(textIn(tree, 'src/domain/game.ts'), 'export class Game { two = 2; }\n');
    assert.equal(textIn(tree, 'src/domain/board.ts'), 'export const board = [];\n');
    assert.equal(textIn(tree, 'src/domain/errors.ts'), 'export class ThreeError extends Error {}\n');
    assert.equal(textIn(tree, 'src/persistence/store.ts'), 'export const store = 3;\n');
  });

  it('lays mistakes and alternatives over the solution', async (test) => {
    const course = await smallCourse(test);
    assert.deepEqual(await variantNames(course, '01-one', 'mistakes'), ['wrong']);
    assert.deepEqual(await variantNames(course, '02-two', 'alternatives'), []);
    const wrong = await composeVariant(course, '01-one', 'mistakes', 'wrong');
    assert.equal(textIn(wrong, 'src/domain/game.ts'), 'export class Game { one = 2; }\n');
    assert.equal(textIn(wrong, 'src/domain/errors.ts'), 'export class OneError extends Error {}\n');
  });

  it('says which exercises there are when one is not', async (test) => {
    await assert.rejects(composeStart(await smallCourse(test), '09-nine'), /no exercise “09-nine”.*01-one, 02-two/);
  });
});
