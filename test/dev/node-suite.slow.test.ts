import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { nodeSuite } from '../../src/dev/testing/node-suite.ts';
import { add, none, tallyText } from '../../src/dev/testing/suite.ts';

const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name);

/** The runner refuses to start inside a test; as its own users start it, it is in none. */
async function outcomeOf(...names: readonly string[]) {
  const context = process.env.NODE_TEST_CONTEXT;
  delete process.env.NODE_TEST_CONTEXT;
  try {
    return await nodeSuite('fixtures', names.map(fixture)).run();
  } finally {
    if (context !== undefined) process.env.NODE_TEST_CONTEXT = context;
  }
}

describe('counting tests', () => {
  it('counts what passed, failed and was left out, and names what failed by its suites', async () => {
    const { tally, report } = await outcomeOf('mixed.test.ts');
    assert.deepEqual(tally, { passed: 1, failed: 2, skipped: 1 });
    assert.match(report, /✖ a suite › fails \(test\/dev\/fixtures\/mixed\.test\.ts:6\)/);
    assert.match(report, /one is not two/);
    assert.match(report, /broken while being described/);
  });

  it('counts a file that cannot be loaded as failed and shows what it printed', async () => {
    const { tally, report } = await outcomeOf('broken.test.ts');
    assert.deepEqual(tally, { ...none, failed: 1 });
    assert.match(report, /broken on import/);
  });

  it('sums up and says it in one line', () => {
    const sum = add({ passed: 2, failed: 0, skipped: 0 }, { passed: 1, failed: 1, skipped: 0 });
    assert.equal(tallyText(sum), '3 passed, 1 failed');
    assert.equal(tallyText({ ...sum, skipped: 1 }), '3 passed, 1 failed, 1 skipped');
  });
});
