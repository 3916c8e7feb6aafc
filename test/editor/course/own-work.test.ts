import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkedOut, elsewhereText } from '../../../src/editor/course/own-work.ts';

const exercise = { id: '01-start-game', branch: '01-exercise-start-game' };
const kindOf = (branch: string | undefined, isRepository = true) => checkedOut(branch, isRepository, exercise).kind;

describe('what is checked out', () => {
  it('is the learner’s own work on the exercise’s branch, or one that is named after it', () => {
    assert.equal(kindOf('01-exercise-start-game'), 'own');
    assert.equal(kindOf('learner/ann/01-exercise-start-game'), 'own');
  });

  it('is the learner’s own work wherever there is no git', () => {
    assert.equal(kindOf(undefined, false), 'own');
  });

  it('is something else on main, on a solution, and where no branch is', () => {
    assert.equal(kindOf('main'), 'elsewhere');
    assert.equal(kindOf('solutions/01-exercise-start-game'), 'elsewhere');
    assert.equal(kindOf(undefined), 'detached');
  });

  it('is told where it is something else', () => {
    assert.equal(elsewhereText({ kind: 'own' }), undefined);
    assert.match(elsewhereText({ kind: 'elsewhere', branch: 'main' }) ?? '', /the branch main/);
  });
});
