import { verdictWords } from '../../../base/verdict-words.ts';
import { equivalentsFile } from './equivalents.ts';
import type { MutantResult, MutationReport } from './mutate.ts';

/** How many of an exercise's mutants came to which status. */
export interface Counts {
  readonly mutants: number;
  readonly killed: number;
  readonly couldNotRun: number;
  readonly equivalent: number;
  readonly survived: number;
}

export function countsOf({ results }: MutationReport): Counts {
  const survivors = results.filter(({ status }) => status.kind === 'survived');
  const equivalent = survivors.filter(isExplained).length;
  return {
    mutants: results.length,
    killed: results.filter(({ status }) => status.kind === 'killed').length,
    couldNotRun: results.filter(({ status }) => status.kind === 'couldNotRun').length,
    equivalent,
    survived: survivors.length - equivalent,
  };
}

export function countsText({ mutants, killed, couldNotRun, equivalent, survived }: Counts): string {
  return `${mutants} mutants: ${killed} killed, ${couldNotRun} ${verdictWords.couldNotRun}, ${equivalent} equivalent, ${survived} survived`;
}

/** Which step killed how many of them. */
export function stepsText({ results }: MutationReport): string {
  const steps = Map.groupBy(results, ({ status }) => (status.kind === 'survived' ? undefined : status.step));
  return [...steps]
    .flatMap(([step, killed]) => (step === undefined ? [] : [`${step} killed ${killed.length}`]))
    .sort()
    .join(', ');
}

/** What is wrong with a run, with what to do about it; empty when nothing is. */
export function problemsIn(report: MutationReport): string[] {
  const { exercise, language, results, stale } = report;
  const folder = `exercises/${exercise}/${language}`;
  const list = `${folder}/${equivalentsFile}`;
  return [
    ...results
      .filter((each) => each.status.kind === 'survived' && !isExplained(each))
      .map((each) => survivorText(folder, each)),
    ...results
      .filter((each) => each.status.kind !== 'survived' && isExplained(each))
      .map(({ mutant }) => `✗ ${list} lists a mutant that is killed: take it out\n${diffOf(mutant)}`),
    ...stale.map((listed) => `✗ ${list} lists what no mutant is: mend or take it out\n${diffOf(listed)}`),
  ];
}

function survivorText(folder: string, { mutant }: MutantResult): string {
  const { file, line, operator, occurrence } = mutant;
  const which = occurrence === 1 ? '' : `, occurrence ${occurrence}`;
  return `✗ ${folder}/solution/${file}:${line} passes every step (${operator}${which})\n${diffOf(mutant)}`;
}

function isExplained({ equivalent }: MutantResult): boolean {
  return equivalent !== undefined;
}

function diffOf({ was, becomes }: { readonly was: string; readonly becomes: string }): string {
  return `    - ${was}\n    + ${becomes}`;
}
