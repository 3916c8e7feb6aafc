import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runDamage } from './damaged-files.ts';

describe('a store whose file was damaged while nobody had it open', () => {
  it('tells of every damage, at opening or at the read that meets it, and serves nothing wrong', async () => {
    const { told, untold, wrong } = await runDamage({ files: 60, seed: 2024, left: 'closed' });
    assert.deepEqual({ wrong, untold }, { wrong: [], untold: 0 });
    assert.equal(told.opening + told.read + told.remark, 60);
  });

  it('serves nothing wrong when its process was killed either', async () => {
    const { told, wrong } = await runDamage({ files: 60, seed: 2025, left: 'killed' });
    assert.deepEqual(wrong, []);
    assert.ok(told.opening + told.read > 30, `only ${told.opening} and ${told.read} were told`);
  });
});
