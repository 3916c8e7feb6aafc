import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Equivalent } from '../../../../src/course/proof/mutation/equivalents.ts';
import type { MutantStatus } from '../../../../src/course/proof/mutation/mutant-status.ts';
import type { MutationReport } from '../../../../src/course/proof/mutation/mutate.ts';
import { countsOf, countsText, problemsIn, stepsText } from '../../../../src/course/proof/mutation/mutation-text.ts';

const key = { file: 'src/domain/game.ts', operator: 'throw-removed', was: 'throw a;', becomes: '', occurrence: 1 };
const mutant = { ...key, text: '', line: 7 };
const explained: Equivalent = { ...key, why: 'It is thrown a line further down.' };
const killed: MutantStatus = { kind: 'killed', step: '2.3', mistake: 'started-twice' };
const survived: MutantStatus = { kind: 'survived' };

function report(results: MutationReport['results'], stale: MutationReport['stale'] = []): MutationReport {
  return { exercise: '02-play-the-game', language: 'typescript', results, stale };
}

describe('what a mutation run says', () => {
  it('counts, and says which step killed how many', () => {
    const run = report([
      { mutant, status: killed, equivalent: undefined },
      { mutant, status: { kind: 'couldNotRun', step: '2.2', problem: 'syntaxError' }, equivalent: undefined },
      { mutant, status: survived, equivalent: explained },
    ]);
    assert.equal(countsText(countsOf(run)), '3 mutants: 1 killed, 1 couldn’t run, 1 equivalent, 0 survived');
    assert.equal(stepsText(run), '2.2 killed 1, 2.3 killed 1');
    assert.deepEqual(problemsIn(run), []);
  });

  it('shows a survivor with its line and its difference', () => {
    assert.deepEqual(problemsIn(report([{ mutant, status: survived, equivalent: undefined }])), [
      '✗ exercises/02-play-the-game/typescript/solution/src/domain/game.ts:7 passes every step (throw-removed)\n    - throw a;\n    + ',
    ]);
  });

  it('asks for a list that says nothing but what is so', () => {
    const [known, stale] = problemsIn(report([{ mutant, status: killed, equivalent: explained }], [explained]));
    assert.match(known ?? '', /equivalents\.json lists a mutant that is killed/);
    assert.match(stale ?? '', /equivalents\.json lists what no mutant is/);
  });
});
