import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mostCommonMistake } from '../../../src/course/branches/common-mistake.ts';
import type { MatrixRow } from '../../../src/course/branches/matrix.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import type { Judgement } from '../../../src/course/judgement.ts';
import { checkedRow, forgot, nasty, startGame } from './example.ts';

const common = (...rows: readonly MatrixRow[]) => {
  const found = mostCommonMistake({ rows, took: 0 });
  return found && [found.step.number, ...found.rows.map(({ branch }) => branch.label), `of ${found.open}`];
};
/** The same mistake, told with other names that were drawn. */
const other: Judgement = {
  verdict: 'notYet',
  mistake: 'state-changed-no-event',
  told: { headline: 'Dan was not recorded.', why: '' },
};

describe('the mistake that most have', () => {
  it('is the same one at the same step, whatever names were drawn for it', () => {
    const rows = [
      checkedRow('ann', [forgot]),
      checkedRow('bob', [passed, forgot]),
      checkedRow('cat', [other]),
      checkedRow('dan', [nasty]),
      checkedRow('eve', []),
    ];
    assert.deepEqual(common(...rows), ['1.4', 'ann', 'cat', 'of 4']);
    assert.equal(
      mostCommonMistake({ rows, took: 0 })?.headline,
      'Your `startGame` changed the state but recorded nothing.',
    );
  });

  it('is told apart from what could not run, and counts only the first open step of each', () => {
    const rows = [
      checkedRow('ann', [nasty, forgot]),
      checkedRow('bob', [nasty, nasty]),
      checkedRow('cat', [passed, forgot]),
    ];
    assert.deepEqual(common(...rows), ['1.4', 'ann', 'bob', 'of 3']);
  });

  it('is none that only one has', () => {
    assert.equal(common(checkedRow('ann', [forgot]), checkedRow('bob', [passed, forgot])), undefined);
    assert.equal(common(), undefined);
  });

  it('is that of one exercise, and the earlier one of two', () => {
    const later = { ...startGame, id: '02-play-the-game' };
    const two = (name: string, exercise = startGame) => [
      checkedRow(`${name}1`, [forgot], exercise),
      checkedRow(`${name}2`, [forgot], exercise),
    ];
    assert.deepEqual(common(...two('b', later), ...two('a')), ['1.4', 'a1', 'a2', 'of 2']);
    assert.deepEqual(common(checkedRow('a', [passed, forgot]), checkedRow('b', [passed, forgot]), ...two('c')), [
      '1.4',
      'c1',
      'c2',
      'of 4',
    ]);
  });
});
