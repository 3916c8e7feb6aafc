import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import type { StrategyName } from '../../../src/eventstore/persistent/settings.ts';
import { Script } from './script.ts';

/** Two consumers with room for two messages each. */
function withTwo(strategy: StrategyName): Script {
  const script = new Script({ strategy });
  script.join('a', 2);
  script.join('b', 2);
  return script;
}

/** Who got which streams, out of lines such as `3 to a`. */
function streamsByConsumer(told: readonly string[], streamOf: (revision: number) => string): Map<string, Set<string>> {
  const streams = new Map<string, Set<string>>();
  for (const line of told) {
    const [, revision = '', name = ''] = /^(\d+) to (\w+)/.exec(line) ?? [];
    streams.set(name, (streams.get(name) ?? new Set()).add(streamOf(Number(revision))));
  }
  return streams;
}

describe('RoundRobin', () => {
  it('goes from one consumer to the next, past those that are full', () => {
    const script = withTwo('RoundRobin');
    assert.deepEqual(script.arrive(5), ['0 to a', '1 to b', '2 to a', '3 to b']);
    assert.deepEqual(script.ack(1), ['4 to b']);
  });
});

describe('DispatchToSingle', () => {
  it('stays with one consumer until that one is full', () => {
    const script = withTwo('DispatchToSingle');
    assert.deepEqual(script.arrive(3), ['0 to a', '1 to a', '2 to b']);
    script.ack(0, 1, 2);
    assert.deepEqual(script.arrive(1), ['3 to b']);
  });
});

describe('Pinned', () => {
  const streamOf = (revision: number) => `game-${revision % 40}`;

  it('gives each stream to one consumer, and both have some', () => {
    const script = new Script({ strategy: 'Pinned' });
    script.join('a', 1000);
    script.join('b', 1000);
    const told = script.arrive(400, (revision) => ({ stream: streamOf(revision) }));
    assert.equal(told.length, 400);
    const [a, b] = ['a', 'b'].map((name) => streamsByConsumer(told, streamOf).get(name) ?? new Set<string>());
    assert.ok(a !== undefined && b !== undefined);
    assert.equal(new Set([...a, ...b]).size, a.size + b.size);
    assert.ok(Math.abs(a.size - b.size) < 10, `${a.size} streams and ${b.size}`);
  });

  it('keeps a stream waiting for its consumer, while others go on', () => {
    const script = withTwo('Pinned');
    assert.deepEqual(
      script.arrive(4, () => ({ stream: 'game-1' })),
      ['0 to a', '1 to a'],
    );
    assert.deepEqual(
      script.arrive(1, () => ({ stream: 'game-2' })),
      ['4 to b'],
    );
    assert.deepEqual(script.ack(0), ['2 to a']);
  });

  it('shares anew when somebody comes, and when somebody leaves', () => {
    const script = new Script({ strategy: 'Pinned' });
    script.join('a', 1000);
    const streams = (revision: number) => ({ stream: streamOf(revision) });
    assert.ok(script.arrive(40, streams).every((line) => line.endsWith('to a')));
    script.join('b', 1000);
    const shared = streamsByConsumer(script.arrive(40, streams), streamOf);
    assert.equal((shared.get('a')?.size ?? 0) + (shared.get('b')?.size ?? 0), 40);
    assert.ok((shared.get('b')?.size ?? 0) > 10);
    script.leave('a');
    assert.ok(script.arrive(40, streams).every((line) => line.endsWith('to b')));
  });

  it('takes a link for what it leads to, whether or not that is there', () => {
    const script = withTwo('Pinned');
    const link = (stream: string) => ({ stream: '$ce-game', type: '$>', data: Buffer.from(`7@${stream}`) });
    assert.deepEqual(
      script.arrive(3, (revision) => link(revision === 1 ? 'game-2' : 'game-1')),
      ['0 to a', '1 to b', '2 to a'],
    );
  });
});

describe('PinnedByCorrelation', () => {
  it('keeps together what has the same $correlationId, and takes the stream where there is none', () => {
    const script = new Script({ strategy: 'PinnedByCorrelation' });
    script.join('a', 10);
    script.join('b', 10);
    const correlated = (id: string) => jsonEvent({ type: 'A', data: {}, metadata: { $correlationId: id } }).metadata;
    const metadata = ['one', 'two', 'one', 'two'].map(correlated);
    const told = script.arrive(6, (revision) => ({
      stream: `game-${revision < 4 ? revision : 'x'}`,
      metadata: metadata[revision] ?? Buffer.from(revision === 4 ? 'no JSON' : 'null'),
    }));
    const consumers = told.map((line) => line.at(-1));
    assert.equal(consumers[0], consumers[2]);
    assert.equal(consumers[1], consumers[3]);
    assert.notEqual(consumers[0], consumers[1]);
    assert.equal(consumers[4], consumers[5]);
  });
});
