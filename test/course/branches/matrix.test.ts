import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inParallel } from '../../../src/course/branches/in-parallel.ts';
import { countsOf, type MatrixRow, sectionsOf, verdictOfMatrix } from '../../../src/course/branches/matrix.ts';
import { checkedRow, example, forgot, nasty, startGame, uncheckedRow } from './example.ts';

const verdict = (...rows: readonly MatrixRow[]) => verdictOfMatrix({ rows, took: 0 });
const [through, notYet, broken] = [checkedRow('a', []), checkedRow('b', [forgot]), checkedRow('c', [nasty])];
const toRead = uncheckedRow('d', 'nothingToCheck', '');
const unknown = uncheckedRow('e', 'noExercise', '');

describe('a matrix', () => {
  it('passes when all that can be checked pass', () => {
    assert.equal(verdict(through), 'pass');
    assert.equal(verdict(through, toRead), 'pass');
    assert.equal(verdict(through, notYet, toRead), 'notYet');
  });

  it('couldn’t run when somebody’s code could not, or a branch could not be checked, or none was', () => {
    assert.equal(verdict(through, notYet, broken), 'couldNotRun');
    assert.equal(verdict(through, unknown), 'couldNotRun');
    assert.equal(verdict(toRead), 'couldNotRun');
    assert.equal(verdict(), 'couldNotRun');
  });

  it('has the rows of one exercise together, in the order of the course', () => {
    const later = { ...startGame, id: '02-play-the-game' };
    const sections = sectionsOf({
      rows: [checkedRow('x', [], later), through, toRead, checkedRow('y', [], later)],
      took: 0,
    });
    assert.deepEqual(
      sections.map(({ exercise, rows }) => [exercise.id, ...rows.map(({ branch }) => branch.label)]),
      [
        ['01-start-game', 'a'],
        ['02-play-the-game', 'x', 'y'],
      ],
    );
  });

  it('counts branches by their verdict', () => {
    assert.deepEqual(countsOf(example), { pass: 1, notYet: 1, couldNotRun: 1, unchecked: 2 });
  });
});

describe('working in parallel', () => {
  it('does no more at a time than it is told, and keeps the order', async () => {
    let [now, most] = [0, 0];
    const results = await inParallel([3, 1, 2, 0, 5], 2, async (item) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, item));
      now--;
      return item * 2;
    });
    assert.deepEqual(results, [6, 2, 4, 0, 10]);
    assert.equal(most, 2);
  });

  it('begins nothing more after a failure, and lets what was begun come to its end', async () => {
    const ended: number[] = [];
    const work = inParallel([1, 2, 3, 4], 2, async (item) => {
      if (item === 1) throw new Error('one');
      await new Promise((resolve) => setTimeout(resolve, 5));
      ended.push(item);
    });
    await assert.rejects(work, { message: 'one' });
    assert.deepEqual(ended, [2]);
  });
});
