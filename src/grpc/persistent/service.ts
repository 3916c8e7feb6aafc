import { PersistentSubscriptionsService } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/persistent_pb.js';
import type { MethodDefinition, Server } from '@grpc/grpc-js';
import type { PersistentSubscriptions } from '../../eventstore/persistent/persistent-subscriptions.ts';
import type { Gate } from '../access/gate.ts';
import type { OpenCalls } from '../calls.ts';
import { asItIs } from '../streams-service.ts';
import {
  createHandler,
  deleteHandler,
  getInfoHandler,
  listHandler,
  replayParkedHandler,
  restartHandler,
  updateHandler,
} from './management.ts';
import { readHandler } from './read.ts';

const read: MethodDefinition<ReadReq, Uint8Array> = { ...PersistentSubscriptionsService.read, ...asItIs };

/** Everything EventStoreDB has for persistent subscriptions. */
export function addPersistentSubscriptionsService(
  server: Server,
  subscriptions: PersistentSubscriptions,
  calls: OpenCalls,
  gate: Gate | undefined,
): void {
  const service = PersistentSubscriptionsService;
  server.addService(
    {
      read,
      create: service.create,
      update: service.update,
      delete: service.delete,
      getInfo: service.getInfo,
      replayParked: service.replayParked,
      list: service.list,
      restartSubsystem: service.restartSubsystem,
    },
    {
      read: readHandler(subscriptions, calls, gate),
      create: createHandler(subscriptions, gate),
      update: updateHandler(subscriptions, gate),
      delete: deleteHandler(subscriptions, gate),
      getInfo: getInfoHandler(subscriptions, gate),
      replayParked: replayParkedHandler(subscriptions, gate),
      list: listHandler(subscriptions, gate),
      restartSubsystem: restartHandler(subscriptions, gate),
    },
  );
}
