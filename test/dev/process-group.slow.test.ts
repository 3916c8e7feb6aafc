import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const parent = join(import.meta.dirname, 'fixtures', 'parent.ts');

/** Starts a parent whose child holds the same output; `bothEnded` settles when the last of them let go of it. */
async function startParent(how: string) {
  const started = spawn(process.execPath, [parent, how], { stdio: ['ignore', 'pipe', 'inherit'] });
  const bothEnded = once(started, 'close', { signal: AbortSignal.timeout(10_000) });
  await once(started.stdout, 'data');
  return { started, bothEnded };
}

describe('a child that ends with us', { skip: process.platform === 'win32' }, () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`is gone after ${signal}, which ends the parent as ever`, async () => {
      const { started, bothEnded } = await startParent('waits');
      started.kill(signal);
      assert.deepEqual(await bothEnded, [null, signal]);
    });
  }

  it('is gone after the parent exits by itself', async () => {
    const { bothEnded } = await startParent('exits');
    assert.deepEqual(await bothEnded, [0, null]);
  });
});
