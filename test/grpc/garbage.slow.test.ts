import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientHttp2Session, connect } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { PersistentSubscriptionsService } from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import { ProjectionsService } from '@eventstore/db-client/generated/projections_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import fc from 'fast-check';
import { jsonEvent } from '../../src/eventstore/events.ts';
import { openRemoteStore } from '../../src/eventstore/remote.ts';
import { type ServedProcess, serveInProcess } from './clients/served-process.ts';
import { type Junk, junkFor } from './garbage.ts';
import { grpcHeaders } from './raw.ts';

const calls: readonly (readonly [path: string, count: number])[] = [
  ...Object.values(StreamsService).map(({ path }) => [path, 4000] as const),
  ...[
    GossipService.read,
    ServerFeaturesService.getSupportedMethods,
    ...Object.values(PersistentSubscriptionsService),
  ].map(({ path }) => [path, 1000] as const),
  ...Object.values(ProjectionsService).map(({ path }) => [path, 100] as const),
];

/** Calls under way at once, and how long one may last: a subscription would last for ever. */
const together = 100;
const longest = 100;

describe('a server that is sent garbage', () => {
  let server: ServedProcess;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ground-up-garbage-'));
    server = await serveInProcess({ dataFolder: folder });
    await answersWell(server);
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(folder, { recursive: true, force: true });
  });

  it(`lives through ${calls.reduce((sum, [, count]) => sum + count, 0)} odd and malformed calls, and its memory stays bounded`, async () => {
    await sendJunk(server, StreamsService.read.path, 500, 1);
    const atFirst = memoryOf(server);
    for (const [index, [path, count]] of calls.entries()) await sendJunk(server, path, count, index);
    await answersWell(server);
    const grown = memoryOf(server) - atFirst;
    assert.ok(grown < 250, `${Math.round(grown)} MB were added`);
  });

  it('lives through what is no gRPC, no HTTP/2, or no HTTP at all', async () => {
    const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
    const bytes = fc.sample(fc.uint8Array({ maxLength: 400 }), { numRuns: 150, seed: 7 });
    const junk: readonly Uint8Array[] = [
      Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'),
      Buffer.from('POST /event_store.client.streams.Streams/Read HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n'),
      Buffer.from('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'latin1'),
      Buffer.from(preface),
      ...bytes,
      ...bytes.map((frame) => Buffer.concat([Buffer.from(preface), frame])),
    ];
    await Promise.all(junk.map((sent) => sendTcp(server.port, sent)));
    await answersWell(server);
  });

  it('answers HTTP/1 with nothing that a web page could read', async () => {
    const answer = await sendTcp(server.port, Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    assert.doesNotMatch(answer, /^HTTP\/1/);
  });
});

/** A good append and read, as any client does them. */
async function answersWell({ connectionString }: ServedProcess): Promise<void> {
  const opened = await openRemoteStore(connectionString);
  assert.ok(opened.kind === 'opened');
  const { store } = opened;
  assert.equal((await store.append('sound', [jsonEvent({ type: 'A', data: {} })], 'any')).kind, 'appended');
  assert.equal((await store.readStream('sound', { limit: 1 })).kind, 'events');
  store.dispose();
}

/** Megabytes, as the system counts them. */
function memoryOf({ child }: ServedProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
}

async function sendJunk({ port }: ServedProcess, path: string, count: number, seed: number): Promise<void> {
  const all = fc.sample(junkFor(path), { numRuns: count, seed });
  for (let start = 0; start < all.length; start += together) {
    const session = connect(`http://127.0.0.1:${port}`);
    session.on('error', () => {});
    await Promise.all(all.slice(start, start + together).map((junk) => sendCall(session, path, junk)));
    session.destroy();
  }
}

/** Resolves when the call is over, however it ended; a bad one may take its whole connection with it. */
function sendCall(session: ClientHttp2Session, path: string, { pieces, ending }: Junk): Promise<void> {
  return new Promise((resolve) => {
    if (session.destroyed || session.closed) return resolve();
    const stream = session.request(grpcHeaders(path));
    const timer = setTimeout(() => stream.destroy(), longest);
    stream.on('error', () => {});
    stream.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
    stream.resume();
    for (const piece of pieces) stream.write(piece);
    if (ending === 'end') stream.end();
    else stream.close(8);
  });
}

function sendTcp(port: number, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connectTcp(port, '127.0.0.1', () => socket.write(bytes));
    const timer = setTimeout(() => socket.destroy(), 300);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
