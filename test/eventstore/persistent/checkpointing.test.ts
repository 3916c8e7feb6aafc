import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Script } from './script.ts';

const settings = { checkpointAfter: 1000, minCheckpointCount: 2, maxCheckpointCount: 4 };

describe('a checkpoint', () => {
  it('is due at once when many messages are done', () => {
    const script = new Script(settings);
    script.join('a');
    script.arrive(8);
    assert.deepEqual([...script.ack(0, 1, 2), ...script.ack(3), ...script.ack(4, 5, 6)], ['checkpoint 3']);
    assert.deepEqual(script.ack(7), ['checkpoint 7']);
  });

  it('is due after a while when some are done, and not for fewer', () => {
    const script = new Script(settings);
    script.join('a');
    script.arrive(3);
    script.ack(0);
    assert.equal(script.engine.wakeAt, 30_000);
    assert.deepEqual(script.wait(1000), []);
    script.now = 0;
    script.ack(1);
    assert.equal(script.engine.wakeAt, 1000);
    assert.deepEqual(script.wait(999), []);
    assert.deepEqual(script.wait(1), ['checkpoint 1']);
    assert.deepEqual(script.wait(5000), []);
  });

  it('waits for numbers alone where no time is given', () => {
    const script = new Script({ ...settings, checkpointAfter: 0 });
    script.join('a');
    script.arrive(4);
    script.ack(0, 1, 2);
    assert.deepEqual(script.wait(20_000), []);
    assert.deepEqual(script.ack(3), ['checkpoint 3']);
  });

  it('never passes what is not done, be it in flight, to be tried again, waiting or being parked', () => {
    const script = new Script({ ...settings, minCheckpointCount: 1, maxCheckpointCount: 1 });
    script.join('a', 4);
    script.arrive(10);
    assert.deepEqual(script.ack(1, 2, 3).slice(-1), ['6 to a']);
    assert.deepEqual(script.ack(0), ['checkpoint 3', '7 to a']);
    script.nack('park', 4);
    script.pause('a');
    script.nack('retry', 6);
    assert.deepEqual(script.ack(5, 7, 8), []);
    assert.deepEqual(script.keepParked(), ['checkpoint 5']);
    assert.deepEqual(script.resume('a'), ['6 to a, again 1', '9 to a']);
    assert.deepEqual(script.ack(6), ['checkpoint 8']);
  });

  it('moves past what the filter left out', () => {
    const script = new Script(settings);
    script.join('a');
    assert.deepEqual([script.skip(), script.skip(), script.skip(), script.skip()].flat(), ['checkpoint 3']);
    script.arrive(1);
    assert.deepEqual([script.skip(), script.skip(), script.skip(), script.skip()].flat(), []);
    assert.deepEqual(script.ack(4), ['checkpoint 8']);
  });

  it('is gone on from', () => {
    const script = new Script({ ...settings, maxCheckpointCount: 1 }, 41);
    script.join('a');
    assert.deepEqual(script.wait(10_000), []);
    assert.deepEqual(script.arrive(2), ['42 to a', '43 to a']);
    assert.deepEqual(script.ack(43), []);
    assert.deepEqual(script.ack(42), ['checkpoint 43']);
  });

  it('is never written twice for the same place', () => {
    const script = new Script({ checkpointAfter: 1, minCheckpointCount: 0, maxCheckpointCount: 0 });
    script.join('a');
    script.arrive(1);
    assert.deepEqual(script.ack(0), ['checkpoint 0']);
    assert.deepEqual([...script.ack(0), ...script.wait(100), ...script.wait(100)], []);
  });
});
