import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Script } from './script.ts';

describe('a message that is not acknowledged', () => {
  it('comes again at once when that is asked for, before what is new', () => {
    const script = new Script();
    script.join('a', 2);
    script.arrive(3);
    assert.deepEqual(script.nack('retry', 0), ['0 to a, again 1']);
    assert.deepEqual(script.nack('unknown', 0, 1), ['0 to a, again 2', '1 to a, again 1']);
  });

  it('comes again in the source’s order, whatever the order in which it was refused', () => {
    const script = new Script();
    script.join('a', 3);
    script.arrive(4);
    script.pause('a');
    script.nack('retry', 2);
    script.nack('retry', 0, 1);
    assert.deepEqual(script.resume('a'), ['0 to a, again 1', '1 to a, again 1', '2 to a, again 1']);
  });

  it('is done when it is skipped, or when its consumer says stop', () => {
    const script = new Script({ maxCheckpointCount: 1 });
    script.join('a');
    script.arrive(2);
    assert.deepEqual(script.nack('skip', 0), ['checkpoint 0']);
    assert.deepEqual(script.nack('stop', 1), ['checkpoint 1']);
    assert.deepEqual(script.wait(1_000_000), []);
  });

  it('comes again when its time is over, unless it is acknowledged before that after all', () => {
    const script = new Script({ messageTimeout: 1000, maxCheckpointCount: 1 });
    script.join('a', 1);
    script.arrive(1);
    assert.equal(script.engine.wakeAt, 1000);
    assert.deepEqual(script.wait(999), []);
    assert.deepEqual(script.wait(1), ['0 to a, again 1']);
    script.pause('a');
    assert.deepEqual(script.wait(1000), []);
    assert.deepEqual(script.nack('park', 0), []);
    assert.deepEqual(script.ack(0), ['checkpoint 0']);
    assert.deepEqual(script.resume('a'), []);
  });

  it('is done when the one who had it first acknowledges it while another has it', () => {
    const script = new Script({ messageTimeout: 1000, maxCheckpointCount: 1 });
    script.join('a', 1);
    script.join('b', 1);
    script.arrive(1);
    assert.deepEqual(script.wait(1000), ['0 to b, again 1']);
    assert.deepEqual(script.ack(0), ['checkpoint 0']);
    assert.deepEqual(script.arrive(2), ['1 to a', '2 to b']);
  });

  it('is never late without a time-out', () => {
    const script = new Script({ messageTimeout: 0 });
    script.join('a');
    script.arrive(1);
    assert.deepEqual(script.wait(1_000_000_000), []);
  });

  it('is parked when it has come as often as it may', () => {
    const script = new Script({ messageTimeout: 1000, maxRetryCount: 2 });
    script.join('a');
    script.arrive(1);
    assert.deepEqual(script.nack('retry', 0), ['0 to a, again 1']);
    assert.deepEqual(script.wait(1000), ['0 to a, again 2']);
    assert.deepEqual(script.nack('retry', 0), ['park 0: Reached retry count of 2']);
    assert.deepEqual(script.wait(100_000), []);
  });
});

describe('a message that is to be parked', () => {
  it('is not done before it is kept', () => {
    const script = new Script({ maxCheckpointCount: 1 });
    script.join('a');
    script.arrive(2);
    assert.deepEqual(script.nack('park', 0), ["park 0: Client explicitly NAK'ed message.\nno"]);
    assert.deepEqual(script.ack(1), []);
    assert.deepEqual(script.keepParked(), ['checkpoint 1']);
  });

  it('leaves room for another at once', () => {
    const script = new Script();
    script.join('a', 1);
    script.arrive(2);
    assert.deepEqual(script.nack('park', 0).slice(1), ['1 to a']);
  });
});

describe('a parked message that is replayed', () => {
  it('comes after what is tried again and before what is new, and is forgotten once it is done', () => {
    const script = new Script({ maxCheckpointCount: 100 });
    script.arrive(2);
    script.replay(0, 7);
    script.replay(1, 8);
    assert.deepEqual(script.join('a', 3), ['7 to a', '8 to a', '0 to a']);
    assert.deepEqual(script.acknowledge('link 1'), ['1 to a']);
    assert.deepEqual(script.acknowledge('link 0'), ['unpark before 2']);
  });

  it('may be tried again and parked again like any other', () => {
    const script = new Script({ maxRetryCount: 1 });
    script.join('a');
    script.replay(0, 7);
    const refuse = () => script.engine.refused(['link 0'], 'retry', 'no', 0);
    assert.deepEqual(
      refuse().map(({ kind }) => kind),
      ['deliver'],
    );
    const [parking] = refuse();
    assert.ok(parking?.kind === 'park');
    assert.deepEqual(script.engine.parked(parking.message, 0), [{ kind: 'unpark', before: 1n }]);
  });

  it('is done at once when what its link leads to is gone', () => {
    const script = new Script();
    script.join('a');
    assert.deepEqual(script.replay(0, undefined), ['unpark before 1']);
  });
});
