import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { notYet, passed } from '../../../../src/course/feedback/feedback.ts';
import { stepOutput } from '../../../../src/editor/course/feedback/step-output.ts';

const step = { number: '1.5', title: 'Say it with an event' };
const started = { type: 'GameStarted', fields: [{ name: 'playerOne', value: '"Ada"' }] };

describe('what the run of a step prints', () => {
  it('is one line for a pass, and for a step that waits', () => {
    assert.equal(stepOutput(step, passed), '1.5 Say it with an event: passed\n');
    assert.equal(stepOutput(step, undefined), '1.5 Say it with an event: waits for the steps before it\n');
  });

  it('is what was expected and what there was, as plain text', () => {
    const told = {
      headline: 'Your `startGame` recorded nothing.',
      why: '`events` is empty.',
      comparison: { rows: [{ kind: 'missing', expected: started } as const], firstDivergence: 0 },
      at: { file: 'src/domain/game.ts', line: 9, column: 5 },
    };
    assert.equal(
      stepOutput(step, notYet('m', told)),
      [
        '1.5 Say it with an event: not yet',
        '  Your startGame recorded nothing.',
        '  events is empty.',
        '  expected:',
        '    GameStarted { playerOne: "Ada" }',
        '  yours:',
        '    (no events)',
        '  at src/domain/game.ts:9',
        '',
      ].join('\n'),
    );
  });
});
