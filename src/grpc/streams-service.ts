import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { MethodDefinition, Server } from '@grpc/grpc-js';
import type { EventStore } from '../eventstore/event-store.ts';
import type { Gate } from './access/gate.ts';
import { appendHandler } from './append/append.ts';
import { batchAppendHandler } from './append/batch-append.ts';
import { type BatchMessage, decodeBatchMessage } from './append/batch-message.ts';
import type { OpenCalls } from './calls.ts';
import { deleteHandler, tombstoneHandler } from './deletes.ts';
import { readHandler } from './read/read.ts';

/** What is written by hand goes out as it is. */
export const asItIs = {
  responseSerialize: (message: Uint8Array) => Buffer.from(message.buffer, message.byteOffset, message.byteLength),
  responseDeserialize: (message: Buffer): Uint8Array => message,
};

const read: MethodDefinition<ReadReq, Uint8Array> = { ...StreamsService.read, ...asItIs };

const batchAppend: MethodDefinition<BatchMessage, Uint8Array> = {
  ...StreamsService.batchAppend,
  ...asItIs,
  requestDeserialize: decodeBatchMessage,
  requestSerialize: () => {
    throw new Error('A server reads requests and writes none.');
  },
};

export function addStreamsService(server: Server, store: EventStore, calls: OpenCalls, gate: Gate | undefined): void {
  const { append, delete: softDelete, tombstone } = StreamsService;
  server.addService(
    { read, append, batchAppend, delete: softDelete, tombstone },
    {
      read: readHandler(store, calls, gate),
      append: appendHandler(store, calls, gate),
      batchAppend: batchAppendHandler(store, calls, gate),
      delete: deleteHandler(store, gate),
      tombstone: tombstoneHandler(store, gate),
    },
  );
}
