import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromPageSchema } from '../../../src/pages/matrix/contract.ts';
import { readFromPage } from '../../../src/pages/message.ts';

describe('what the matrix’s page may ask for', () => {
  it('is taken as it is when it is in the contract', () => {
    for (const action of [
      { type: 'ready' },
      { type: 'checkAgain' },
      { type: 'copyAsMarkdown' },
      { type: 'saveAs' },
      { type: 'openDiff', branch: 0, step: 11 },
      { type: 'openLocation', branch: 3, step: 0 },
      { type: 'stepThroughCheck', branch: 3, step: 1 },
    ]) {
      assert.deepEqual(readFromPage(fromPageSchema, action), action);
    }
  });

  it('is nothing when it is anything else', () => {
    for (const message of [
      undefined,
      'ready',
      { type: 'format' },
      { type: 'ready', more: 1 },
      { type: 'openDiff', branch: 0 },
      { type: 'openDiff', branch: -1, step: 0 },
      { type: 'openDiff', branch: 0.5, step: 0 },
      { type: 'openDiff', branch: '0', step: 0 },
      { type: 'stepThroughCheck', branch: 0, step: 0, file: '/etc/passwd' },
    ]) {
      assert.equal(readFromPage(fromPageSchema, message), undefined);
    }
  });
});
