import assert from 'node:assert/strict';
import { connect } from 'node:http2';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { WireInput } from '../../../src/grpc/wire/wire-input.ts';
import { framed, grpcHeaders } from '../raw.ts';
import { failureOf, type Options, readRequest, sendRead, served } from '../wire.ts';

/** `CaughtUp` as servers of 2025 and later fill it; the generated class here is older and would drop its fields. */
function caughtUpOf(
  client: StreamsClient,
  request: ReturnType<typeof readRequest>,
): Promise<Partial<Record<'seconds' | 'revision' | 'position', bigint>>> {
  const call = client.makeServerStreamRequest(
    '/event_store.client.streams.Streams/Read',
    (message: typeof request) => Buffer.from(message.serializeBinary()),
    (message: Buffer) => message,
    request,
  );
  return new Promise((resolve, reject) => {
    call.on('error', reject);
    call.on('data', (message: Buffer) => {
      const input = new WireInput(message);
      input.next();
      if (input.field !== 8) return;
      const caughtUp = input.message();
      const told: Partial<Record<'seconds' | 'revision' | 'position', bigint>> = {};
      while (caughtUp.next()) {
        if (caughtUp.field === 1) told.seconds = firstNumber(caughtUp.message());
        else if (caughtUp.field === 2) told.revision = caughtUp.signed();
        else if (caughtUp.field === 3) told.position = firstNumber(caughtUp.message());
      }
      resolve(told);
      call.cancel();
    });
  });
}

function firstNumber(input: WireInput): bigint {
  input.next();
  return input.unsigned();
}

async function given(store: EventStore, stream: string, ...types: readonly string[]): Promise<void> {
  await store.append(
    stream,
    types.map((type) => jsonEvent({ type, data: { type } })),
    'any',
  );
}

const content = streams.ReadResp.ContentCase;
const kindsOf = (messages: readonly ReadResp[]) => messages.map((message) => message.getContentCase());

describe('Read on the wire', () => {
  it(
    'tells of an event all that the clients need',
    served(async ({ client, store }) => {
      await given(store, 'game-1', 'A');
      const [message] = await sendRead(client, readRequest('game-1'));
      const event = message?.getEvent()?.getEvent();
      assert.ok(event);
      assert.match(event.getId()?.getString() ?? '', /^[0-9a-f-]{36}$/);
      assert.equal(Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(), 'game-1');
      assert.equal(event.getStreamRevision(), '0');
      assert.equal(event.getCommitPosition(), event.getPreparePosition());
      assert.equal(message?.getEvent()?.getCommitPosition(), event.getCommitPosition());
      const metadata = event.getMetadataMap();
      assert.deepEqual([metadata.get('type'), metadata.get('content-type')], ['A', 'application/json']);
      const created = Number(BigInt(metadata.get('created') ?? 0) / 10_000n);
      assert.ok(Math.abs(created - Date.now()) < 10_000);
      assert.equal(Buffer.from(event.getData_asU8()).toString(), '{"type":"A"}');
    }),
  );

  it(
    'says in the server’s own words that no record is at a position, with a filter and without',
    served(async ({ client, store }) => {
      await given(store, 'game-1', 'A');
      const from = (change: (options: Options) => void = () => {}) =>
        readRequest(undefined, (options) => {
          const place = new streams.ReadReq.Options.Position();
          place.setCommitPosition('1');
          place.setPreparePosition('1');
          options.getAll()?.setPosition(place);
          change(options);
        });
      const filtered = from((options) => {
        const filter = new streams.ReadReq.Options.FilterOptions();
        const expression = new streams.ReadReq.Options.FilterOptions.Expression();
        expression.setRegex('.*');
        filter.setEventType(expression);
        options.setFilter(filter);
      });
      const plain = await failureOf(sendRead(client, from()));
      assert.equal(plain.code, status.UNKNOWN);
      assert.match(plain.details, /^Unexpected ReadAllResult: InvalidPosition/);
      assert.match(
        (await failureOf(sendRead(client, filtered))).details,
        /^Unexpected FilteredReadAllResult: InvalidPosition/,
      );
    }),
  );

  it(
    'gives ids as two signed halves when asked to',
    served(async ({ client, store }) => {
      const id = 'ffffffff-ffff-fffe-0000-000000000002';
      await store.append('game-1', [jsonEvent({ type: 'A', data: {}, id })], 'any');
      const request = readRequest('game-1', (options) => {
        const form = new streams.ReadReq.Options.UUIDOption();
        form.setStructured(new shared.Empty());
        options.setUuidOption(form);
      });
      const [message] = await sendRead(client, request);
      const halves = message?.getEvent()?.getEvent()?.getId()?.getStructured();
      assert.deepEqual([halves?.getMostSignificantBits(), halves?.getLeastSignificantBits()], ['-2', '2']);
    }),
  );

  it(
    'says that a stream is not found with a message and a normal end',
    served(async ({ client, store }) => {
      await given(store, 'deleted', 'A');
      await store.deleteStream('deleted', 'any');
      for (const stream of ['never', 'deleted']) {
        const messages = await sendRead(client, readRequest(stream));
        assert.deepEqual(kindsOf(messages), [content.STREAM_NOT_FOUND]);
        const name = messages[0]?.getStreamNotFound()?.getStreamIdentifier()?.getStreamName_asU8();
        assert.equal(Buffer.from(name ?? []).toString(), stream);
      }
    }),
  );

  it(
    'says that a stream is deleted with an error and trailers',
    served(async ({ client, store }) => {
      await store.tombstoneStream('game-1', 'any');
      const failure = await failureOf(sendRead(client, readRequest('game-1')));
      assert.equal(failure.code, status.FAILED_PRECONDITION);
      assert.deepEqual(failure.trailers, { exception: 'stream-deleted', 'stream-name': 'game-1' });
    }),
  );

  it(
    'tells the last revision after the events to a client that asks for it',
    served(async ({ client, store }) => {
      await given(store, 'game-1', 'A', 'B', 'C');
      const request = readRequest('game-1', (options) => {
        const control = new streams.ReadReq.Options.ControlOption();
        control.setCompatibility(1);
        options.setControlOption(control);
        options.setCount('1');
      });
      const messages = await sendRead(client, request);
      assert.deepEqual(kindsOf(messages), [content.EVENT, content.LAST_STREAM_POSITION]);
      assert.equal(messages[1]?.getLastStreamPosition(), '2');
    }),
  );

  it(
    'confirms a subscription, gives history, and says once that it caught up',
    served(async ({ client, store }) => {
      await given(store, 'game-1', 'A', 'B');
      const kinds: number[] = [];
      const call = client.read(readRequest('game-1', subscription));
      const done = new Promise<void>((resolve) => {
        call.on('data', (message: ReadResp) => {
          kinds.push(message.getContentCase());
          if (message.hasCaughtUp()) given(store, 'game-1', 'C');
          if (kinds.length === 5) resolve();
        });
        call.on('error', () => resolve());
      });
      await done;
      call.cancel();
      assert.deepEqual(kinds, [content.CONFIRMATION, content.EVENT, content.EVENT, content.CAUGHT_UP, content.EVENT]);
    }),
  );

  it(
    'tells a checkpoint after 32 events considered, times the multiplier, when the filter names no window',
    served(async ({ client, store }) => {
      await given(store, 'game-1', ...Array.from({ length: 130 }, () => 'B'));
      const request = readRequest(undefined, (options) => {
        subscription(options);
        const filter = typeFilter('^A');
        filter.setCheckpointintervalmultiplier(2);
        options.clearNoFilter();
        options.setFilter(filter);
      });
      const positions: number[] = [];
      const call = client.read(request);
      await new Promise<void>((resolve) => {
        call.on('data', (message: ReadResp) => {
          if (message.hasCheckpoint()) positions.push(Number(message.getCheckpoint()?.getCommitPosition()));
          if (message.hasCaughtUp()) resolve();
        });
        call.on('error', () => resolve());
      });
      call.cancel();
      const all = (await sendRead(client, readRequest(undefined))).map((message) =>
        Number(message.getEvent()?.getCommitPosition()),
      );
      assert.deepEqual(positions, [all[63], all[127], all.at(-1)]);
    }),
  );

  it(
    'says when it caught up, and how far it had come by then',
    served(async ({ client, store }) => {
      await given(store, 'game-1', 'A', 'B');
      const told = (stream: string | undefined) => caughtUpOf(client, readRequest(stream, subscription));
      const ofStream = await told('game-1');
      assert.ok(Math.abs(Number(ofStream.seconds) * 1000 - Date.now()) < 10_000);
      assert.deepEqual([ofStream.revision, ofStream.position], [1n, undefined]);
      const last = (await sendRead(client, readRequest(undefined))).at(-1)?.getEvent()?.getCommitPosition();
      const ofAll = await told(undefined);
      assert.deepEqual([ofAll.revision, String(ofAll.position)], [undefined, last]);
      const ofNone = await told('game-none');
      assert.deepEqual([ofNone.seconds !== undefined, ofNone.revision], [true, undefined]);
    }),
  );

  it(
    'lets go of a subscription whose client is gone',
    served(async ({ client, store }) => {
      const call = client.read(readRequest(undefined, subscription));
      call.on('error', () => {});
      await new Promise((resolve) => call.once('data', resolve));
      call.cancel();
      await pause(50);
      // Nobody is left to send this to; a subscription still running would end the process.
      await given(store, 'game-1', 'A');
      assert.equal((await sendRead(client, readRequest('game-1'))).length, 1);
    }),
  );

  const refusals: readonly (readonly [string, (options: Options) => void, RegExp])[] = [
    ['without a form for UUIDs', (options) => options.clearUuidOption(), /uuid_option/],
    ['of nothing', (options) => options.clearStream(), /names a stream/],
    ['without a count', (options) => options.clearCount(), /how many/],
    [
      'that is a subscription going backwards',
      (options) => {
        subscription(options);
        options.setReadDirection(1);
      },
      /forwards only/,
    ],
    ['of a stream with a filter', (options) => options.setFilter(typeFilter('^A')), /Only a read of \$all/],
  ];
  for (const [title, change, sentence] of refusals) {
    it(
      `refuses a read ${title}`,
      served(async ({ client }) => {
        const failure = await failureOf(sendRead(client, readRequest('game-1', change)));
        assert.equal(failure.code, status.INVALID_ARGUMENT);
        assert.match(failure.details, sentence);
      }),
    );
  }

  it(
    'refuses a regular expression that it cannot understand',
    served(async ({ client }) => {
      const request = readRequest(undefined, (options) => options.setFilter(typeFilter('(')));
      assert.match((await failureOf(sendRead(client, request))).details, /regular expression/);
    }),
  );

  it(
    'waits for a client that does not read, instead of filling the memory',
    served(async ({ server, store }) => {
      const data = { text: 'x'.repeat(50_000) };
      for (let n = 0; n < 40; n += 1) {
        await store.append(
          'big',
          Array.from({ length: 16 }, () => jsonEvent({ type: 'A', data })),
          'any',
        );
      }
      const before = process.memoryUsage().arrayBuffers;
      const session = connect(`http://127.0.0.1:${server.port}`);
      const stream = session.request(grpcHeaders('/event_store.client.streams.Streams/Read'));
      stream.end(framed(readRequest('big').serializeBinary()));
      await pause(150);
      assert.ok(process.memoryUsage().arrayBuffers - before < 8_000_000);
      let bytes = 0;
      for await (const chunk of stream) bytes += chunk.length;
      assert.ok(bytes > 640 * 50_000);
      session.destroy();
    }),
  );
});

function subscription(options: Options): void {
  options.clearCount();
  options.setSubscription(new streams.ReadReq.Options.SubscriptionOptions());
}

function typeFilter(regex: string) {
  const expression = new streams.ReadReq.Options.FilterOptions.Expression();
  expression.setRegex(regex);
  const filter = new streams.ReadReq.Options.FilterOptions();
  filter.setEventType(expression);
  filter.setCount(new shared.Empty());
  return filter;
}
