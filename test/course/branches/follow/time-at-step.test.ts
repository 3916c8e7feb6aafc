import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { longAtStep, timesAfter } from '../../../../src/course/branches/follow/time-at-step.ts';
import type { MatrixRow } from '../../../../src/course/branches/matrix.ts';
import { passed } from '../../../../src/course/feedback/feedback.ts';
import { checkedRow, forgot, uncheckedRow } from '../example.ts';

const minutes = (count: number) => new Date(count * 60_000);
const matrix = (...rows: readonly MatrixRow[]) => ({ rows, took: 0 });
const at = (label: string, through: number) => checkedRow(label, [...Array(through).fill(passed), forgot]);
const ann = 'refs/heads/ann';

describe('the time at a step', () => {
  it('begins with following, and may have been longer', () => {
    const times = timesAfter(undefined, matrix(at('ann', 1)), minutes(0));
    assert.deepEqual(times.get(ann), { exercise: '01-start-game', step: '1.5', since: minutes(0), orLonger: true });
  });

  it('goes on while somebody stays at the step, and begins anew with another', () => {
    const first = timesAfter(undefined, matrix(at('ann', 0)), minutes(0));
    const stayed = timesAfter(first, matrix(at('ann', 0)), minutes(5));
    assert.equal(stayed.get(ann), first.get(ann));
    const moved = timesAfter(stayed, matrix(at('ann', 1)), minutes(6));
    assert.deepEqual(moved.get(ann), { exercise: '01-start-game', step: '1.5', since: minutes(6), orLonger: false });
  });

  it('is none for who is through, was not checked, or is gone', () => {
    const first = timesAfter(undefined, matrix(at('ann', 0), at('bob', 0)), minutes(0));
    const later = timesAfter(first, matrix(checkedRow('ann', []), uncheckedRow('docs', 'noExercise', '')), minutes(1));
    assert.equal(later.size, 0);
  });

  it('is long from so many minutes on; the longest stands first, and solutions are nobody', () => {
    const solution = at('solutions/01', 0);
    const first = timesAfter(undefined, matrix(at('bob', 0), solution), minutes(0));
    const all = matrix(at('ann', 1), at('bob', 0), at('cat', 2), solution);
    const second = timesAfter(first, matrix(at('ann', 1), at('bob', 0), solution), minutes(3));
    const third = timesAfter(second, all, minutes(8));
    const long = longAtStep(all, third, minutes(13), 10 * 60_000);
    assert.deepEqual(
      long.map(({ row, step, orLonger }) => [row.branch.label, step, orLonger]),
      [
        ['bob', '1.4', true],
        ['ann', '1.5', false],
      ],
    );
  });
});
