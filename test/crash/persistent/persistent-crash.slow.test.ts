import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runPersistentCrashes } from './crashes.ts';

describe('a persistent subscription whose server is killed while consumers acknowledge, park and retry', () => {
  it('loses nothing that was not acknowledged, keeps what was parked, and repeats nothing from before its checkpoint', async () => {
    const report = await runPersistentCrashes({ kills: 20, seed: 2024 });
    const { lost, notParked, beforeCheckpoint, twice, events, acknowledged, parked } = report;
    assert.deepEqual(
      { lost, notParked, beforeCheckpoint, twice },
      { lost: 0, notParked: 0, beforeCheckpoint: 0, twice: 0 },
    );
    assert.equal(acknowledged + parked, events);
    assert.ok(events >= 100, `only ${events} events were written`);
  });
});
