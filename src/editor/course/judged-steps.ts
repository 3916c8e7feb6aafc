import type { Judgement } from '../../course/judgement.ts';
import type { ExerciseReport } from '../../course/report.ts';

/** By step number; a step that waits for its turn has none. */
export type JudgedSteps = ReadonlyMap<string, Judgement>;

/**
 * What is said about a report. A check looks at every step, but a step that nobody has begun is no
 * failure, and neither is one that waits behind another: besides what has passed, the first step
 * that has not is told, up to the one the learner is at, and that one itself.
 */
export function judgedSteps({ steps }: ExerciseReport, atHand: string | undefined): JudgedSteps {
  const at = steps.findIndex(({ number }) => number === atHand);
  const reached = at < 0 ? steps : steps.slice(0, at + 1);
  const explained = reached.find(({ judgement }) => judgement.verdict !== 'pass');
  const told = steps.filter(
    (step) => step.judgement.verdict === 'pass' || step === explained || step.number === atHand,
  );
  return new Map(told.map(({ number, judgement }) => [number, judgement]));
}

/** The judgement to explain: the first that is no pass. */
export function firstToMend(
  judged: JudgedSteps,
): readonly [number: string, judgement: Exclude<Judgement, { verdict: 'pass' }>] | undefined {
  for (const [number, judgement] of judged) if (judgement.verdict !== 'pass') return [number, judgement];
  return undefined;
}
