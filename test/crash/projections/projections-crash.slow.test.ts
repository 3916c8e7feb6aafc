import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runProjectionCrashes } from './crashes.ts';

describe('projections whose server is killed while they fold and emit', () => {
  it('have the states that a fold from zero gives, and have emitted everything once', async () => {
    const report = await runProjectionCrashes({ kills: 12, seed: 2024 });
    const { wrongPartitions, wrongWhole, wrongEmitted, events, continued } = report;
    assert.deepEqual(
      { wrongPartitions, wrongWhole, wrongEmitted },
      { wrongPartitions: 0, wrongWhole: false, wrongEmitted: false },
    );
    assert.ok(events >= 50, `only ${events} events were written`);
    assert.ok(continued > 0, 'no projection ever continued from a checkpoint');
  });
});
