import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { MethodDefinition, Server } from '@grpc/grpc-js';
import type { EventStore } from '../eventstore/event-store.ts';
import { appendHandler } from './append.ts';
import { batchAppendHandler } from './batch-append.ts';
import type { OpenCalls } from './calls.ts';
import { deleteHandler, tombstoneHandler } from './deletes.ts';
import { readHandler } from './read.ts';

/** Read's answers are written by hand, so the bytes go out as they are. */
const read: MethodDefinition<ReadReq, Uint8Array> = {
  ...StreamsService.read,
  responseSerialize: (message) => Buffer.from(message.buffer, message.byteOffset, message.byteLength),
  responseDeserialize: (message) => message,
};

export function addStreamsService(server: Server, store: EventStore, calls: OpenCalls): void {
  const { append, batchAppend, delete: softDelete, tombstone } = StreamsService;
  server.addService(
    { read, append, batchAppend, delete: softDelete, tombstone },
    {
      read: readHandler(store, calls),
      append: appendHandler(store, calls),
      batchAppend: batchAppendHandler(store, calls),
      delete: deleteHandler(store),
      tombstone: tombstoneHandler(store),
    },
  );
}
