import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runCrashes } from './crashes.ts';

describe('a store whose process is killed while clients write', () => {
  it('loses nothing it acknowledged, shows no part of an append, leaves no gap, and stores nothing twice that is sent again', async () => {
    const report = await runCrashes({ kills: 20, seed: 2024 });
    const { lost, partial, gaps, duplicates, acknowledged } = report;
    assert.deepEqual({ lost, partial, gaps, duplicates }, { lost: 0, partial: 0, gaps: 0, duplicates: 0 });
    assert.ok(acknowledged > 1000, `only ${acknowledged} events were acknowledged`);
  });
});
