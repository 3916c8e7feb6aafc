import type { Exercise } from '../exercise.ts';
import type { StepReport, Verdict } from '../report.ts';
import type { Counts } from './matrix.ts';

export const marks: Readonly<Record<Verdict, string>> = { pass: '✓', notYet: '○', couldNotRun: '!' };

export const words: Readonly<Record<Verdict, string>> = {
  pass: 'passed',
  notYet: 'not yet',
  couldNotRun: 'couldn’t run',
};

export const legend = (['pass', 'notYet', 'couldNotRun'] as const)
  .map((verdict) => `${marks[verdict]} ${words[verdict]}`)
  .join('   ');

/** `1.5` stays as it is, `bonus` becomes `Bonus`. */
export function labelOf({ number }: Pick<StepReport, 'number'>): string {
  return number.charAt(0).toUpperCase() + number.slice(1);
}

/** `3 branches: 1 passed, 2 not yet` */
export function countsText({ pass, notYet, couldNotRun, unchecked }: Counts): string {
  const all = pass + notYet + couldNotRun + unchecked;
  const parts = [
    [pass, words.pass],
    [notYet, words.notYet],
    [couldNotRun, words.couldNotRun],
    [unchecked, 'not checked'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${all} ${all === 1 ? 'branch' : 'branches'}: ${said.join(', ')}`;
}

/** `Exercise 1: Start the game` */
export function titleOf({ id, title }: Pick<Exercise, 'id' | 'title'>): string {
  return `Exercise ${Number(id.slice(0, 2))}: ${title}`;
}

/** What a learner’s code threw may hold line breaks, and characters that a terminal would obey. */
export function inOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}
