import type { Verdict } from '../course/report.ts';

/** What the shell is told: 0 passed, 1 not yet, 2 couldn’t run (or the command itself was wrong). */
export function exitCodeOf(verdict: Verdict): 0 | 1 | 2 {
  switch (verdict) {
    case 'pass':
      return 0;
    case 'notYet':
      return 1;
    case 'couldNotRun':
      return 2;
  }
}
