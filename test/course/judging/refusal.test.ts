import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusalOf } from '../../../src/course/judging/refusal.ts';
import type { Outcome, Thrown } from '../../../src/learner/protocol.ts';
import { Observer } from './observe.ts';

const refusing: Thrown = {
  name: 'InvalidMoveError',
  message: 'No.',
  isError: true,
  origin: 'learner',
  deliberate: true,
  frames: [],
};
const threw = (more: Partial<Thrown> = {}) =>
  ({ kind: 'threw', thrown: { ...refusing, ...more } }) as const satisfies Outcome;
const returned: Outcome = { kind: 'returned', value: { kind: 'nothing', written: 'undefined' } };
const move = { type: 'MoveMade', column: 'A' };
const game = (more = {}) => new Observer().members({ turn: 'Ada', events: [move], ...more });
const kindOf = (attempt: Outcome, after = game()) => refusalOf(attempt, game(), after).kind;

describe('a command that had to be refused', () => {
  it('was refused by an error of the learner’s own, with everything as it was', () =>
    assert.equal(kindOf(threw()), 'refused'));

  for (const [what, attempt, kind] of [
    ['came back as if all were well', returned, 'saidNothing'],
    ['broke by itself', threw({ name: 'TypeError', origin: 'language', deliberate: false }), 'broke'],
    ['broke in an error class of the learner’s', threw({ deliberate: false }), 'broke'],
    ['threw an error of the language on purpose', threw({ name: 'Error', origin: 'language' }), 'withoutName'],
    ['threw what is no error', threw({ name: 'string', isError: false }), 'withoutName'],
    ['refused only after it had come back', { ...threw(), promised: true as const }, 'refusedLater'],
  ] as const satisfies readonly (readonly [string, Outcome, string])[]) {
    it(`is ${kind} where it ${what}`, () => assert.equal(kindOf(attempt), kind));
  }

  it('was accepted where another event is there', () => {
    const after = game({ events: [move, move] });
    assert.equal(kindOf(returned, after), 'accepted');
    assert.equal(kindOf(threw(), after), 'recordedAndRefused');
  });

  it('changed history where an earlier event is another or gone, whatever it threw', () => {
    for (const events of [[], [{ ...move, column: 'B' }], [{ ...move, column: 'B' }, move]]) {
      assert.equal(kindOf(threw(), game({ events })), 'historyChanged');
      assert.equal(kindOf(returned, game({ events })), 'historyChanged');
    }
  });

  it('changed state where any member is another, new or gone', () => {
    assert.deepEqual(refusalOf(threw(), game(), game({ turn: 'Bo' })), {
      kind: 'stateChanged',
      thrown: refusing,
      difference: {
        name: 'turn',
        one: { kind: 'string', value: 'Ada' },
        other: { kind: 'string', value: 'Bo' },
      },
    });
    assert.equal(kindOf(threw(), game({ lastTried: 'A' })), 'stateChanged');
    assert.equal(kindOf(threw(), new Observer().members({ events: [move] })), 'stateChanged');
  });
});
