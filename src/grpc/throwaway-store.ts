import type { EventStore } from '../eventstore/event-store.ts';
import { openMemoryStore } from '../eventstore/open.ts';
import { startServer } from './server.ts';

export type ThrowawayStore =
  | {
      readonly kind: 'opened';
      readonly store: EventStore;
      readonly connectionString: string;
      /** Ends the server and forgets every event. */
      close(): Promise<void>;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** An empty store in memory behind a server on a free port, for as long as somebody needs it. */
export async function openThrowawayStore(): Promise<ThrowawayStore> {
  const store = openMemoryStore();
  const started = await startServer(store, { port: 0 });
  if (started.kind !== 'listening') {
    store.dispose();
    return { kind: 'failed', reason: started.reason };
  }
  const { connectionString, stop } = started.server;
  const close = async () => {
    await stop();
    store.dispose();
  };
  return { kind: 'opened', store, connectionString, close };
}
