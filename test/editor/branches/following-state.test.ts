import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FollowState } from '../../../src/course/branches/follow/follower.ts';
import { timesAfter } from '../../../src/course/branches/follow/time-at-step.ts';
import type { MatrixRow } from '../../../src/course/branches/matrix.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import { attentionOf, followingState } from '../../../src/editor/branches/following-state.ts';
import { matrixState } from '../../../src/editor/branches/matrix-state.ts';
import { checkedRow, forgot } from '../../course/branches/example.ts';

const at = (minute: number, second = 0) => new Date(2024, 6, 10, 10, minute, second);
const learner = (name: string, through = 1) =>
  checkedRow(`learner/${name}/01-exercise-start-game`, [...Array(through).fill(passed), forgot]);
const matrix = (...rows: readonly MatrixRow[]) => ({ rows, took: 0 });

/** Since ten o'clock, with these times. */
function followed(part: Partial<FollowState> = {}): FollowState {
  const waiting = { kind: 'waiting', next: at(1, 5) } as const;
  return { since: at(0), interval: 60_000, activity: waiting, last: undefined, times: new Map(), ...part };
}

describe('what is said of following', () => {
  it('is that it is off, or how often it fetches and when the next fetch comes', () => {
    assert.deepEqual(followingState(undefined), { kind: 'off' });
    assert.deepEqual(followingState(followed()), {
      kind: 'on',
      interval: 'every minute',
      busy: false,
      now: 'Next fetch 10:01:05',
    });
  });

  it('is what it is at, what the last fetch brought and what was in its way', () => {
    const last = { at: at(0, 9), changed: 1, problem: 'No network.' };
    const checking = followingState(followed({ last, activity: { kind: 'checking', count: 2 } }));
    assert.deepEqual(checking, {
      kind: 'on',
      interval: 'every minute',
      busy: true,
      now: 'Checking 2 branches…',
      last: 'Last fetch 10:00:09: 1 branch had changed',
      problem: 'No network.',
    });
  });

  it('keeps “Check again” back while what has changed is checked', () => {
    const checkingWhile = (activity: FollowState['activity']) =>
      matrixState(matrix(), { checking: false, follow: followed({ activity }), now: at(1) }).checking;
    assert.equal(checkingWhile({ kind: 'checking', count: 1 }), true);
    assert.equal(checkingWhile({ kind: 'fetching' }), false);
  });
});

describe('what stands on top of the matrix', () => {
  const ann = learner('ann');
  const refOf = ({ branch }: MatrixRow) => branch.ref;

  it('is nothing where nobody follows and no two have the same mistake', () => {
    assert.deepEqual(attentionOf(matrix(ann), undefined, at(30)), {});
  });

  it('names who has been at a step for long, since when, and that this is what was seen', () => {
    const first = timesAfter(undefined, matrix(ann), at(0));
    const bob = learner('bob', 2);
    const times = timesAfter(first, matrix(ann, bob), at(15));
    const { long } = attentionOf(matrix(ann, bob), followed({ times }), at(25));
    assert.deepEqual(long, {
      seen: '10 minutes or more, as seen while following, since 10:00',
      learners: [
        { branch: refOf(ann), step: 1, who: 'learner/ann', label: '1.5', time: 'since before 10:00' },
        { branch: refOf(bob), step: 2, who: 'learner/bob', label: 'Bonus', time: 'since 10:15' },
      ],
      more: 0,
    });
    assert.deepEqual(attentionOf(matrix(ann, bob), followed({ times }), at(9)).long?.learners, []);
  });

  it('says how many more there are than it lists', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => learner(name));
    const { long } = attentionOf(
      matrix(...rows),
      followed({ times: timesAfter(undefined, matrix(...rows), at(0)) }),
      at(10),
    );
    assert.equal(long?.learners.length, 5);
    assert.equal(long?.more, 2);
  });

  it('tells the mistake that most have, how many of those who are not through, and who', () => {
    const rows = [ann, learner('bob'), learner('cat', 2), checkedRow('dan', [])];
    assert.deepEqual(attentionOf(matrix(...rows), undefined, at(0)).common, {
      label: '1.5',
      headline: 'Your `startGame` changed the state but recorded nothing.',
      count: '2 of the 3 who are not through',
      learners: rows.slice(0, 2).map((row, index) => ({
        branch: refOf(row),
        step: 1,
        who: index === 0 ? 'learner/ann' : 'learner/bob',
      })),
    });
    const { common } = attentionOf(matrix(ann, learner('bob')), undefined, at(0));
    assert.equal(common?.count, 'all 2 who are not through');
  });
});
