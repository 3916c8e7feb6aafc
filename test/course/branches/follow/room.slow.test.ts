import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Matrix } from '../../../../src/course/branches/matrix.ts';
import { type ExerciseReport, firstOpenStep, verdictOf } from '../../../../src/course/report.ts';
import { ownProcesses } from '../../../learner/processes.ts';
import { branchOf, interval, openRoom } from './room.ts';
import { untilWaiting } from './rounds.ts';

const learners = Array.from({ length: 30 }, (_, at) => at);

/** By branch: the first open step and its verdict, or `pass`. */
function cellsOf(matrix: Matrix | undefined): Map<string, string> {
  const rows = matrix?.rows ?? [];
  return new Map(
    rows.map((row) => {
      assert.ok(row.kind === 'checked');
      const open = firstOpenStep(row.report);
      return [row.branch.name, open === undefined ? verdictOf(row.report) : `${open.number} ${open.judgement.verdict}`];
    }),
  );
}

function reportOf(matrix: Matrix | undefined, name: string): ExerciseReport {
  const row = matrix?.rows.find(({ branch }) => branch.name === name);
  assert.ok(row?.kind === 'checked');
  return row.report;
}

describe('a room of 30 learners that is followed', () => {
  const processes = ownProcesses();
  after(() => processes.dispose());

  it('is one matrix, in which ten pushes a minute get to their cells while nothing else is run', async (test) => {
    const room = await openRoom(test);
    const { follower, clock, shown, checked, fetches } = room;
    for (const learner of learners) room.push(learner, learner % 3 === 0 ? 'solved' : 'forgetful');

    follower.start();
    await untilWaiting(follower);
    assert.deepEqual(follower.state.last?.problem, undefined);
    assert.deepEqual(checked.splice(0), [learners.map(branchOf)]);
    const first = cellsOf(shown.at(-1));
    for (const learner of learners) {
      assert.equal(first.get(branchOf(learner)), learner % 3 === 0 ? 'pass' : '1.5 notYet');
    }

    for (const minute of [1, 2]) {
      // One runtime may wait for the next check, and does nothing.
      const idle = await quiet(processes.left, 1);
      const before = { fetches: fetches(), shown: shown.length };
      const pushing = learners.filter((learner) => learner % 3 === minute);
      for (const learner of pushing) room.push(learner, 'solved');
      assert.deepEqual(await processes.left(idle.length), idle, 'between fetches nothing is started and nothing ends');
      assert.deepEqual({ fetches: fetches(), shown: shown.length }, before);
      assert.deepEqual(checked, []);

      const pushed = performance.now();
      clock.pass(interval);
      await untilWaiting(follower);
      test.diagnostic(`from the fetch to ten cells: ${Math.round(performance.now() - pushed)} ms`);
      assert.equal(fetches(), before.fetches + 1);
      assert.deepEqual(checked.splice(0), [pushing.map(branchOf)]);
      const [was, is] = shown.slice(-2);
      assert.equal(is?.rows.length, learners.length);
      for (const learner of learners) {
        const name = branchOf(learner);
        if (pushing.includes(learner)) assert.equal(cellsOf(is).get(name), 'pass');
        else
          assert.equal(reportOf(is, name), reportOf(was, name), 'where nobody pushed to, the cells stay as they are');
      }
    }
  });

  it('takes in who joins, lets go who leaves, and runs nothing for a minute without a push', async (test) => {
    const room = await openRoom(test);
    const { follower, clock, shown, checked } = room;
    room.push(1, 'forgetful');
    room.push(2, 'unreadable');
    follower.start();
    await untilWaiting(follower);
    assert.deepEqual([...cellsOf(shown.at(-1)).values()], ['1.5 notYet', '1.2 couldNotRun']);

    room.remove(1);
    room.push(3, 'solved');
    clock.pass(interval);
    await untilWaiting(follower);
    assert.deepEqual(
      [...cellsOf(shown.at(-1))],
      [
        [branchOf(2), '1.2 couldNotRun'],
        [branchOf(3), 'pass'],
      ],
    );
    assert.deepEqual(checked, [[branchOf(1), branchOf(2)], [branchOf(3)]]);

    clock.pass(interval);
    await untilWaiting(follower);
    assert.equal(checked.length, 2);
  });
});

/** What is left, and stays, once everything that was under way has ended. */
async function quiet(left: (expected: number) => Promise<readonly string[]>, most: number): Promise<readonly string[]> {
  for (let before = await left(most); ; ) {
    await pause(250);
    const running = await left(most);
    if (running.length <= most && String(running) === String(before)) return running;
    before = running;
  }
}
