/** What the editor loads when the store is first needed; the root of a bundle of its own. */
export { openEmbeddedStore, openMemoryStore } from '../../eventstore/open.ts';
export { openRemoteStore } from '../../eventstore/remote.ts';
export { isEventStore } from '../../grpc/probe.ts';
export { defaultPort, startServer } from '../../grpc/server.ts';
