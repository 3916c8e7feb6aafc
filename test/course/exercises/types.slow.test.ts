import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compiler, lay, rightWorkspaces, runNode } from './composed.ts';

const workspaces = await rightWorkspaces();

describe('the types of every workspace a learner may have', { concurrency: 3 }, () => {
  for (const { name, compose } of workspaces) {
    it(`are right in ${name}`, async () => {
      const { folder, remove } = await lay(await compose());
      try {
        assert.deepEqual(await runNode(folder, [compiler, '-p', '.']), { code: 0, output: '' });
      } finally {
        await remove();
      }
    });
  }
});
