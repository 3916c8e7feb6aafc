/**
 * Everything that needs the gRPC library: opening a store and putting a server in front of it. The
 * root of a bundle of its own, so that the library is carried once and loaded when it is needed.
 */
export { type Renewed, renewStore } from '../eventstore/disk/damage/renew.ts';
export { openEmbeddedStore, openMemoryStore } from '../eventstore/open.ts';
export { openRemoteStore } from '../eventstore/remote.ts';
export { isEventStore } from './probe.ts';
export { quietGrpc } from './quiet.ts';
export { defaultPort, startServer } from './server.ts';
export { openThrowawayStore } from './throwaway-store.ts';
