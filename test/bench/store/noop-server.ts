import { randomUUID } from 'node:crypto';
import { PersistentSubscriptionsService } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import type {
  ReadReq as ConsumeReq,
  ReadResp as ConsumeResp,
  CreateReq,
  CreateResp,
} from '@eventstore/db-client/generated/persistent_pb.js';
import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import {
  type handleBidiStreamingCall,
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
} from '@grpc/grpc-js';
import { persistentEvents, sampleData } from './sample.ts';

/** What no server can beat: it decodes what comes, keeps nothing, and answers what it always answers. */

function success(): AppendResp {
  const position = new streams.AppendResp.Position();
  position.setCommitPosition('1');
  position.setPreparePosition('1');
  const body = new streams.AppendResp.Success();
  body.setCurrentRevision('0');
  body.setPosition(position);
  const response = new streams.AppendResp();
  response.setSuccess(body);
  return response;
}

function batchSuccess(request: BatchAppendReq): BatchAppendResp {
  const position = new shared.AllStreamPosition();
  position.setCommitPosition('1');
  position.setPreparePosition('1');
  const body = new streams.BatchAppendResp.Success();
  body.setCurrentRevision('0');
  body.setPosition(position);
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(request.getOptions()?.getStreamIdentifier());
  response.setSuccess(body);
  return response;
}

function readResponse(revision: number): ReadResp {
  const id = new shared.UUID();
  id.setString(randomUUID());
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from('bench-read'));
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  event.setId(id);
  event.setStreamIdentifier(identifier);
  event.setStreamRevision(String(revision));
  event.setPreparePosition(String(revision + 1));
  event.setCommitPosition(String(revision + 1));
  event.getMetadataMap().set('type', 'MoveMade');
  event.getMetadataMap().set('content-type', 'application/json');
  event.getMetadataMap().set('created', '17204616000000000');
  event.setData(Buffer.from(JSON.stringify(sampleData(revision))));
  const body = new streams.ReadResp.ReadEvent();
  body.setEvent(event);
  body.setCommitPosition(String(revision + 1));
  const response = new streams.ReadResp();
  response.setEvent(body);
  return response;
}

const prepared = Array.from({ length: 10_000 }, (_, n) => readResponse(n));

const append: handleClientStreamingCall<AppendReq, AppendResp> = (call, callback) => {
  call.on('data', () => {});
  call.on('end', () => callback(null, success()));
};

const batchAppend: handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> = (call) => {
  call.on('data', (request: BatchAppendReq) => {
    if (request.getIsFinal()) call.write(batchSuccess(request));
  });
  call.on('end', () => call.end());
};

const read: handleServerStreamingCall<ReadReq, ReadResp> = async (call) => {
  for (const response of prepared) {
    if (!call.write(response)) await new Promise((resolve) => call.once('drain', resolve));
  }
  call.end();
};

const create: handleUnaryCall<CreateReq, CreateResp> = (_call, callback) => callback(null, new persistent.CreateResp());

/** Messages given out of each group, to all of its consumers together. */
const given = new Map<string, number>();

function consumeResponse(n: number): ConsumeResp {
  const id = new shared.UUID();
  id.setString(randomUUID());
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from('bench-read'));
  const event = new persistent.ReadResp.ReadEvent.RecordedEvent();
  event.setId(id);
  event.setStreamIdentifier(identifier);
  event.setStreamRevision(String(n));
  event.setPreparePosition(String(n + 1));
  event.setCommitPosition(String(n + 1));
  event.getMetadataMap().set('type', 'MoveMade');
  event.getMetadataMap().set('content-type', 'application/json');
  event.getMetadataMap().set('created', '17204616000000000');
  event.setData(Buffer.from(JSON.stringify(sampleData(n))));
  const body = new persistent.ReadResp.ReadEvent();
  body.setEvent(event);
  body.setCommitPosition(String(n + 1));
  body.setRetryCount(0);
  const response = new persistent.ReadResp();
  response.setEvent(body);
  return response;
}

const consumable = Array.from({ length: 1000 }, (_, n) => consumeResponse(n));

/** One more message for each that is acknowledged, until the group has had all of them. */
const consume: handleBidiStreamingCall<ConsumeReq, ConsumeResp> = (call) => {
  let group = '';
  const give = (count: number) => {
    for (let n = 0; n < count; n += 1) {
      const next = given.get(group) ?? 0;
      const response = consumable[next % consumable.length];
      if (next >= persistentEvents || response === undefined) return;
      given.set(group, next + 1);
      call.write(response);
    }
  };
  call.on('data', (request: ConsumeReq) => {
    const options = request.getOptions();
    if (options === undefined) return give(request.getAck()?.getIdsList().length ?? 0);
    group = options.getGroupName();
    const confirmation = new persistent.ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId(group);
    const response = new persistent.ReadResp();
    response.setSubscriptionConfirmation(confirmation);
    call.write(response);
    give(options.getBufferSize());
  });
  call.on('error', () => {});
  call.on('end', () => call.end());
};

const supported = new features.SupportedMethods();
supported.setEventStoreServerVersion('24.10.0');
for (const method of ['append', 'batchappend', 'read']) {
  const entry = new features.SupportedMethod();
  entry.setServiceName('event_store.client.streams.streams');
  entry.setMethodName(method);
  supported.addMethods(entry);
}

const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
server.addService(StreamsService, { append, batchAppend, read });
server.addService(
  { create: PersistentSubscriptionsService.create, read: PersistentSubscriptionsService.read },
  { create, read: consume },
);
server.addService(ServerFeaturesService, {
  getSupportedMethods: (_call: unknown, callback: (error: null, response: unknown) => void) =>
    callback(null, supported),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  console.log(`listening on esdb://127.0.0.1:${port}?tls=false`);
});
