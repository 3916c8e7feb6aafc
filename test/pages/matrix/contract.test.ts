import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromPageSchema } from '../../../src/pages/matrix/contract.ts';
import { readFromPage } from '../../../src/pages/message.ts';

const ann = 'refs/remotes/room/learner/ann/01-exercise-start-game';

describe('what the matrix’s page may ask for', () => {
  it('is taken as it is when it is in the contract', () => {
    for (const action of [
      { type: 'ready' },
      { type: 'checkAgain' },
      { type: 'copyAsMarkdown' },
      { type: 'saveAs' },
      { type: 'openDiff', branch: ann, step: 11 },
      { type: 'openLocation', branch: ann, step: 0 },
      { type: 'stepThroughCheck', branch: ann, step: 1 },
      { type: 'showGame', branch: ann, step: 1 },
      { type: 'follow' },
      { type: 'stopFollowing' },
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
      { type: 'openDiff', branch: ann },
      { type: 'openDiff', branch: ann, step: -1 },
      { type: 'openDiff', branch: ann, step: 0.5 },
      { type: 'openDiff', branch: 0, step: 0 },
      { type: 'openDiff', branch: 'main', step: 0 },
      { type: 'follow', interval: 1 },
      { type: 'stepThroughCheck', branch: ann, step: 0, file: '/etc/passwd' },
    ]) {
      assert.equal(readFromPage(fromPageSchema, message), undefined);
    }
  });
});
