import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Run } from '../../../src/learner/learner-code.ts';
import { createPythonRuntime } from '../../../src/learner/python/runtime.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';
import type { SourceFiles } from '../../../src/learner/source-files.ts';
import { ownProcesses } from '../processes.ts';
import { call, make, membersOf, outcomesOf, read } from '../runners.ts';
import { type HostileProgram, hostilePrograms, sourceOf } from './hostile/programs.ts';
import { interpreters, pythonDriverPath, saysWhenThereIsNone } from './interpreters.ts';

const processes = ownProcesses();
const runners = interpreters.map((interpreter) => ({
  version: interpreter.version,
  runner: createLearnerRunner(createPythonRuntime({ driverPath: pythonDriverPath, interpreter })),
}));
after(async () => {
  for (const { runner } of runners) runner.dispose();
  assert.deepEqual(await processes.left(0), []);
  processes.dispose();
});

const domain = (text: string): SourceFiles => new Map([['src/connect_four/domain/game.py', text]]);

function mustBeStopped({ ends }: HostileProgram): boolean {
  return typeof ends === 'object' && 'stopped' in ends && ends.stopped === 'timedOut';
}

function assertEnd(run: Run, { ends }: HostileProgram): void {
  const told = JSON.stringify(run).slice(0, 2_000);
  if (ends === 'truth') {
    const [, played, state] = outcomesOf(run);
    assert.equal(played?.kind, 'returned', told);
    assert.deepEqual(membersOf(state), { events: [] });
  } else if ('threw' in ends) {
    const thrown = outcomesOf(run).find(({ kind }) => kind === 'threw');
    assert.ok(thrown?.kind === 'threw', told);
    assert.match(thrown.thrown.message, ends.threw);
  } else if ('stopped' in ends) {
    assert.ok(run.kind === 'stopped', told);
    assert.equal(run.stopped.kind, ends.stopped, told);
    if (ends.says !== undefined) assert.match('thrown' in run.stopped ? run.stopped.thrown.message : '', ends.says);
  } else {
    assert.ok(run.kind === 'couldNotRun', told);
    assert.equal(run.problem.kind, ends.couldNotRun, told);
    if (ends.line !== undefined) assert.equal('at' in run.problem && run.problem.at.line, ends.line, told);
  }
}

saysWhenThereIsNone();
for (const { version, runner } of runners) {
  describe(`a hostile or broken program in Python ${version}`, () => {
    for (const program of hostilePrograms) {
      it(program.name, async () => {
        const begun = performance.now();
        const time = mustBeStopped(program) ? 1_000 : 20_000;
        const limits = { time, ...(program.memory !== undefined && { memory: program.memory }) };
        const operations = [make, call('play'), read('events'), { op: 'read', on: 'game' } as const];
        const run = await runner.run({ files: domain(sourceOf(program)), operations, limits });
        // Within a second where nothing else goes on; a busy machine takes its time to start a process.
        assert.ok(performance.now() - begun < time + 10_000, 'not much later than its limit');
        assertEnd(run, program);
        // The runners' own waiting children are all there may be.
        assert.ok((await processes.left(interpreters.length)).length <= interpreters.length);
      });
    }
  });
}
