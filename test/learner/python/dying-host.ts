import { createPythonRuntime } from '../../../src/learner/python/runtime.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';
import { call, make } from '../runners.ts';
import { interpreters, pythonDriverPath } from './interpreters.ts';

/** A host that runs a learner's endless loop and keeps another child waiting, to be killed by a test. */
const [interpreter] = interpreters;
if (interpreter === undefined) throw new Error('This takes a Python.');
const runner = createLearnerRunner(createPythonRuntime({ driverPath: pythonDriverPath, interpreter }));
const text = 'class Game:\n    def play(self):\n        while True: pass\n';
const files = new Map([['src/connect_four/domain/game.py', text]]);
const session = await runner.open({ files, limits: { time: 60_000 } });
await session.perform([make]);
void session.perform([call('play')]);
setTimeout(() => process.stdout.write('looping\n'), 300);
