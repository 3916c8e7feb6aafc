import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { InHostEvent } from '../../src/dev/in-host/contract.ts';
import { readResults } from '../../src/dev/in-host/results.ts';

const folder = mkdtempSync(join(tmpdir(), 'ground-up-results-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function outcomeOf(...events: readonly InHostEvent[]) {
  const file = join(folder, 'results.jsonl');
  writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return readResults(file, () => 'The host was gone.');
}

describe('what the tests inside VS Code wrote down', () => {
  it('is counted, and failures are told', () => {
    const { tally, report } = outcomeOf(
      { kind: 'passed', name: 'one' },
      { kind: 'failed', name: 'two', reason: 'it was three' },
      { kind: 'ended' },
    );
    assert.deepEqual(tally, { passed: 1, failed: 1, skipped: 0 });
    assert.equal(report, '✖ two\nit was three');
  });

  it('fails when the host broke off half way', () => {
    const { tally, report } = outcomeOf({ kind: 'passed', name: 'one' });
    assert.deepEqual(tally, { passed: 1, failed: 1, skipped: 0 });
    assert.match(report, /did not come to an end\. The host was gone\./);
  });

  it('fails when there was no test at all', () => {
    assert.equal(outcomeOf({ kind: 'ended' }).tally.failed, 1);
    assert.equal(readResults(join(folder, 'missing'), () => '').tally.failed, 1);
  });
});
