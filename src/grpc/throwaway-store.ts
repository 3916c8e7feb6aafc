import type { EventStore } from '../eventstore/event-store.ts';
import { openMemoryStore } from '../eventstore/open.ts';
import { type ServerSettings, startServer } from './server.ts';

export type ThrowawayStore =
  | {
      readonly kind: 'opened';
      readonly store: EventStore;
      readonly connectionString: string;
      readonly port: number;
      /** Ends the server and forgets every event. Closing twice is harmless. */
      close(): Promise<void>;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** An empty store in memory behind a server, on a free port unless told otherwise, for as long as somebody needs it. */
export async function openThrowawayStore({
  port = 0,
  tls,
}: Pick<ServerSettings, 'port' | 'tls'> = {}): Promise<ThrowawayStore> {
  const store = openMemoryStore();
  const started = await startServer(store, { port, ...(tls !== undefined && { tls }) });
  if (started.kind !== 'listening') {
    store.dispose();
    return { kind: 'failed', reason: started.reason };
  }
  const { server } = started;
  const close = async () => {
    await server.stop();
    store.dispose();
  };
  return { kind: 'opened', store, connectionString: server.connectionString, port: server.port, close };
}
