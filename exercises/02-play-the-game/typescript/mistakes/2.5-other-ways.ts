import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const board = 'src/domain/board.ts';

/** Other ways to make mistakes that step 2.5 has to tell. */
export const otherPlays: readonly Mistake[] = [
  {
    name: 'falling-diagonal-unseen',
    toldAs: 'history-incomplete',
    step: '2.5',
    edits: [{ file: board, was: '[1, -1],', becomes: '' }],
  },
];
