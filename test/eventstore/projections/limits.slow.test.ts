import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultLimits } from '../../../src/eventstore/projections/process/limits.ts';
import { ProjectionProcess } from '../../../src/eventstore/projections/process/projection-process.ts';
import type { ProcessAnswer, ProcessRequest } from '../../../src/eventstore/projections/protocol.ts';
import { ItemFailure } from '../../../src/eventstore/projections/runtime/fold.ts';
import { failure, fold, item, outcome } from './folding.ts';

const one = [{ type: 'A' }];

/** What the process that runs the code answers to one event, and to another one after it. */
async function answersOf(query: string, time = 300): Promise<readonly ProcessAnswer[]> {
  const limits = { ...defaultLimits, time, memory: 48 };
  const process = new ProjectionProcess(limits);
  const request: ProcessRequest = {
    kind: 'process',
    items: [item({ type: 'A' }, 0)],
    states: { '': null },
    shared: null,
  };
  try {
    const compiled = await process.ask({ kind: 'compile', query, limits });
    return compiled.kind === 'failed' ? [compiled] : [await process.ask(request), await process.ask(request)];
  } finally {
    process.dispose();
  }
}

describe('the process of a projection’s code', () => {
  for (const [where, query] of [
    ['while it is compiled', 'for (;;);'],
    ['before the first event', 'fromAll().when({ $init() { for (;;); } })'],
    ['in a handler', 'fromAll().when({ A() { for (;;); } })'],
    ['in a regular expression', "fromAll().when({ A() { /^(a+)+$/.test('a'.repeat(40) + 'b'); } })"],
    ['in what a handler leaves behind', 'fromAll().when({ A() { Promise.resolve().then(() => { for (;;); }); } })'],
  ] as const) {
    it(`says that the code took too long ${where}`, async () => {
      for (const answer of await answersOf(query)) {
        assert.equal(answer.kind, 'failed');
        assert.match(answer.kind === 'failed' ? answer.reason : '', /took longer than 300 ms/);
      }
    });
  }

  it('says that the code used too much memory', async () => {
    const query = 'fromAll().when({ A() { const all = []; for (;;) all.push({ of: [1, 2, 3] }); } })';
    const [answer] = await answersOf(query, 60_000);
    assert.match(answer?.kind === 'failed' ? answer.reason : '', /used more than 48 MB of memory/);
  });

  it('lives on when a promise is rejected that nobody waits for', async () => {
    const answers = await answersOf("fromAll().when({ A() { Promise.reject(new Error('later')); } })");
    assert.deepEqual(
      answers.map(({ kind }) => kind),
      ['processed', 'processed'],
    );
  });
});

describe('a projection’s code', () => {
  it('keeps states, and writes events, no larger than can be stored', () => {
    const grows = "fromAll().when({ A(s) { s.text = 'x'.repeat(2000); } })";
    assert.match(failure(grows, one, { state: 1000 }), /larger than 1000 bytes/);
    const floods = "fromAll().when({ A() { for (;;) emit('a', 'B', {}); } })";
    assert.match(failure(floods, one, { emittedEvents: 50 }), /more than 50 events/);
    const fat = "fromAll().when({ A() { emit('a', 'B', { text: 'x'.repeat(2000) }); } })";
    assert.match(failure(fat, one, { emittedBytes: 1000 }), /1000 bytes/);
  });

  it('hands over what it has when that is much', () => {
    const query = "fromAll().when({ A() { emit('a', 'B', { text: 'x'.repeat(700) }); } })";
    const items = [0, 1, 2, 3].map((index) => item({ type: 'A' }, index));
    assert.equal(fold(query, { emittedBytes: 1000 }).process(items, { '': null }, null).outcomes.length, 2);
  });

  it('says at which event it failed', () => {
    const query = "fromAll().when({ A(s, e) { if (e.sequenceNumber === 2) throw new Error('not this one'); } })";
    const items = [0, 1, 2, 3].map((index) => item({ type: 'A' }, index));
    assert.throws(
      () => fold(query).process(items, { '': null }, null),
      (thrown) => thrown instanceof ItemFailure && thrown.at === 2,
    );
    assert.match(failure("fromAll().when({ A() { throw 'a text'; } })", one), /^a text$/);
  });

  it('has nothing of Node, no code out of texts, and no memory beside the heap', () => {
    const query = `fromAll().when({ A() {
      return [typeof process, typeof require, typeof setTimeout, typeof fetch, typeof ArrayBuffer, typeof Uint8Array,
        typeof SharedArrayBuffer, typeof WebAssembly];
    } })`;
    assert.deepEqual(outcome(query, one).states, { '': Array.from({ length: 8 }, () => 'undefined') });
    assert.match(failure("fromAll().when({ A() { eval('1'); } })", one), /Code generation from strings/);
    assert.match(failure("fromAll().when({ A() { Function('return 1'); } })", one), /Code generation from strings/);
  });

  it('cannot take the place of what runs it', () => {
    const query =
      "Object.defineProperty(globalThis, '$run', { value() {}, writable: false }); fromAll().when({ A() {} })";
    assert.notEqual(failure(query, one), '');
  });
});
