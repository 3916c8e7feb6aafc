import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { withClient } from './client.ts';
import { childrenOf, isAlive } from './processes.ts';
import { eventually } from './waiting.ts';

const reading = (handler: string) => `fromStream('in').when({ A(s, e) { ${handler} } })`;

/** Code that does what it should not, and what its projection must be faulted for. */
const hostile: Readonly<Record<string, { readonly query: string; readonly reason: RegExp }>> = {
  'an endless loop': { query: reading('for (;;);'), reason: /took longer than \d+ ms.*at event 0@in/ },
  'an endless loop while it is compiled': { query: 'for (;;);', reason: /took longer than \d+ ms/ },
  'a regular expression without end': {
    query: reading("/^(a+)+$/.test('a'.repeat(50) + 'b');"),
    reason: /took longer than \d+ ms/,
  },
  'a promise without end': {
    query: reading('Promise.resolve().then(() => { for (;;); });'),
    reason: /took longer than \d+ ms/,
  },
  'all memory': {
    query: reading('s.all = []; for (;;) s.all.push({ of: [1] });'),
    reason: /used more than \d+ MB|took longer/,
  },
  'one text of all memory': {
    query: reading("s.text = 'x'; for (;;) s.text = [...(s.text + s.text)].join('');"),
    reason: /used more than \d+ MB|Invalid string length|took longer/,
  },
  'a state of 10 MB': { query: reading("s.text = 'x'.repeat(10_000_000);"), reason: /larger than \d+ bytes/ },
  'an exception': { query: reading("throw new Error('on purpose');"), reason: /on purpose \(at event 0@in, A\)/ },
  'millions of events': {
    query: reading("for (let i = 0; i < 5e6; i += 1) emit('flood', 'F', { i });"),
    reason: /more than \d+ events/,
  },
  'what is not JSON': { query: reading('s.self = s;'), reason: /circular/ },
};

describe('a projection with hostile code', { timeout: 600_000 }, () => {
  it('is faulted and says why, while others are answered and go on, and leaves no process behind', async () => {
    const { pid, children } = await withClient(async ({ client, server }) => {
      const pid = server.child.pid ?? -1;
      await client.createProjection(
        'good',
        "fromStream('good').when({ $init() { return 0; }, A(n) { return n + 1; } })",
      );
      await client.appendToStream('in', jsonEvent({ type: 'A', data: {} }));
      const others = answering(client);
      await Promise.all(
        Object.entries(hostile).map(([name, { query }]) => client.createProjection(name, query, { emitEnabled: true })),
      );
      for (const [name, { reason }] of Object.entries(hostile)) {
        const details = await eventually(
          () => client.getProjectionStatus(name),
          ({ projectionStatus }) => projectionStatus.startsWith('Faulted'),
        );
        assert.match(details.stateReason, reason, name);
      }
      const { answered, slowest } = await others.stop();
      console.log(`${answered} appends were answered meanwhile, the slowest in ${Math.round(slowest)} ms.`);
      await eventually(
        () => client.getProjectionState<number>('good'),
        (count) => count === answered,
      );
      // The good one's.
      const children = await eventually(
        async () => childrenOf(pid).filter(isAlive),
        ({ length }) => length <= 1,
      );
      return { pid, children };
    });
    await eventually(
      async () => [pid, ...children].filter(isAlive),
      (alive) => alive.length === 0,
    );
  });

  it('leaves no process behind either when the server is killed', async () => {
    await withClient(async ({ client, server }) => {
      await client.createProjection('loop', reading('for (;;);'));
      await client.createProjection('good', reading('s.n = 1;'));
      await client.appendToStream('in', jsonEvent({ type: 'A', data: {} }));
      await eventually(
        () => client.getProjectionState<{ n?: number }>('good'),
        ({ n }) => n === 1,
      );
      const children = childrenOf(server.child.pid ?? -1);
      server.child.kill('SIGKILL');
      await eventually(
        async () => children.filter(isAlive),
        (alive) => alive.length === 0,
      );
    });
  });
});

/** Appends one event after the other until it is stopped. */
function answering(client: EventStoreDBClient): { stop(): Promise<{ answered: number; slowest: number }> } {
  let isOver = false;
  const work = async () => {
    let [answered, slowest] = [0, 0];
    while (!isOver) {
      const start = performance.now();
      await client.appendToStream('good', jsonEvent({ type: 'A', data: {} }));
      answered += 1;
      slowest = Math.max(slowest, performance.now() - start);
    }
    return { answered, slowest };
  };
  const working = work();
  // Told to whoever stops it; where the test failed before that, its own failure is the one that counts.
  working.catch(() => {});
  return {
    stop() {
      isOver = true;
      return working;
    },
  };
}
