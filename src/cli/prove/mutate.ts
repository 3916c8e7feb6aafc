import { availableParallelism } from 'node:os';
import type { ProofOptions } from './proof-options.ts';
import { loadProofPart, needsSources } from './proof-parts.ts';

/** Checks every mutant of the solutions; the exit code is 0 only when none passes that isn't listed as equivalent. */
export async function mutate({ course, print, ...request }: ProofOptions): Promise<number> {
  const mutation = await loadProofPart('mutation');
  if (mutation === undefined) return needsSources(print);
  const concurrency = availableParallelism();
  let problems = 0;
  for (const each of course) {
    const report = await mutation.mutateExercise({ ...request, each, concurrency });
    const found = mutation.problemsIn(report);
    problems += found.length;
    for (const each of found) print(each);
    print(`${report.exercise}: ${mutation.countsText(mutation.countsOf(report))}`);
    print(`    ${mutation.stepsText(report)}`);
  }
  return problems === 0 ? 0 : 1;
}
