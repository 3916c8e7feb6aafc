import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeSolution, composeStart } from '../../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../../src/course/workspace/tree.ts';
import { connectionVariable } from '../../../../src/learner/protocol.ts';
import { exercisesFolder, type Owner, packages, storeFor } from '../../../hosts.ts';
import { runTests } from './runs.ts';

const id = '03-persisting-the-events';
const file = 'test/persistence/game-repository.test.ts';

async function runHandedOut(test: Owner, tree: Awaited<ReturnType<typeof composeStart>>) {
  const { connectionString } = await storeFor(test);
  const files = Object.fromEntries(textsOf(tree));
  return runTests('', {
    files,
    file,
    packages,
    environment: { [connectionVariable]: connectionString },
  });
}

describe('the tests that exercise 3 hands out', () => {
  it('pass with the solution, against a store over the official client', async (test) => {
    const { end, results } = await runHandedOut(test, await composeSolution(exercisesFolder, id));
    assert.deepEqual(end, { kind: 'completed' });
    assert.deepEqual(Object.values(results), ['passed', 'passed', 'passed']);
  });

  it('fail at the start, each for a reason of its own', async (test) => {
    const { end, results } = await runHandedOut(test, await composeStart(exercisesFolder, id));
    assert.equal(end.kind, 'completed');
    assert.deepEqual(Object.values(results), ['failed', 'failed', 'failed']);
  });
});
