import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';

/**
 * Takes away what would let the learner's code look into the driver's own variables: bindings of the runtime, heap
 * snapshots and the inspector. It keeps accidents and simple tricks out; it is no sandbox.
 */
export function disarm(): void {
  for (const name of [
    'binding',
    '_linkedBinding',
    'dlopen',
    '_getActiveHandles',
    '_getActiveRequests',
    '_debugProcess',
  ]) {
    refuse(process, name);
  }
  for (const name of ['getHeapSnapshot', 'writeHeapSnapshot', 'setFlagsFromString', 'queryObjects']) refuse(v8, name);
  for (const name of ['Session', 'open']) refuse(inspector, name);
  syncBuiltinESMExports();
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
