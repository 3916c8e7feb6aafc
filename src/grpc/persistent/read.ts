import persistent, { type ReadReq } from '@eventstore/db-client/generated/persistent_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { type handleBidiStreamingCall, type ServerDuplexStream, status } from '@grpc/grpc-js';
import { DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { ConsumerConnection, ConsumerObserver, ConsumerOptions } from '../../eventstore/persistent/connection.ts';
import type { RefusalAction } from '../../eventstore/persistent/engine/message.ts';
import type {
  PersistentSubscriptions,
  SubscriptionName,
} from '../../eventstore/persistent/persistent-subscriptions.ts';
import type { Gate } from '../access/gate.ts';
import { type Failure, type OpenCalls, refusalOf, toServiceError } from '../calls.ts';
import { invalid } from '../failures.ts';
import { EventEncoder } from '../read/event-encoder.ts';
import { uuidFrom } from '../wire/wire-values.ts';
import { callerOf } from './caller.ts';
import { droppedFailure, subscriptionFailure } from './failures.ts';
import { nameFrom } from './names.ts';

type Call = ServerDuplexStream<ReadReq, Uint8Array>;

/** By their number in `persistent.proto`. */
const actions: readonly RefusalAction[] = ['unknown', 'park', 'retry', 'skip', 'stop'];

/** PersistentSubscriptions.Read: messages go one way, what became of them comes back the other. */
export function readHandler(
  subscriptions: PersistentSubscriptions,
  calls: OpenCalls,
  gate: Gate | undefined,
): handleBidiStreamingCall<ReadReq, Uint8Array> {
  return (call) => {
    const consumer = new ReadCall(subscriptions, call, calls, gate);
    const refusal = refusalOf(call);
    if (refusal !== undefined) consumer.fail(refusal);
  };
}

class ReadCall {
  readonly #subscriptions: PersistentSubscriptions;
  readonly #call: Call;
  readonly #gate: Gate | undefined;
  /** Disposed when the call is over, one way or the other; then the consumer leaves. */
  readonly #open = new DisposableStore();
  #isConnecting = false;
  #connection: ConsumerConnection | undefined;

  constructor(subscriptions: PersistentSubscriptions, call: Call, calls: OpenCalls, gate: Gate | undefined) {
    this.#gate = gate;
    this.#subscriptions = subscriptions;
    this.#call = call;
    this.#open.add(calls.add({ end: (failure) => this.fail(failure) }, status.CANCELLED));
    call.on('data', (message: ReadReq) => this.#take(message));
    call.on('drain', () => this.#connection?.resume());
    call.on('error', () => this.#open.dispose());
    call.on('cancelled', () => this.#open.dispose());
    call.on('end', () => this.#end());
  }

  fail(failure: Failure): void {
    if (this.#open.isDisposed) return;
    this.#open.dispose();
    this.#call.emit('error', toServiceError(failure));
  }

  /** Who says nothing more cannot acknowledge anything more. */
  #end(): void {
    if (this.#open.isDisposed) return;
    this.#open.dispose();
    this.#call.end();
  }

  #take(message: ReadReq): void {
    if (this.#open.isDisposed) return;
    const options = message.getOptions();
    if (options !== undefined) return this.#begin(options);
    if (this.#connection === undefined)
      return this.fail(invalid('A persistent subscription is read with options first.'));
    const [ack, nack] = [message.getAck(), message.getNack()];
    const ids = idsFrom((ack ?? nack)?.getIdsList() ?? []);
    if (ids === undefined) return this.fail(invalid('What is acknowledged, or not, is named by ids that are UUIDs.'));
    if (ack !== undefined) this.#connection.acknowledge(ids);
    else if (nack !== undefined) this.#connection.refuse(ids, actions[nack.getAction()] ?? 'unknown', nack.getReason());
  }

  #begin(options: NonNullable<ReturnType<ReadReq['getOptions']>>): void {
    if (this.#isConnecting) return this.fail(invalid('A persistent subscription is read with options once.'));
    this.#isConnecting = true;
    const name = nameFrom(options);
    if (typeof name === 'string') return this.fail(invalid(name));
    const [connectionName] = this.#call.metadata.get('connection-name');
    const consumer = {
      limit: options.getBufferSize(),
      from: this.#call.getPeer(),
      connectionName: connectionName === undefined ? '<unknown>' : String(connectionName),
    };
    const encoder = new EventEncoder(options.getUuidOption()?.hasString() === true ? 'string' : 'structured');
    this.#connect(name, encoder, consumer).catch((thrown: unknown) =>
      this.fail({ code: status.INTERNAL, details: messageOf(thrown) }),
    );
  }

  async #connect(
    name: SubscriptionName,
    encoder: EventEncoder,
    consumer: Omit<ConsumerOptions, 'user'>,
  ): Promise<void> {
    const caller = await callerOf(this.#call, this.#gate, { right: 'read', stream: name.source });
    if ('code' in caller) return this.fail(caller);
    if (this.#open.isDisposed) return;
    const observer: ConsumerObserver = {
      connected: (id) => this.#call.write(confirmation(id)),
      message: (event, retries) => !this.#open.isDisposed && this.#call.write(encoder.encode(event, retries)),
      dropped: (reason) => this.fail(droppedFailure(name, reason)),
    };
    const result = await this.#subscriptions.connect(name, observer, { ...consumer, user: caller.user });
    if (result.kind !== 'connected') return this.fail(subscriptionFailure(result, name));
    this.#connection = this.#open.add(result.connection);
  }
}

/** Undefined when one of them is no UUID. */
function idsFrom(uuids: readonly UUID[]): string[] | undefined {
  const ids = uuids.map(uuidFrom);
  return ids.includes(undefined) ? undefined : ids.filter((id) => id !== undefined);
}

function confirmation(subscriptionId: string): Uint8Array {
  const body = new persistent.ReadResp.SubscriptionConfirmation();
  body.setSubscriptionId(subscriptionId);
  const response = new persistent.ReadResp();
  response.setSubscriptionConfirmation(body);
  return response.serializeBinary();
}
