import { type handleBidiStreamingCall, type ServerDuplexStream, status } from '@grpc/grpc-js';
import { DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import type { StoreUnavailable } from '../../eventstore/results.ts';
import type { Gate } from '../access/gate.ts';
import { type Failure, type OpenCalls, refusalOf, toServiceError } from '../calls.ts';
import { failureOf } from '../failures.ts';
import type { BatchMessage } from './batch-message.ts';
import { BatchRequests, type CompleteBatch } from './batch-requests.ts';
import { type BatchOutcome, batchResponse } from './batch-response.ts';

/**
 * Streams.BatchAppend: many appends over one call, each under its correlation id, in pieces until
 * one says that it is the last. Each id is answered exactly once: the clients wait for that, and
 * a second answer would end their process.
 */
export function batchAppendHandler(
  store: EventStore,
  calls: OpenCalls,
  gate: Gate | undefined,
): handleBidiStreamingCall<BatchMessage, Uint8Array> {
  return (call) => {
    const batches = new BatchCall(store, call, calls, gate);
    const refusal = refusalOf(call);
    if (refusal !== undefined) batches.fail(refusal);
  };
}

/** By the gate; that access is denied concerns one append, that the credentials are wrong the whole call. */
interface Refused {
  readonly kind: 'refused';
  readonly failure: Failure;
}

class BatchCall {
  readonly #store: EventStore;
  readonly #call: ServerDuplexStream<BatchMessage, Uint8Array>;
  readonly #gate: Gate | undefined;
  readonly #requests = new BatchRequests();
  readonly #open = new DisposableStore();
  /** Appends that were handed to the store and not answered yet. */
  #running = 0;
  #clientIsDone = false;

  constructor(
    store: EventStore,
    call: ServerDuplexStream<BatchMessage, Uint8Array>,
    calls: OpenCalls,
    gate: Gate | undefined,
  ) {
    this.#store = store;
    this.#gate = gate;
    this.#call = call;
    this.#open.add(calls.add({ end: (failure) => this.fail(failure) }, status.CANCELLED));
    call.on('data', (message: BatchMessage) => this.#take(message));
    call.on('drain', () => call.resume());
    call.on('error', () => this.#open.dispose());
    call.on('cancelled', () => this.#open.dispose());
    call.on('end', () => {
      this.#clientIsDone = true;
      this.#endWhenDone();
    });
  }

  fail(failure: Failure): void {
    if (this.#open.isDisposed) return;
    this.#open.dispose();
    this.#call.emit('error', toServiceError(failure));
  }

  #take(message: BatchMessage): void {
    if (this.#open.isDisposed) return;
    const taken = this.#requests.take(message);
    if (taken.kind === 'failed') this.fail(taken.failure);
    if (taken.kind !== 'complete') return;
    const { batch } = taken;
    this.#running += 1;
    this.#run(batch).then(
      (outcome) => this.#answer(batch, outcome),
      (thrown: unknown) => this.#answer(batch, { kind: 'unavailable', reason: messageOf(thrown) }),
    );
  }

  async #run({
    problem,
    deadline,
    stream,
    events,
    expected,
  }: CompleteBatch): Promise<BatchOutcome | StoreUnavailable | Refused> {
    if (problem !== undefined) return problem;
    if (deadline !== undefined && deadline <= Date.now()) return { kind: 'timeout' };
    const refused = this.#gate && (await this.#gate.pass(this.#call, { right: 'write', stream }));
    if (refused !== undefined) return { kind: 'refused', failure: refused };
    return this.#store.append(stream, events, expected);
  }

  #answer(batch: CompleteBatch, outcome: BatchOutcome | StoreUnavailable | Refused): void {
    this.#running -= 1;
    if (this.#open.isDisposed) return;
    // A store that takes nothing refuses every append of the call; as an answer to one of them the reason would be lost.
    if (outcome.kind === 'unavailable') return this.fail(failureOf(outcome));
    if (outcome.kind === 'refused' && outcome.failure.code !== status.PERMISSION_DENIED)
      return this.fail(outcome.failure);
    const answer: BatchOutcome = outcome.kind === 'refused' ? { kind: 'accessDenied', stream: batch.stream } : outcome;
    // Not reading on while the answers pile up is what bounds the memory.
    if (!this.#call.write(batchResponse(batch, answer))) this.#call.pause();
    this.#endWhenDone();
  }

  #endWhenDone(): void {
    if (!this.#clientIsDone || this.#running > 0 || this.#open.isDisposed) return;
    this.#open.dispose();
    this.#call.end();
  }
}
