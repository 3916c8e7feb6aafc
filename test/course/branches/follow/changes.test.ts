import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Choice } from '../../../../src/course/branches/choose.ts';
import {
  changesSince,
  followedBranches,
  mergedRows,
  selectionOf,
} from '../../../../src/course/branches/follow/changes.ts';
import { intervalOf, intervalText } from '../../../../src/course/branches/follow/interval.ts';
import type { MatrixRow, Problem } from '../../../../src/course/branches/matrix.ts';
import type { Judgement } from '../../../../src/course/judgement.ts';
import { branchNamed, checkedRow, forgot, nasty, startGame } from '../example.ts';

const choice = (label: string, suggested = true): Choice => ({
  branch: branchNamed(label),
  exercise: startGame,
  suggested,
});
const labels = (branches: readonly { readonly label: string }[]) => branches.map(({ label }) => label);

describe('the branches that are followed', () => {
  const choices = [choice('ann'), choice('bob'), choice('start', false), choice('untouched', false)];
  const selection = selectionOf(choices, [branchNamed('ann'), branchNamed('start')]);

  it('are those that were picked', () => {
    assert.deepEqual(labels(followedBranches(choices, selection)), ['ann', 'start']);
  });

  it('are joined by whatever somebody works on from now on, and by nothing that was left out', () => {
    const now = [choice('ann'), choice('bob'), choice('cat'), choice('start', false), choice('untouched')];
    assert.deepEqual(labels(followedBranches(now, selection)), ['ann', 'cat', 'start', 'untouched']);
  });

  it('are left by those that are gone', () => {
    assert.deepEqual(labels(followedBranches([choice('bob'), choice('start', false)], selection)), ['start']);
  });
});

describe('what is checked again', () => {
  const [ann, bob] = [checkedRow('ann', [forgot]), checkedRow('bob', [])];
  const later = (row: MatrixRow, tree: string) => ({ ...row.branch, commit: '9'.repeat(40), tree });

  it('are the branches with other files and the new ones', () => {
    const branches = [later(ann, '1'.repeat(40)), bob.branch, branchNamed('cat')];
    const { changed, kept } = changesSince([ann, bob], branches);
    assert.deepEqual(labels(changed), ['ann', 'cat']);
    assert.deepEqual([...kept], [[bob.branch.ref, bob]]);
  });

  it('is no branch whose new commit has the same files, and its row is about that commit', () => {
    const moved = later(ann, ann.branch.tree);
    const { changed, kept } = changesSince([ann], [moved]);
    assert.deepEqual(changed, []);
    assert.equal(kept.get(ann.branch.ref)?.branch.commit, moved.commit);
  });

  it('is what could not be checked because of the machine, whatever has changed', () => {
    const noChild: Judgement = {
      verdict: 'couldNotRun',
      problem: { kind: 'noChild', message: '' },
      told: { headline: '', why: '' },
    };
    const unchecked = (problem: Problem): MatrixRow => ({
      kind: 'unchecked',
      branch: branchNamed(problem),
      problem,
      sentence: '',
    });
    const rows = [
      checkedRow('no-child', [noChild]),
      checkedRow('nasty', [nasty]),
      ...(['failed', 'unreadable', 'noExercise', 'nothingToCheck'] as const).map(unchecked),
    ];
    const { changed } = changesSince(
      rows,
      rows.map(({ branch }) => branch),
    );
    assert.deepEqual(labels(changed), ['no-child', 'failed', 'unreadable']);
  });

  it('takes its place among the rows that were kept', () => {
    const branches = [ann.branch, branchNamed('baz'), bob.branch];
    const { kept } = changesSince([ann, bob], branches);
    const rows = mergedRows(branches, kept, [checkedRow('baz', [nasty])]);
    assert.deepEqual(labels(rows.map(({ branch }) => branch)), ['ann', 'baz', 'bob']);
  });
});

describe('the interval', () => {
  it('is off unless it is a number of seconds, and never so short that a server would mind', () => {
    assert.deepEqual([0, -1, undefined, 'x', Number.NaN, 1, 15, 60, 1e9].map(intervalOf), [
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      15_000,
      15_000,
      60_000,
      86_400_000,
    ]);
  });

  it('is said in words', () => {
    assert.deepEqual([15_000, 60_000, 90_000, 300_000].map(intervalText), [
      'every 15 seconds',
      'every minute',
      'every 90 seconds',
      'every 5 minutes',
    ]);
  });
});
