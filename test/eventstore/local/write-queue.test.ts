import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WriteQueue } from '../../../src/eventstore/local/write-queue.ts';

/** A transaction that can be told to fail, and what came of each. */
function given() {
  const log: string[] = [];
  const disk = { full: false };
  const transact = <T>(work: () => T): T => {
    const result = work();
    if (disk.full) throw new Error('disk full');
    log.push('durable');
    return result;
  };
  const queue = new WriteQueue(transact, (outcome) => log.push(outcome.kind));
  return { queue, log, disk };
}

describe('group commit', () => {
  it('writes what arrives together in one transaction, and answers when it is durable', async () => {
    const { queue, log } = given();
    const writes = ['a', 'b', 'c'].map((name) =>
      queue.write(() => log.push(`write ${name}`)).then(() => log.push(`answer ${name}`)),
    );
    assert.deepEqual(log, []);
    await Promise.all(writes);
    assert.deepEqual(log, [
      'write a',
      'write b',
      'write c',
      'durable',
      'committed',
      'answer a',
      'answer b',
      'answer c',
    ]);
  });

  it('refuses all that waited and all that comes after a failed write, with the reason', async () => {
    const { queue, log, disk } = given();
    disk.full = true;
    const refused = await Promise.all([queue.write(() => 1), queue.write(() => 2)]);
    disk.full = false;
    refused.push(await queue.write(() => 3));
    for (const outcome of refused) {
      assert.ok(typeof outcome === 'object');
      assert.match(outcome.reason, /disk full.*nothing more until it is opened again/);
    }
    assert.deepEqual(log, ['failed']);
  });

  it('writes what waits at once when it is flushed', async () => {
    const { queue, log } = given();
    const write = queue.write(() => 'done');
    queue.flush();
    assert.deepEqual(log, ['durable', 'committed']);
    assert.equal(await write, 'done');
  });
});
