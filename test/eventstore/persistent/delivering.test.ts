import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Script } from './script.ts';

describe('the engine of a persistent subscription delivers', () => {
  it('nothing while nobody is there, and then what waits, in order', () => {
    const script = new Script();
    assert.deepEqual(script.arrive(3), []);
    assert.deepEqual(script.join('a'), ['0 to a', '1 to a', '2 to a']);
  });

  it('to a consumer no more than it may have at a time', () => {
    const script = new Script();
    script.join('a', 2);
    assert.deepEqual(script.arrive(4), ['0 to a', '1 to a']);
    assert.deepEqual(script.ack(0), ['2 to a']);
    assert.deepEqual(script.ack(2, 1), ['3 to a']);
  });

  it('nothing to a consumer whose connection is full until it has room', () => {
    const script = new Script();
    script.join('a');
    script.pause('a');
    assert.deepEqual(script.arrive(2), []);
    assert.deepEqual(script.resume('a'), ['0 to a', '1 to a']);
  });

  it('two messages of the same id one after the other', () => {
    const script = new Script();
    script.join('a');
    assert.deepEqual(
      script.arrive(3, (revision) => (revision === 1 ? { id: 'id 0' } : {})),
      ['0 to a', '2 to a'],
    );
    assert.deepEqual(script.ack(0), ['1 to a']);
  });

  it('what a consumer had that leaves to the others, in the source’s order and before what is new', () => {
    const script = new Script();
    script.join('a', 3);
    script.join('b', 1);
    assert.deepEqual(script.arrive(6), ['0 to a', '1 to b', '2 to a', '3 to a']);
    assert.deepEqual(script.leave('a'), []);
    assert.deepEqual(script.join('c', 4), ['0 to c, again 1', '2 to c, again 1', '3 to c, again 1', '4 to c']);
  });
});

describe('the engine’s buffer', () => {
  const sizes = { historyBufferSize: 6, readBatchSize: 4, liveBufferSize: 3 };

  it('takes no more than its size, and asks for more when there is room for a batch', () => {
    const script = new Script(sizes);
    assert.ok(script.engine.wantsMore && script.engine.wantsBatch);
    script.arrive(6);
    assert.ok(!script.engine.wantsMore);
    script.join('a', 1);
    assert.ok(script.engine.wantsMore && !script.engine.wantsBatch);
    script.ack(0);
    script.ack(1);
    script.ack(2);
    assert.ok(script.engine.wantsBatch);
  });

  it('has another size once everything is live', () => {
    const script = new Script(sizes);
    script.engine.caughtUp();
    script.arrive(3);
    assert.ok(!script.engine.wantsMore);
    assert.deepEqual([script.engine.figures.historyCount, script.engine.figures.liveCount], [0, 3]);
  });
});
