import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatConfig, parseConfig } from '../../../src/eventstore/persistent/config.ts';
import type { SubscriptionDefinition } from '../../../src/eventstore/persistent/definition.ts';
import { defaultSettings } from '../../../src/eventstore/persistent/settings.ts';

const parse = (config: unknown) => parseConfig(Buffer.from(JSON.stringify(config)));

describe('the configuration of persistent subscriptions', () => {
  it('is read as EventStoreDB writes it, which leaves out what is zero or false', () => {
    const [toStream, toAll] = parse({
      version: '2',
      updated: '2024-07-08T09:00:00Z',
      updatedBy: 'admin',
      entries: [
        {
          stream: 'game-1',
          group: 'g',
          resolveLinkTos: true,
          messageTimeout: 30000,
          startFrom: 7,
          startPosition: '7',
          liveBufferSize: 500,
          historyBufferSize: 400,
          maxRetryCount: 10,
          readBatchSize: 20,
          checkPointAfter: 2000,
          minCheckPointCount: 10,
          maxCheckPointCount: 1000,
          namedConsumerStrategy: 'RoundRobin',
        },
        {
          stream: '$all',
          group: 'g',
          filter: { context: 'streamid', type: 'prefix', data: 'game-,chess-', isAllStream: true },
          startPosition: 'C:12/P:12',
          historyBufferSize: 500,
          namedConsumerStrategy: 'Pinned',
        },
      ],
    });
    assert.deepEqual(toStream?.settings, {
      ...defaultSettings,
      startFrom: 7n,
      resolveLinks: true,
      historyBufferSize: 400,
    });
    assert.deepEqual(toAll?.source, {
      kind: 'all',
      filter: { on: 'stream', match: { prefixes: ['game-', 'chess-'] } },
    });
    assert.deepEqual([toAll?.settings.startFrom, toAll?.settings.maxRetryCount], [12n, 0]);
  });

  it('comes back as it was written', () => {
    const definitions: SubscriptionDefinition[] = [
      { source: { kind: 'stream', stream: 'game-1' }, group: 'g', settings: defaultSettings, liveFrom: -1n },
      {
        source: { kind: 'all', filter: { on: 'type', match: { regex: /^[A-Z]\/x/iu } } },
        group: '::',
        settings: { ...defaultSettings, startFrom: 9n, strategy: 'PinnedByCorrelation' },
        liveFrom: undefined,
      },
    ];
    assert.deepEqual(parseConfig(Buffer.from(formatConfig(definitions, 'admin', new Date(0)))), definitions);
  });

  it('is refused when it makes no sense', () => {
    const entry = { stream: 'a', group: 'g', namedConsumerStrategy: 'RoundRobin' };
    const nonsense = [
      {},
      { version: '2', entries: [{ ...entry, namedConsumerStrategy: 'Sideways' }] },
      { version: '2', entries: [{ ...entry, startPosition: 'C:1' }] },
      {
        version: '2',
        entries: [{ ...entry, stream: '$all', filter: { context: 'streamid', type: 'regex', data: '(' } }],
      },
    ];
    for (const config of nonsense) assert.throws(() => parse(config));
  });
});
