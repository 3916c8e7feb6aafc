import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseMatrixAction } from '../../src/panel/matrix-contract.ts';

describe('what the matrix’s page may ask for', () => {
  it('is taken as it is when it is in the contract', () => {
    for (const action of [
      { kind: 'ready' },
      { kind: 'checkAgain' },
      { kind: 'copyAsMarkdown' },
      { kind: 'saveAs' },
      { kind: 'openDiff', branch: 0, step: 11 },
      { kind: 'openPlace', branch: 3, step: 0 },
      { kind: 'stepThroughCheck', branch: 3, step: 1 },
    ]) {
      assert.deepEqual(parseMatrixAction(action), action);
    }
  });

  it('is nothing when it is anything else', () => {
    for (const message of [
      undefined,
      'ready',
      { kind: 'format' },
      { kind: 'ready', more: 1 },
      { kind: 'openDiff', branch: 0 },
      { kind: 'openDiff', branch: -1, step: 0 },
      { kind: 'openDiff', branch: 0.5, step: 0 },
      { kind: 'openDiff', branch: '0', step: 0 },
      { kind: 'stepThroughCheck', branch: 0, step: 0, file: '/etc/passwd' },
    ]) {
      assert.equal(parseMatrixAction(message), undefined);
    }
  });
});
