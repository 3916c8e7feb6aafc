import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createPythonRuntime } from '../../../src/learner/python/runtime.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';
import { ownProcesses } from '../processes.ts';
import { call, make } from '../runners.ts';
import { interpreters, pythonDriverPath } from './interpreters.ts';

const processes = ownProcesses();
after(() => processes.dispose());

const [interpreter] = interpreters;
const skip = interpreter === undefined && 'There is no Python 3.11 or later on this machine.';

describe('no process of Python outlives its host', { skip }, () => {
  it('that is killed, not even one that loops for ever', async () => {
    const host = spawn(process.execPath, [fileURLToPath(new URL('dying-host.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(host.stdout, 'data');
    host.kill('SIGKILL');
    await once(host, 'exit');
    assert.deepEqual(await processes.left(0), []);
  });

  it('that disposes its runner while children start and run', async () => {
    if (interpreter === undefined) return;
    const runner = createLearnerRunner(createPythonRuntime({ driverPath: pythonDriverPath, interpreter }));
    const text = 'class Game:\n    def play(self):\n        while True: pass\n';
    const files = new Map([['src/connect_four/domain/game.py', text]]);
    const running = runner.run({ files, operations: [make, call('play')] });
    runner.dispose();
    assert.notEqual((await running).kind, 'completed');
    assert.deepEqual(await processes.left(0), []);
  });
});
