import type { MatrixVerdict } from '../../src/panel/matrix-contract.ts';

export const verdictWords: Readonly<Record<MatrixVerdict, string>> = {
  pass: 'passed',
  notYet: 'not yet',
  couldNotRun: 'couldn’t run',
};
