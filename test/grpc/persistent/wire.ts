import { PersistentSubscriptionsClient } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/persistent_pb.js';
import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { type ClientDuplexStream, credentials, type Metadata, type ServiceError } from '@grpc/grpc-js';
import { type Served, served, streamIdentifier, uuid } from '../wire.ts';

export interface ServedPersistent extends Omit<Served, 'client'> {
  readonly client: PersistentSubscriptionsClient;
}

/** Gives a test a server of its own and the generated client of its persistent subscriptions. */
export function servedPersistent(run: (served: ServedPersistent) => Promise<void>): () => Promise<void> {
  return served(async ({ store, server }) => {
    const client = new PersistentSubscriptionsClient(`127.0.0.1:${server.port}`, credentials.createInsecure());
    try {
      await run({ store, server, client });
    } finally {
      client.close();
    }
  });
}

/** One unary call as a promise. */
export function ask<T>(call: (answer: (error: ServiceError | null, response: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    call((error, response) => (error === null ? resolve(response) : reject(error))),
  );
}

export type Settings = InstanceType<typeof persistent.CreateReq.Settings>;

/** A subscription to a stream from its start, with the clients' own defaults until they are changed. */
export function createRequest(stream: string, group: string, change: (settings: Settings) => void = () => {}) {
  const place = new persistent.CreateReq.StreamOptions();
  place.setStreamIdentifier(streamIdentifier(stream));
  place.setStart(new shared.Empty());
  const settings = new persistent.CreateReq.Settings();
  settings.setMessageTimeoutMs(30_000);
  settings.setCheckpointAfterMs(2_000);
  settings.setMaxRetryCount(10);
  settings.setMinCheckpointCount(10);
  settings.setMaxCheckpointCount(1_000);
  settings.setHistoryBufferSize(500);
  settings.setLiveBufferSize(500);
  settings.setReadBatchSize(20);
  settings.setNamedConsumerStrategy(persistent.CreateReq.ConsumerStrategy.ROUNDROBIN);
  change(settings);
  const options = new persistent.CreateReq.Options();
  options.setStream(place);
  options.setGroupName(group);
  options.setSettings(settings);
  const request = new persistent.CreateReq();
  request.setOptions(options);
  return request;
}

export function infoRequest(stream: string, group: string) {
  const options = new persistent.GetInfoReq.Options();
  options.setStreamIdentifier(streamIdentifier(stream));
  options.setGroupName(group);
  const request = new persistent.GetInfoReq();
  request.setOptions(options);
  return request;
}

export function deleteRequest(stream: string, group: string) {
  const options = new persistent.DeleteReq.Options();
  options.setStreamIdentifier(streamIdentifier(stream));
  options.setGroupName(group);
  const request = new persistent.DeleteReq();
  request.setOptions(options);
  return request;
}

export function readOptions(stream: string, group: string, bufferSize = 10) {
  const form = new persistent.ReadReq.Options.UUIDOption();
  form.setString(new shared.Empty());
  const options = new persistent.ReadReq.Options();
  options.setStreamIdentifier(streamIdentifier(stream));
  options.setGroupName(group);
  options.setBufferSize(bufferSize);
  options.setUuidOption(form);
  const request = new persistent.ReadReq();
  request.setOptions(options);
  return request;
}

export function ackRequest(...ids: readonly string[]) {
  const ack = new persistent.ReadReq.Ack();
  ack.setIdsList(ids.map(uuid));
  const request = new persistent.ReadReq();
  request.setAck(ack);
  return request;
}

export function nackRequest(action: 0 | 1 | 2 | 3 | 4, ...ids: readonly string[]) {
  const nack = new persistent.ReadReq.Nack();
  nack.setIdsList(ids.map(uuid));
  nack.setAction(action);
  nack.setReason('because');
  const request = new persistent.ReadReq();
  request.setNack(nack);
  return request;
}

/** A Read under way, with what came of it. */
export class Reading {
  readonly call: ClientDuplexStream<InstanceType<typeof persistent.ReadReq>, ReadResp>;
  readonly messages: ReadResp[] = [];
  /** Rejected with what the call ended with, resolved when it ended well. */
  readonly ended: Promise<void>;
  #woken = (): void => {};

  constructor(client: PersistentSubscriptionsClient, metadata?: Metadata) {
    this.call = metadata === undefined ? client.read() : client.read(metadata);
    this.ended = new Promise((resolve, reject) => {
      this.call.on('error', reject);
      this.call.on('end', resolve);
    });
    // Whoever does not ask how it ended does not mind.
    this.ended.catch(() => {});
    this.call.on('data', (message: ReadResp) => {
      this.messages.push(message);
      this.#woken();
    });
  }

  /** Resolves once so many messages came, the confirmation among them; fails after ten seconds. */
  async until(count: number): Promise<readonly ReadResp[]> {
    const deadline = Date.now() + 10_000;
    while (this.messages.length < count) {
      if (Date.now() > deadline) throw new Error(`Waited for ${count} messages; ${this.messages.length} came.`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#woken = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.messages;
  }
}
