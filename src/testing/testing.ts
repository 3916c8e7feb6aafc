import type { StartEventStore } from './types.ts';

export type { StartEventStore, TestEventStore, TestEventStoreOptions } from './types.ts';

/** Starts an event store for tests: a few milliseconds, nothing to install, nothing left behind. */
export const startEventStore: StartEventStore = async ({ port = 0, tls } = {}) => {
  const { openThrowawayStore } = await import('../grpc/bundle.ts');
  const opened = await openThrowawayStore({ port, ...(tls !== undefined && { tls }) });
  if (opened.kind !== 'opened') throw new Error(opened.reason);
  const { connectionString, close } = opened;
  return { connectionString, port: opened.port, stop: close, [Symbol.asyncDispose]: close };
};
