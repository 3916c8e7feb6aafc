import { openMemoryStore } from '../../src/eventstore/open.ts';
import { openRemoteStore } from '../../src/eventstore/remote.ts';
import { startServer } from '../../src/grpc/server.ts';
import { conformance } from './suite.ts';

conformance('a store behind our server, through @eventstore/db-client', async (clock) => {
  const served = openMemoryStore({ now: () => clock.now });
  const started = await startServer(served, { port: 0 });
  if (started.kind !== 'listening') throw new Error(started.reason);
  const opened = await openRemoteStore(started.server.connectionString);
  if (opened.kind !== 'opened') throw new Error(opened.reason);
  const dispose = () => {
    opened.store.dispose();
    started.server.dispose();
    served.dispose();
  };
  return { store: opened.store, dispose };
});
