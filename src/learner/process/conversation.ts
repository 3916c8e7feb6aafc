import type { Disposable } from '../../base/disposable.ts';
import type { Run, Stopped } from '../learner-code.ts';
import type { Child } from './child.ts';
import { type ReadingContext, ResponseReader } from './response-reader.ts';
import type { Request } from './wire.ts';

/**
 * Asks a child one request and hears it out. Only an answer that carries the token it must carry at its place counts:
 * whatever else arrives is either what the learner's code printed or makes the run `garbled`.
 * Rejects only when the signal says so. The child is not ended here.
 */
export function converse(child: Child, request: Request, context: ReadingContext, signal?: AbortSignal): Promise<Run> {
  const { limits } = context;
  return new Promise((resolve, reject) => {
    const reader = new ResponseReader(request, context);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      listening.dispose();
      signal?.removeEventListener('abort', abort);
      settle();
    };
    const abort = () => finish(() => reject(signal?.reason));
    const timer = setTimeout(() => {
      finish(() => resolve(reader.stopped({ kind: 'timedOut', limit: limits.time })));
    }, limits.time);
    const listening = child.heard((heard) => {
      const run = reader.hear(heard);
      if (run !== undefined) finish(() => resolve(run));
    });
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) return abort();
    child.send(request);
  });
}

/** Hears a child between two requests, when nothing is asked and only an end can come. */
export function overhear(child: Child, context: ReadingContext, ended: (stopped: Stopped) => void): Disposable {
  const reader = new ResponseReader(nothingAsked, context);
  const listening = child.heard((heard) => {
    const run = reader.hear(heard);
    if (run?.kind !== 'stopped') return;
    listening.dispose();
    ended(run.stopped);
  });
  return listening;
}

const nothingAsked: Request = { tokens: [], environment: {}, modules: [], places: {}, operations: [] };
