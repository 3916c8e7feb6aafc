import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadProofPart } from '../../../src/cli/prove/proof-parts.ts';

describe('the parts of the proof that no bundle has', () => {
  it('are found where the sources are', async () => {
    const [mutation, styles] = await Promise.all([loadProofPart('mutation'), loadProofPart('styles')]);
    assert.notEqual(mutation, undefined);
    assert.equal(typeof styles?.proveStyles, 'function');
  });
});
