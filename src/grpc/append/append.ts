import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type handleClientStreamingCall, type ServerReadableStream, type sendUnaryData, status } from '@grpc/grpc-js';
import { DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import type { Gate } from '../access/gate.ts';
import { type Failure, type OpenCalls, refusalOf, toServiceError } from '../calls.ts';
import { invalid } from '../failures.ts';
import { AppendRequest } from './append-request.ts';
import { appendResponse } from './append-response.ts';

/** Streams.Append: first the options, then one message for each event, answered when the client is done. */
export function appendHandler(
  store: EventStore,
  calls: OpenCalls,
  gate: Gate | undefined,
): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, callback) => {
    const pass = async (stream: string) => gate?.pass(call, { right: 'write', stream });
    const append = new AppendCall(store, pass, call, callback, calls);
    const refusal = refusalOf(call);
    if (refusal !== undefined) append.fail(refusal);
  };
}

const gone: Failure = { code: status.CANCELLED, details: 'The client went away.' };

class AppendCall {
  readonly #store: EventStore;
  readonly #pass: (stream: string) => Promise<Failure | undefined>;
  readonly #callback: sendUnaryData<AppendResp>;
  readonly #request = new AppendRequest();
  /** Disposed as soon as the call is answered, one way or the other. */
  readonly #open = new DisposableStore();

  constructor(
    store: EventStore,
    pass: (stream: string) => Promise<Failure | undefined>,
    call: ServerReadableStream<AppendReq, AppendResp>,
    callback: sendUnaryData<AppendResp>,
    calls: OpenCalls,
  ) {
    this.#store = store;
    this.#pass = pass;
    this.#callback = callback;
    this.#open.add(calls.add({ end: (failure) => this.fail(failure) }, status.UNAVAILABLE));
    call.on('data', (message: AppendReq) => this.#take(message));
    call.on('error', () => this.fail(gone));
    call.on('cancelled', () => this.fail(gone));
    call.on('end', () => this.#append());
  }

  fail(failure: Failure): void {
    if (this.#open.isDisposed) return;
    this.#open.dispose();
    this.#callback(toServiceError(failure));
  }

  #take(message: AppendReq): void {
    if (this.#open.isDisposed) return;
    const failure = this.#request.take(message);
    if (failure !== undefined) this.fail(failure);
  }

  #append(): void {
    if (this.#open.isDisposed) return;
    const { target, events } = this.#request;
    if (target === undefined) {
      return this.fail(invalid('An append begins with its options: stream and expected revision.'));
    }
    const append = async () => {
      const refused = await this.#pass(target.stream);
      return refused ?? appendResponse(await this.#store.append(target.stream, events, target.expected));
    };
    append().then(
      (response) => this.#answer(response),
      (thrown: unknown) => this.fail({ code: status.INTERNAL, details: messageOf(thrown) }),
    );
  }

  #answer(response: AppendResp | Failure): void {
    if ('code' in response) return this.fail(response);
    if (this.#open.isDisposed) return;
    this.#open.dispose();
    this.#callback(null, response);
  }
}
