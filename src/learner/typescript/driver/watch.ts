import { Worker } from 'node:worker_threads';
import { pipes } from '../../process/wire.ts';

/**
 * A thread of its own, so that it works while the learner's code loops: when the host is gone it ends the process,
 * and when the process grows past its limit outside the heap (as with buffers) it tells the host.
 * It is a text so that the driver stays one file.
 */
const watching = `
const { parentPort, workerData } = require('node:worker_threads');
const { Socket } = require('node:net');
const lifeline = new Socket({ fd: workerData.lifeline, readable: true, writable: true });
const end = () => process.kill(process.pid, 'SIGKILL');
lifeline.on('close', end).on('error', end).resume();
parentPort.once('message', () => {
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData.memory) lifeline.write('memory');
  }, 25);
});
`;

/** `memory` in bytes. What it returns begins to look at the memory, for which there is no need while the process waits. */
export function watch(memory: number): () => void {
  const worker = new Worker(watching, { eval: true, workerData: { lifeline: pipes.lifeline, memory } });
  worker.unref();
  // Without it the parent's own limits still hold.
  worker.on('error', () => {});
  let begun = false;
  return () => {
    if (!begun) worker.postMessage('begin');
    begun = true;
  };
}
