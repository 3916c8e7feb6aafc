import { setTimeout as wait } from 'node:timers/promises';
import type { StorePart } from './store-part.ts';

/** Milliseconds for an event store to answer. */
const limit = 3_000;

/** Asks an event store for something small: undefined when it answers, else a sentence that says why it doesn't. */
export async function whyNoAnswer(part: StorePart, address: string): Promise<string | undefined> {
  const opened = await part.openRemoteStore(address);
  if (opened.kind !== 'opened') return opened.reason;
  const { store } = opened;
  const late = new AbortController();
  try {
    const read = store.readStream(watchedStream, { direction: 'backwards', limit: 1 });
    const none = wait(limit, undefined, { ref: false, signal: late.signal });
    const answer = await Promise.race([read, none]);
    if (answer === undefined) return `It did not answer within ${limit / 1000} seconds.`;
    return answer.kind === 'unavailable' ? answer.reason : undefined;
  } finally {
    late.abort();
    store.dispose();
  }
}

/** A stream that nobody writes: reading it says whether the store is there, and needs no right that a reader may lack. */
export const watchedStream = 'ground-up-is-it-there';
