import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SerialQueue } from '../../src/base/serial-queue.ts';

describe('a serial queue', () => {
  it('begins a task only when the one before is over, in the order asked', async () => {
    const queue = new SerialQueue();
    const seen: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = queue.run(async () => {
      seen.push('first begins');
      await gate.promise;
      seen.push('first ends');
      return 1;
    });
    const second = queue.run(() => {
      seen.push('second');
      return 2;
    });
    assert.equal(queue.length, 2);
    gate.resolve();
    assert.deepEqual(await Promise.all([first, second]), [1, 2]);
    assert.deepEqual(seen, ['first begins', 'first ends', 'second']);
    assert.equal(queue.length, 0);
  });

  it('tells a failure to whoever asked, and goes on', async () => {
    const queue = new SerialQueue();
    const failing = queue.run(() => Promise.reject(new Error('no')));
    const throwing = queue.run(() => {
      throw new Error('nor this');
    });
    const fine = queue.run(() => 'yes');
    await assert.rejects(failing, /no/);
    await assert.rejects(throwing, /nor this/);
    assert.equal(await fine, 'yes');
    assert.equal(queue.length, 0);
  });

  it('takes a task from within a task, and runs it afterwards', async () => {
    const queue = new SerialQueue();
    const seen: string[] = [];
    let inner: Promise<void> | undefined;
    await queue.run(() => {
      inner = queue.run(() => void seen.push('inner'));
      seen.push('outer');
    });
    await inner;
    assert.deepEqual(seen, ['outer', 'inner']);
  });
});
