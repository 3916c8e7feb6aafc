import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { SerialQueue } from '../../../../src/base/serial-queue.ts';
import { BranchFollower, type FollowerParts } from '../../../../src/course/branches/follow/follower.ts';
import type { Matrix, MatrixRow } from '../../../../src/course/branches/matrix.ts';
import type { Branch } from '../../../../src/course/git/branches.ts';
import { branchNamed, checkedRow, forgot } from '../example.ts';
import { untilWaiting } from './rounds.ts';
import { TestClock } from './test-clock.ts';

const minute = 60_000;
const pushed = (label: string, tree: string): Branch => ({ ...branchNamed(label), tree });

/** A room of which the test says what is on its branches; it tells what was done. */
function room(test: TestContext, parts: Partial<FollowerParts> = {}) {
  const did: string[] = [];
  const turns = new SerialQueue();
  const clock = new TestClock();
  const now = {
    branches: [pushed('ann', '1'), pushed('bob', '1')] as readonly Branch[],
    matrix: { rows: [], took: 0 } as Matrix,
  };
  const check = async (branches: readonly Branch[]): Promise<Matrix> => {
    did.push(`checked ${branches.map(({ label }) => label).join(' ')}`);
    const rows = branches.map((branch): MatrixRow => ({ ...checkedRow(branch.label, [forgot]), branch }));
    return { rows, took: 1 };
  };
  const follower = new BranchFollower(
    {
      clock,
      turns,
      fetch: async () => {
        did.push('fetched');
        return { kind: 'fetched' };
      },
      list: async () => now.branches,
      check,
      matrix: () => now.matrix,
      show: (matrix) => {
        now.matrix = matrix;
      },
      ...parts,
    },
    minute,
  );
  test.after(() => follower.dispose());
  return {
    clock,
    turns,
    follower,
    now,
    check,
    did: () => did.splice(0),
    rows: () => now.matrix.rows.map(({ branch }) => `${branch.label} ${branch.tree}`),
  };
}

describe('following branches', () => {
  it('fetches at once, then at its interval, and checks only what has changed', async (test) => {
    const { clock, follower, now, did, rows } = room(test);
    follower.start();
    await untilWaiting(follower);
    assert.deepEqual(did(), ['fetched', 'checked ann bob']);
    now.branches = [pushed('ann', '1'), pushed('bob', '2'), pushed('cat', '1')];
    clock.pass(minute - 1);
    assert.deepEqual(did(), []);
    clock.pass(1);
    await untilWaiting(follower);
    assert.deepEqual(did(), ['fetched', 'checked bob cat']);
    assert.deepEqual(rows(), ['ann 1', 'bob 2', 'cat 1']);
    now.branches = [pushed('cat', '1')];
    clock.pass(minute);
    await untilWaiting(follower);
    assert.deepEqual(did(), ['fetched']);
    assert.deepEqual(rows(), ['cat 1']);
  });

  it('says when the last fetch was, what had changed, and when the next one comes', async (test) => {
    const { clock, follower } = room(test);
    follower.start();
    await untilWaiting(follower);
    const { activity, last } = follower.state;
    assert.deepEqual(last, { at: clock.now(), changed: 2, problem: undefined });
    assert.deepEqual(activity, { kind: 'waiting', next: new Date(clock.now().getTime() + minute) });
  });

  it('meets a push during a check at the next fetch, and never runs two at once', async (test) => {
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const { clock, follower, turns, now, check, did, rows } = room(test, {
      check: async (branches) => {
        begun.resolve();
        await gate.promise;
        return check(branches);
      },
    });
    follower.start();
    await begun.promise;
    now.branches = [pushed('ann', '2'), pushed('bob', '1')];
    clock.pass(10 * minute);
    const byHand = turns.run(() => did());
    assert.equal(turns.length, 2);
    gate.resolve();
    assert.deepEqual(await byHand, ['fetched', 'checked ann bob']);
    assert.deepEqual(rows(), ['ann 1', 'bob 1']);
    clock.pass(minute);
    await untilWaiting(follower);
    assert.deepEqual(did(), ['fetched', 'checked ann']);
    assert.deepEqual(rows(), ['ann 2', 'bob 1']);
  });

  it('goes on after a fetch or a check that failed, and says so until one works', async (test) => {
    const failures: (() => Promise<never> | { kind: 'failed'; sentence: string } | { kind: 'fetched' })[] = [
      () => ({ kind: 'failed', sentence: 'No network.' }),
      () => Promise.reject(new Error('git is gone')),
      () => ({ kind: 'fetched' }),
    ];
    const { clock, follower } = room(test, { fetch: async () => failures.shift()?.() ?? { kind: 'fetched' } });
    const problems: (string | undefined)[] = [];
    follower.start();
    for (let round = 0; round < 3; round++) {
      await untilWaiting(follower);
      problems.push(follower.state.last?.problem);
      clock.pass(minute);
    }
    assert.deepEqual(problems, ['No network.', 'The branches could not be looked at: git is gone', undefined]);
  });

  it('stops at once, whatever it is doing, and nothing comes after that', async (test) => {
    const begun = Promise.withResolvers<AbortSignal>();
    const { clock, follower, turns, rows } = room(test, {
      check: (_, signal) => {
        begun.resolve(signal);
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    });
    follower.start();
    await begun.promise;
    follower.dispose();
    await turns.run(() => undefined);
    assert.equal(clock.waiting, 0);
    assert.deepEqual(rows(), []);
  });

  it('does not wait any longer once it was stopped', async (test) => {
    const { clock, follower, did } = room(test);
    follower.start();
    await untilWaiting(follower);
    follower.dispose();
    assert.equal(clock.waiting, 0);
    did();
    clock.pass(10 * minute);
    assert.deepEqual(did(), []);
  });

  it('takes another interval while it waits', async (test) => {
    const { clock, follower, did } = room(test);
    follower.start();
    await untilWaiting(follower);
    follower.interval = 2 * minute;
    assert.equal(clock.waiting, 1);
    did();
    clock.pass(minute);
    assert.deepEqual(did(), []);
    clock.pass(minute);
    await untilWaiting(follower);
    assert.deepEqual(did(), ['fetched']);
  });

  it('remembers since when somebody is at their step, and takes what somebody else had checked into account', async (test) => {
    const { clock, follower, now } = room(test);
    follower.start();
    await untilWaiting(follower);
    const began = clock.now();
    clock.pass(minute);
    await untilWaiting(follower);
    const stepOf = (label: string) => follower.state.times.get(`refs/heads/${label}`);
    assert.deepEqual(stepOf('ann')?.since, began);
    follower.seen({ rows: [checkedRow('ann', [])], took: 0 });
    assert.equal(stepOf('ann'), undefined);
    assert.equal(now.matrix.rows.length, 2);
  });
});
