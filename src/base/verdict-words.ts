/** The three verdicts of a check, in the words and marks that every text and view uses for them. */
export const verdictWords = {
  pass: 'passed',
  notYet: 'not yet',
  couldNotRun: 'couldn’t run',
} as const;

export const verdictMarks = { pass: '✓', notYet: '○', couldNotRun: '!' } as const;
