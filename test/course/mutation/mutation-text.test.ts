import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Equivalent } from '../../../src/course/mutation/equivalents.ts';
import type { Fate } from '../../../src/course/mutation/fate.ts';
import type { MutationReport } from '../../../src/course/mutation/mutate.ts';
import { countsOf, countsText, stepsText, wantingIn } from '../../../src/course/mutation/mutation-text.ts';

const key = { file: 'src/domain/game.ts', operator: 'throw-removed', was: 'throw a;', becomes: '', occurrence: 1 };
const mutant = { ...key, text: '', line: 7 };
const explained: Equivalent = { ...key, why: 'It is thrown a line further down.' };
const told: Fate = { kind: 'notYet', step: '2.3', mistake: 'started-twice' };
const survived: Fate = { kind: 'survived' };

function report(judged: MutationReport['judged'], stale: MutationReport['stale'] = []): MutationReport {
  return { exercise: '02-play-the-game', judged, stale };
}

describe('what a mutation run says', () => {
  it('counts, and tells which step told how many', () => {
    const run = report([
      { mutant, fate: told, equivalent: undefined },
      { mutant, fate: { kind: 'couldNotRun', step: '2.2', problem: 'syntaxError' }, equivalent: undefined },
      { mutant, fate: survived, equivalent: explained },
    ]);
    assert.equal(countsText(countsOf(run)), '3 mutants: 1 not yet, 1 couldn’t run, 1 equivalent, 0 survived');
    assert.equal(stepsText(run), '2.2 told 1, 2.3 told 1');
    assert.deepEqual(wantingIn(run), []);
  });

  it('shows a survivor with its line and its difference', () => {
    assert.deepEqual(wantingIn(report([{ mutant, fate: survived, equivalent: undefined }])), [
      '✗ exercises/02-play-the-game/solution/src/domain/game.ts:7 passes every step (throw-removed)\n    - throw a;\n    + ',
    ]);
  });

  it('asks for a list that says nothing but what is so', () => {
    const [known, stale] = wantingIn(report([{ mutant, fate: told, equivalent: explained }], [explained]));
    assert.match(known ?? '', /equivalents\.json lists what the checks tell/);
    assert.match(stale ?? '', /equivalents\.json lists what no mutant is/);
  });
});
