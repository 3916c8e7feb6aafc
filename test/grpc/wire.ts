import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ClientOptions, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import { type StoreServer, startServer } from '../../src/grpc/server.ts';

export interface Served {
  readonly store: EventStore;
  readonly server: StoreServer;
  readonly client: StreamsClient;
}

/** Gives a test a server of its own and the generated client, and stops both afterwards. */
export function served(run: (served: Served) => Promise<void>): () => Promise<void> {
  return async () => {
    const store = openMemoryStore();
    const started = await startServer(store, { port: 0 });
    if (started.kind !== 'listening') throw new Error(started.reason);
    const { server } = started;
    const client = streamsClient(server.port);
    try {
      await run({ store, server, client });
    } finally {
      client.close();
      await server.stop();
      store.dispose();
    }
  };
}

export function streamsClient(port: number, options: ClientOptions = {}, host = '127.0.0.1'): StreamsClient {
  return new StreamsClient(`${host}:${port}`, credentials.createInsecure(), options);
}

export interface Proposed {
  readonly id: string;
  readonly type?: string;
  readonly contentType?: string;
  readonly data?: string;
}

export function streamIdentifier(name: string) {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name, 'utf8'));
  return identifier;
}

export function uuid(text: string) {
  const message = new shared.UUID();
  message.setString(text);
  return message;
}

type ProposedMessage = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

function fill<Message extends ProposedMessage>(
  message: Message,
  { id, type, contentType, data = '{}' }: Proposed,
): Message {
  message.setId(uuid(id));
  if (type !== undefined) message.getMetadataMap().set('type', type);
  if (contentType !== undefined) message.getMetadataMap().set('content-type', contentType);
  message.setData(Buffer.from(data, 'utf8'));
  return message;
}

export function appendOptions(stream: string): AppendReq {
  const options = new streams.AppendReq.Options();
  options.setStreamIdentifier(streamIdentifier(stream));
  options.setAny(new shared.Empty());
  const request = new streams.AppendReq();
  request.setOptions(options);
  return request;
}

export function appendEvent(proposed: Proposed): AppendReq {
  const request = new streams.AppendReq();
  request.setProposedMessage(fill(new streams.AppendReq.ProposedMessage(), proposed));
  return request;
}

/** Sends the messages as one Append. */
export function sendAppend(client: StreamsClient, messages: readonly AppendReq[]): Promise<AppendResp> {
  return new Promise((resolve, reject) => {
    const call = client.append((error, response) => (error === null ? resolve(response) : reject(error)));
    for (const message of messages) call.write(message);
    call.end();
  });
}

export interface Batch {
  readonly correlation: string;
  readonly stream?: string;
  readonly events?: readonly Proposed[];
  readonly final?: boolean;
  readonly deadline?: Date;
}

export function batchMessage({ correlation, stream, events = [], final = true, deadline }: Batch): BatchAppendReq {
  const request = new streams.BatchAppendReq();
  request.setCorrelationId(uuid(correlation));
  request.setIsFinal(final);
  if (stream !== undefined) {
    const options = new streams.BatchAppendReq.Options();
    options.setStreamIdentifier(streamIdentifier(stream));
    options.setAny(new empty.Empty());
    if (deadline !== undefined) options.setDeadline(timestamp(deadline));
    request.setOptions(options);
  }
  request.setProposedMessagesList(events.map((event) => fill(new streams.BatchAppendReq.ProposedMessage(), event)));
  return request;
}

function timestamp(date: Date) {
  return timestamps.Timestamp.fromDate(date);
}

/** Sends the messages over one BatchAppend and gives all that comes back until the call ends. */
export function sendBatches(client: StreamsClient, messages: readonly BatchAppendReq[]): Promise<BatchAppendResp[]> {
  return new Promise((resolve, reject) => {
    const responses: BatchAppendResp[] = [];
    const call = client.batchAppend();
    call.on('data', (response: BatchAppendResp) => responses.push(response));
    call.on('error', reject);
    call.on('end', () => resolve(responses));
    for (const message of messages) call.write(message);
    call.end();
  });
}

export type Options = InstanceType<typeof streams.ReadReq.Options>;

/** A read of the whole stream with UUIDs as text, until it is changed. */
export function readRequest(stream: string | undefined, change: (options: Options) => void = () => {}) {
  const options = new streams.ReadReq.Options();
  if (stream === undefined) {
    const all = new streams.ReadReq.Options.AllOptions();
    all.setStart(new shared.Empty());
    options.setAll(all);
  } else {
    const place = new streams.ReadReq.Options.StreamOptions();
    place.setStreamIdentifier(streamIdentifier(stream));
    place.setStart(new shared.Empty());
    options.setStream(place);
  }
  const form = new streams.ReadReq.Options.UUIDOption();
  form.setString(new shared.Empty());
  options.setUuidOption(form);
  options.setNoFilter(new shared.Empty());
  options.setCount('1000');
  change(options);
  const request = new streams.ReadReq();
  request.setOptions(options);
  return request;
}

/** All messages of a read, or what it failed with. */
export function sendRead(client: StreamsClient, request: ReturnType<typeof readRequest>): Promise<ReadResp[]> {
  return new Promise((resolve, reject) => {
    const messages: ReadResp[] = [];
    const call = client.read(request);
    call.on('data', (message: ReadResp) => messages.push(message));
    call.on('error', reject);
    call.on('end', () => resolve(messages));
  });
}

/** One unary call of any generated client, as a promise. */
export function ask<T>(call: (answer: (error: ServiceError | null, response: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    call((error, response) => (error === null ? resolve(response) : reject(error))),
  );
}

export interface WireFailure {
  readonly code: number;
  readonly details: string;
  /** The trailers that are EventStoreDB's. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** How something ended that has to fail. */
export async function failureOf(work: Promise<unknown>): Promise<WireFailure> {
  const outcome = await work.then(
    () => 'nothing',
    (thrown: unknown) => thrown,
  );
  if (!isServiceError(outcome)) throw new Error(`A failed call was expected; what came was ${outcome}.`);
  const { code, details, metadata } = outcome;
  const trailers = Object.entries(metadata.getMap()).filter(([key]) => !httpHeaders.has(key));
  return { code, details, trailers: Object.fromEntries(trailers.map(([key, value]) => [key, String(value)])) };
}

const httpHeaders = new Set(['content-type', 'date', 'grpc-accept-encoding']);

function isServiceError(thrown: unknown): thrown is ServiceError {
  return thrown instanceof Error && 'code' in thrown && 'metadata' in thrown && thrown.metadata instanceof Metadata;
}
