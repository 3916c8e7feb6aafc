import { verdictMarks, verdictWords } from '../../base/verdict-words.ts';
import type { Exercise } from '../exercise.ts';
import { numberOf } from '../exercise-number.ts';
import type { Counts } from './matrix.ts';

export const legend = (['pass', 'notYet', 'couldNotRun'] as const)
  .map((verdict) => `${verdictMarks[verdict]} ${verdictWords[verdict]}`)
  .join('   ');

/** `3 branches: 1 passed, 2 not yet` */
export function countsText({ pass, notYet, couldNotRun, unchecked }: Counts): string {
  const all = pass + notYet + couldNotRun + unchecked;
  const parts = [
    [pass, verdictWords.pass],
    [notYet, verdictWords.notYet],
    [couldNotRun, verdictWords.couldNotRun],
    [unchecked, 'not checked'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${all} ${all === 1 ? 'branch' : 'branches'}: ${said.join(', ')}`;
}

/** `Exercise 1: Start the game` */
export function titleOf(exercise: Pick<Exercise, 'id' | 'title'>): string {
  return `Exercise ${numberOf(exercise)}: ${exercise.title}`;
}

/** What a learner’s code threw may hold line breaks, and characters that a terminal would obey. */
export function inOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}
