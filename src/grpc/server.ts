import { randomUUID } from 'node:crypto';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { Server, ServerCredentials, type ServerOptions } from '@grpc/grpc-js';
import type { Disposable } from '../base/disposable.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import { PersistentSubscriptions } from '../eventstore/persistent/persistent-subscriptions.ts';
import { Projections } from '../eventstore/projections/projections.ts';
import { Gate } from './access/gate.ts';
import { type BindFailure, bindLoopback } from './bind.ts';
import { OpenCalls } from './calls.ts';
import { gossipHandler, supportedMethodsHandler } from './cluster-services.ts';
import { addMissingServices } from './missing-services.ts';
import { addPersistentSubscriptionsService } from './persistent/service.ts';
import { addProjectionsService } from './projections/service.ts';
import { addStreamsService } from './streams-service.ts';
import { announceAdministrator, Users } from './users/users.ts';
import { addUsersService } from './users/users-service.ts';

/** EventStoreDB's own port. */
export const defaultPort = 2113;

const megabyte = 1024 * 1024;

const serverOptions: ServerOptions = {
  // The clients may send an append as one message; grpc-js' own limit of 4 MB is smaller than theirs.
  'grpc.max_receive_message_length': 17 * megabyte,
  'grpc.max_send_message_length': -1,
};

/** How long a client has for hearing that its calls are over before its connection is cut. Milliseconds. */
const shutdownPatience = 250;

export interface StoreServer extends Disposable {
  readonly port: number;
  /** For the official clients: `esdb://127.0.0.1:2113?tls=false`; where calls are encrypted, `esdb://localhost:2113?tls=true`. */
  readonly connectionString: string;
  /** Ends open calls as EventStoreDB does, then closes the port. `dispose` does the same without telling when it is done. */
  stop(): Promise<void>;
}

export type StartResult = { readonly kind: 'listening'; readonly server: StoreServer } | BindFailure;

export interface ServerSettings {
  /** 0 for any free one. Default 2113. */
  readonly port?: number;
  /** Take any other port when this one is taken. Default no. */
  readonly orAnother?: boolean;
  /** Calls are encrypted, and made by users who say who they are. Default: neither, which loopback makes good for. */
  readonly tls?: Identity;
}

/** What a server proves with that it is the one it is taken for; both in PEM. */
export interface Identity {
  readonly certificate: Uint8Array;
  readonly key: Uint8Array;
}

/** Puts a store on EventStoreDB's gRPC protocol, on loopback only. The store stays its owner's. */
export async function startServer(store: EventStore, settings: ServerSettings = {}): Promise<StartResult> {
  const { port = defaultPort, orAnother = false, tls } = settings;
  const first = await tryToStart(store, port, tls);
  return first.kind !== 'listening' && orAnother && port !== 0 ? await tryToStart(store, 0, tls) : first;
}

async function tryToStart(store: EventStore, wanted: number, tls: Identity | undefined): Promise<StartResult> {
  const calls = new OpenCalls();
  const users = new Users(store);
  const gate = tls && new Gate(store, users);
  const instanceId = randomUUID();
  const subscriptions = new PersistentSubscriptions(store);
  const projections = new Projections(store);
  let port = wanted;
  const make = () => {
    const server = new Server(serverOptions);
    addStreamsService(server, store, calls, gate);
    addPersistentSubscriptionsService(server, subscriptions, calls, gate);
    addProjectionsService(server, projections, gate);
    server.addService(GossipService, { read: gossipHandler(instanceId, () => port) });
    server.addService(ServerFeaturesService, { getSupportedMethods: supportedMethodsHandler() });
    addUsersService(server, users, gate);
    addMissingServices(server);
    return server;
  };
  await announceAdministrator(store);
  const bound = await bindLoopback(make, wanted, tls && credentialsOf(tls));
  if (bound.kind !== 'bound') {
    subscriptions.dispose();
    projections.dispose();
    return bound;
  }
  port = bound.port;
  const stop = once(() => {
    // Before their calls end one by one, or each would leave its messages to those that are about to end too.
    subscriptions.dispose();
    projections.dispose();
    return stopServer(bound.server, calls);
  });
  const server: StoreServer = {
    port,
    // Certificates are made out to names.
    connectionString: tls ? `esdb://localhost:${port}?tls=true` : `esdb://127.0.0.1:${port}?tls=false`,
    stop,
    dispose: () => void stop(),
  };
  return { kind: 'listening', server };
}

function credentialsOf({ certificate, key }: Identity): ServerCredentials {
  return ServerCredentials.createSsl(null, [{ cert_chain: Buffer.from(certificate), private_key: Buffer.from(key) }]);
}

/** `tryShutdown` alone would wait for subscriptions for ever, `forceShutdown` alone would tell nobody why. */
function stopServer(server: Server, calls: OpenCalls): Promise<void> {
  calls.endAll();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      server.forceShutdown();
      resolve();
    };
    const timer = setTimeout(finish, shutdownPatience);
    server.tryShutdown(finish);
  });
}

function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
}
