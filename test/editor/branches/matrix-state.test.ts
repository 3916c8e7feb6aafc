import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileOfCell, matrixState, toldAt } from '../../../src/editor/branches/matrix-state.ts';
import { checkedRow, example, forgot } from '../../course/branches/example.ts';

const now = new Date('2024-07-10T10:30:00');
const state = matrixState(example, { checking: false, now });
const [section] = state.sections;
const [solution, ann, broken] = section?.rows ?? [];

describe('the matrix as its page shows it', () => {
  it('has a section an exercise, and names branches by their refs', () => {
    assert.equal(state.sections.length, 1);
    assert.equal(section?.title, 'Exercise 1: Start the game');
    assert.deepEqual(
      section?.steps.map(({ label }) => label),
      ['1.4', '1.5', 'Bonus'],
    );
    assert.deepEqual(
      section?.rows.map(({ branch }) => branch),
      example.rows.slice(0, 3).map((row) => row.branch.ref),
    );
  });

  it('tells a branch’s own name from the part that says the exercise', () => {
    assert.deepEqual(ann?.name, { own: 'learner/ann', shared: '/01-exercise-start-game' });
    const odd = matrixState({ rows: [checkedRow('ann', [])], took: 0 }, { checking: false, now });
    assert.deepEqual(odd.sections[0]?.rows[0]?.name, { own: 'ann', shared: '' });
    assert.equal(ann?.note, 'Ann, 1 of 3 passed');
  });

  it('lets what is not yet wait behind the first such step, and what could not run never', () => {
    const kinds = (line: typeof ann) =>
      line?.cells.map(({ verdict, waiting }) => `${verdict}${waiting ? ' waiting' : ''}`);
    assert.deepEqual(kinds(solution), ['pass', 'pass', 'pass']);
    assert.deepEqual(kinds(ann), ['pass', 'notYet', 'notYet waiting']);
    assert.deepEqual(kinds(broken), ['couldNotRun', 'couldNotRun', 'couldNotRun']);
  });

  it('tells what happened, with expected beside actual events and the line as it stands on the branch', () => {
    const told = ann?.cells[1]?.told;
    assert.match(told?.headline ?? '', /recorded nothing/);
    assert.equal(told?.rows[0]?.kind, 'missing');
    assert.deepEqual(told?.at, { file: 'src/domain/game.ts', line: 9, column: 5, text: 'game.ts:9' });
    assert.equal(ann?.cells[0]?.told, undefined);
  });

  it('lists what was not checked', () => {
    assert.deepEqual(
      state.unchecked.map(({ label }) => label),
      ['docs', '07-when-to-use-it'],
    );
  });
});

describe('the file of a cell', () => {
  it('is the guilty one, else the one the step is about', () => {
    const elsewhere = {
      ...forgot,
      told: { headline: '', why: '', at: { file: 'src/domain/events.ts', line: 1, column: 1 } },
    };
    const row = checkedRow('ann', [elsewhere]);
    assert.ok(row.kind === 'checked');
    assert.equal(fileOfCell(row, 0), 'src/domain/events.ts');
    assert.equal(fileOfCell(row, 1), 'src/domain/game.ts');
    assert.equal(fileOfCell(row, 9), undefined);
    assert.equal(toldAt(row.report.steps[0])?.line, 1);
    assert.equal(toldAt(row.report.steps[1]), undefined);
  });
});
