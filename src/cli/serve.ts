import { messageOf } from '../base/errors.ts';
import type { EmbeddedStore } from '../eventstore/disk/embedded-event-store.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import type { Identity } from '../grpc/server.ts';
import { readIdentity } from './identity.ts';

export interface ServeOptions {
  /** EventStoreDB's own unless told otherwise; 0 for any free one. */
  readonly port?: number;
  /** Where events are kept; in memory only when undefined. */
  readonly dataFolder?: string | undefined;
  /** Print the connection string and nothing around it, for programs to read. */
  readonly bare?: boolean;
  /** Files in PEM: calls are encrypted, and made by users who say who they are. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
  /** Told one line, when clients may come. */
  readonly print: (line: string) => void;
  /** Told in a sentence what went wrong; standard error unless told otherwise. */
  readonly warn?: (line: string) => void;
  /** Stops the server. */
  readonly signal: AbortSignal;
}

/** Serves a store until the signal; resolves to the exit code: 0 after a clean stop, 2 when it could not start. */
export async function serve(options: ServeOptions): Promise<number> {
  const { dataFolder, tls, warn = console.error } = options;
  try {
    const identity = tls && readIdentity(tls);
    if (typeof identity === 'string') {
      warn(identity);
      return 2;
    }
    const store = await openStore(dataFolder);
    if (typeof store === 'string') {
      warn(store);
      return 2;
    }
    store.trouble?.(({ reason }) => warn(reason));
    try {
      return await serveStore(store, identity, { ...options, warn });
    } finally {
      store.dispose();
    }
  } catch (thrown) {
    warn(messageOf(thrown));
    return 2;
  }
}

async function serveStore(
  store: OpenedStore,
  tls: Identity | undefined,
  { port, bare = false, print, warn, signal }: ServeOptions & { readonly warn: (line: string) => void },
): Promise<number> {
  const { quietGrpc, startServer } = await loadStores();
  quietGrpc();
  const started = await startServer(store, {
    ...(port !== undefined && { port }),
    ...(tls !== undefined && { tls }),
  });
  if (started.kind !== 'listening') {
    warn(started.reason);
    return 2;
  }
  const { server } = started;
  store.announce?.(server.connectionString);
  print(bare ? server.connectionString : `listening on ${server.connectionString}`);
  if (store.remark !== undefined) warn(store.remark);
  await aborted(signal);
  await server.stop();
  return 0;
}

/** A store on disk has more to say than one in memory. */
type OpenedStore = EventStore & Partial<Pick<EmbeddedStore, 'announce' | 'remark' | 'trouble'>>;

/** The store, or a sentence that says why there is none. */
async function openStore(dataFolder: string | undefined): Promise<OpenedStore | string> {
  const { openEmbeddedStore, openMemoryStore } = await loadStores();
  if (dataFolder === undefined) return openMemoryStore();
  const opened = await openEmbeddedStore(dataFolder);
  if (opened.kind === 'opened') return opened.store;
  const address = opened.kind === 'held' ? opened.owner?.connectionString : undefined;
  return address === undefined ? opened.reason : `${opened.reason} It can be reached at ${address}.`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function loadStores() {
  return import('../grpc/bundle.ts');
}
