import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Run } from '../../src/learner/learner-code.ts';
import { type HostileProgram, hostilePrograms, sourceOf } from './hostile/programs.ts';
import { ownProcesses } from './processes.ts';
import { call, domain, make, membersOf, outcomesOf, read, sourceRunner } from './runners.ts';

const processes = ownProcesses();
const guarded = sourceRunner();
const unguarded = sourceRunner({ guarded: false });
const limit = 500;

after(async () => {
  guarded.dispose();
  unguarded.dispose();
  assert.deepEqual(await processes.left(0), []);
  processes.dispose();
});

function assertEnd(run: Run, { ends }: HostileProgram): void {
  const told = JSON.stringify(run);
  if (ends === 'truth') {
    const outcomes = outcomesOf(run);
    assert.deepEqual(outcomes[1]?.kind, 'returned', told);
    assert.deepEqual(membersOf(outcomes[2]), { events: [] });
  } else if ('threw' in ends) {
    const thrown = outcomesOf(run).find(({ kind }) => kind === 'threw');
    assert.ok(thrown?.kind === 'threw', told);
    assert.match(thrown.thrown.message, ends.threw);
  } else {
    assert.ok(run.kind === 'stopped', told);
    assert.equal(run.stopped.kind, ends.stopped, told);
  }
}

describe('a hostile or broken program', () => {
  for (const program of hostilePrograms) {
    it(program.name, async () => {
      const runner = program.unguarded ? unguarded : guarded;
      const limits = { time: limit, ...(program.memory === undefined ? {} : { memory: program.memory, time: 5_000 }) };
      const operations = [make, call('play'), read('events')];
      await runner.run({ files: domain('export class Game {}'), operations: [make] });
      const begun = performance.now();
      const run = await runner.run({ files: domain(sourceOf(program)), operations, limits });
      assert.ok(performance.now() - begun < limits.time + 1_000, 'within its limit and a second');
      assertEnd(run, program);
      const next = await runner.run({
        files: domain('export class Game { events = [1]; }'),
        operations: [make, read('events')],
      });
      assert.deepEqual(membersOf(outcomesOf(next)[1]), { events: [1] });
      assert.ok(!existsSync(join(processes.folder, 'outside')));
      // The runners’ own waiting children are all there may be.
      assert.ok((await processes.left(2)).length <= 2);
    });
  }
});
