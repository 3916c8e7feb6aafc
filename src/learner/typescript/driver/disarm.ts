import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';
import threads from 'node:worker_threads';
import { applyTo } from './primordials.ts';

const ofProcess = ['binding', '_linkedBinding', 'dlopen', '_getActiveHandles', '_getActiveRequests', '_debugProcess'];
const ofEngine = ['getHeapSnapshot', 'writeHeapSnapshot', 'setFlagsFromString', 'queryObjects'];

/**
 * Takes away what would let the learner's code look into the driver's own variables (bindings of the runtime, heap
 * snapshots, the inspector, threads with functions nobody took away), write files past the permission model (as a
 * database does) or end other processes, the host first of all.
 * It keeps accidents and simple tricks out; it is no sandbox.
 */
export function disarm(): void {
  for (const name of ofProcess) refuse(process, name);
  for (const name of ofEngine) refuse(v8, name);
  for (const name of ['Session', 'open']) refuse(inspector, name);
  refuse(threads, 'Worker');
  refuse(process.getBuiltinModule?.('node:sqlite') ?? {}, 'DatabaseSync');
  killOnlyItself();
  syncBuiltinESMExports();
}

/** `process.kill` is made of it. */
function killOnlyItself(): void {
  const kill: unknown = Reflect.get(process, '_kill');
  if (typeof kill !== 'function') return refuse(process, 'kill');
  const { pid } = process;
  Object.defineProperty(process, '_kill', {
    value: (target: number, signal: number): unknown => {
      if (target !== pid) throw new Error('Only the process itself can be killed while a solution is checked.');
      return applyTo(kill, process, [target, signal]);
    },
    writable: false,
    configurable: false,
  });
}

function refuse(owner: object, name: string): void {
  if (!(name in owner)) return;
  Object.defineProperty(owner, name, {
    value: function refused() {
      throw new Error(`\`${name}\` cannot be used while a solution is checked.`);
    },
    writable: false,
    configurable: false,
  });
}
