import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeSolution, composeStart } from '../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../src/course/workspace/tree.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import { findLentPackages } from '../../../src/learner/lent-packages.ts';
import { connectionVariable } from '../../../src/learner/protocol.ts';
import { runTests } from './runs.ts';

const exercises = inRoot('exercises');
const id = '03-persisting-the-events';
const file = 'test/persistence/game-repository.test.ts';

async function runHandedOut(tree: Awaited<ReturnType<typeof composeStart>>) {
  const store = await openThrowawayStore();
  assert.ok(store.kind === 'opened');
  const files = Object.fromEntries(textsOf(tree));
  const { connectionString } = store;
  const ran = await runTests('', {
    files,
    file,
    packages: findLentPackages(inRoot()),
    environment: { [connectionVariable]: connectionString },
  });
  await store.close();
  return ran;
}

describe('the tests that exercise 3 hands out', () => {
  it('pass with the solution, against a store over the official client', async () => {
    const { end, results } = await runHandedOut(await composeSolution(exercises, id));
    assert.deepEqual(end, { kind: 'completed' });
    assert.deepEqual(Object.values(results), ['passed', 'passed', 'passed']);
  });

  it('fail at the start, each for a reason of its own', async () => {
    const { end, results } = await runHandedOut(await composeStart(exercises, id));
    assert.equal(end.kind, 'completed');
    assert.deepEqual(Object.values(results), ['failed', 'failed', 'failed']);
  });
});
