import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { type handleServerStreamingCall, type ServerWritableStream, status } from '@grpc/grpc-js';
import { DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { EventStore, SubscriptionObserver } from '../../eventstore/event-store.ts';
import type { ResolvedEvent } from '../../eventstore/events.ts';
import type { SubscriptionEnd } from '../../eventstore/results.ts';
import { StoreError } from '../../eventstore/store-error.ts';
import type { Gate } from '../access/gate.ts';
import { type Failure, type OpenCalls, refusalOf, toServiceError } from '../calls.ts';
import { failureOf } from '../failures.ts';
import { EventEncoder } from './event-encoder.ts';
import { caughtUp, checkpoint, confirmation, lastStreamPosition, streamNotFound } from './read-messages.ts';
import { parseRead, type ReadMode, type ReadRequest } from './read-request.ts';

type Call = ServerWritableStream<ReadReq, Uint8Array>;

/** Streams.Read: reads and catch-up subscriptions, of a stream or of `$all`. */
export function readHandler(
  store: EventStore,
  calls: OpenCalls,
  gate: Gate | undefined,
): handleServerStreamingCall<ReadReq, Uint8Array> {
  return (call) => {
    const answer = new ReadAnswer(call, calls);
    const refusal = refusalOf(call);
    if (refusal !== undefined) return answer.fail(refusal);
    const parsed = parseRead(call.request);
    if (parsed.kind === 'invalid') return answer.fail(parsed.failure);
    const { request } = parsed;
    const run = async () => {
      const refused = await gate?.pass(call, { right: 'read', stream: request.stream ?? '$all' });
      if (refused !== undefined) return answer.fail(refused);
      return request.mode.kind === 'subscription'
        ? subscribe(store, request, request.mode, answer)
        : read(store, request, request.mode, answer);
    };
    run().catch((thrown: unknown) => answer.fail(failureOfRead(request, thrown)));
  };
}

/** The answering side of one call: one message after the other, at the client's pace, and one end. */
class ReadAnswer {
  readonly owned = new DisposableStore();
  readonly #call: Call;
  #resume: () => void = () => {};

  constructor(call: Call, calls: OpenCalls) {
    this.#call = call;
    this.owned.add(calls.add({ end: (failure) => this.fail(failure) }, status.CANCELLED));
    call.on('cancelled', () => this.#close());
    call.on('error', () => this.#close());
    call.on('drain', () => this.#resume());
  }

  get isOver(): boolean {
    return this.owned.isDisposed;
  }

  /** The promise, where there is one, is to be waited for before more is sent. */
  send(message: Uint8Array): void | Promise<void> {
    if (this.isOver || this.#call.write(message)) return undefined;
    return new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  end(): void {
    if (this.isOver) return;
    this.#close();
    this.#call.end();
  }

  fail(failure: Failure): void {
    if (this.isOver) return;
    this.#close();
    this.#call.emit('error', toServiceError(failure));
  }

  #close(): void {
    this.owned.dispose();
    this.#resume();
  }
}

async function read(
  store: EventStore,
  request: ReadRequest,
  mode: ReadMode & { kind: 'read' },
  answer: ReadAnswer,
): Promise<void> {
  const { stream, from, resolveLinks, filter } = request;
  const { direction, limit, tellsLast } = mode;
  const options = { direction, from, limit, resolveLinks };
  if (stream === undefined) {
    await sendAll(store.readAll(filter === undefined ? options : { ...options, filter }), request, answer);
    return answer.end();
  }
  const result = await store.readStream(stream, options);
  if (result.kind === 'streamNotFound') {
    await answer.send(streamNotFound(stream));
    return answer.end();
  }
  if (result.kind !== 'events') return answer.fail(failureOf(result));
  await sendAll(result.events, request, answer);
  if (tellsLast && result.lastRevision !== undefined) await answer.send(lastStreamPosition(result.lastRevision));
  answer.end();
}

async function sendAll(events: AsyncIterable<ResolvedEvent>, { uuid }: ReadRequest, answer: ReadAnswer): Promise<void> {
  const encoder = new EventEncoder(uuid);
  for await (const event of events) {
    if (answer.isOver) return;
    const wait = answer.send(encoder.encode(event));
    if (wait !== undefined) await wait;
  }
}

async function subscribe(
  store: EventStore,
  request: ReadRequest,
  { checkpointEvery }: ReadMode & { kind: 'subscription' },
  answer: ReadAnswer,
): Promise<void> {
  const { stream, from, resolveLinks, filter, uuid } = request;
  const encoder = new EventEncoder(uuid);
  await answer.send(confirmation(randomUUID()));
  if (answer.isOver) return;
  const observer: SubscriptionObserver = {
    event: (event) => answer.send(encoder.encode(event)),
    caughtUp: (place) => answer.send(caughtUp(stream === undefined ? 'position' : 'revision', place)),
    checkpoint: (position) => answer.send(checkpoint(position)),
    ended: (end) => answer.fail(failureOfEnd(request, end)),
  };
  const options = { from, resolveLinks };
  const all = { ...options, checkpointEvery, ...(filter !== undefined && { filter }) };
  answer.owned.add(
    stream === undefined ? store.subscribeToAll(observer, all) : store.subscribeToStream(stream, observer, options),
  );
}

function failureOfRead(request: ReadRequest, thrown: unknown): Failure {
  if (thrown instanceof StoreError) return failureOfEnd(request, thrown.refusal);
  return { code: status.UNAVAILABLE, details: messageOf(thrown) };
}

function failureOfEnd({ filter }: ReadRequest, end: SubscriptionEnd): Failure {
  if (end.kind === 'observerFailed') return { code: status.INTERNAL, details: messageOf(end.thrown) };
  const failure = failureOf(end);
  if (filter === undefined || end.kind !== 'unavailable') return failure;
  // The server reads with a filter by another operation, which has another name.
  return { ...failure, details: failure.details.replace('ReadAllResult', 'FilteredReadAllResult') };
}
