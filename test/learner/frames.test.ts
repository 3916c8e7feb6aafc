import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { framesIn } from '../../src/learner/frames.ts';

const asIs = <T>(frame: T): T => frame;

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
    assert.deepEqual(framesIn(stack, asIs), [
      { file: 'src/domain/board.ts', line: 3, column: 7 },
      { file: 'src/a b/game.ts', line: 12, column: 5, function: 'Game.makeMove' },
      { file: 'src/domain/game.ts', line: 4, column: 9, function: 'new Game' },
    ]);
  });

  it('are none where the learner’s code wrote the stack itself', () => {
    assert.deepEqual(framesIn('nothing of the kind', asIs), []);
    assert.deepEqual(framesIn('    at x (learner:///%E0%A4%A:1:1)', asIs), []);
  });
});
