import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStack } from '../../../../src/learner/typescript/driver/frames.ts';

/** Without the driver's missing prototypes. */
const framesIn = (stack: string) => JSON.parse(JSON.stringify(readStack(stack).frames));

describe('the frames of a stack', () => {
  it('are those of the learner’s own files, innermost first', () => {
    const stack = [
      'InvalidMoveError: full',
      '    at learner:///src/domain/board.ts:3:7',
      '    at Game.makeMove [as move] (learner:///src/a%20b/game.ts:12:5)',
      '    at async new Game (learner:///src/domain/game.ts:4:9)',
      '    at perform (/somewhere/driver.js:10:1)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
    ].join('\n');
    assert.deepEqual(framesIn(stack), [
      { file: 'src/domain/board.ts', line: 3, column: 7 },
      { file: 'src/a b/game.ts', line: 12, column: 5, function: 'Game.makeMove' },
      { file: 'src/domain/game.ts', line: 4, column: 9, function: 'new Game' },
    ]);
    assert.equal(readStack(stack).begins, true);
  });

  it('do not begin where somebody else’s code is innermost', () => {
    const stack = 'TypeError: no\n    at new URL (node:internal/url:1:2)\n    at learner:///src/domain/game.ts:3:7';
    assert.deepEqual(framesIn(stack), [{ file: 'src/domain/game.ts', line: 3, column: 7 }]);
    assert.equal(readStack(stack).begins, false);
  });

  it('are none where the learner’s code wrote the stack itself', () => {
    assert.deepEqual(framesIn('nothing of the kind'), []);
    assert.deepEqual(framesIn('    at x (learner:///%E0%A4%A:1:1)'), []);
  });
});
