import { defaultLimits, type LearnerRunner, type Limits, type Run } from '../learner/learner-code.ts';
import { connectionVariable, type Operation, type Outcome } from '../learner/protocol.ts';
import { type OpenCheckStore, readStored, type Stored, seed } from './check-store.ts';
import type { Exercise, Step } from './exercise.ts';
import { judgeStep } from './judge-step.ts';
import type { CouldNotRunJudgement, Judgement } from './judgement.ts';
import { couldNotRun, noStore, notReached, stoppedDuring } from './mishaps.ts';
import type { ExerciseReport } from './report.ts';
import { operationsOf, withinStep } from './scenario.ts';
import type { Outcomes } from './seen.ts';

export interface CheckRequest {
  readonly exercise: Exercise;
  readonly files: ReadonlyMap<string, string>;
  readonly runner: LearnerRunner;
  /** Called for an exercise that stores events; each check has a store of its own. */
  readonly openStore?: OpenCheckStore;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

/** One operation of a run of all steps, and whose it is. */
interface Planned {
  readonly step: Step;
  readonly label: string;
  readonly operation: Operation;
}

/**
 * Checks every step of an exercise in one run of the learner's code: each step works on games of
 * its own, so one run tells as much as many and costs one process.
 */
export async function checkExercise(request: CheckRequest): Promise<ExerciseReport> {
  const began = performance.now();
  const { exercise, files } = request;
  const planned = exercise.steps.flatMap(plan);
  const ran = needsStore(planned) ? await runWithStore(request, planned) : await runAll(request, planned, {});
  const steps = exercise.steps.map((step) => ({
    number: step.number,
    title: step.title,
    judgement: 'verdict' in ran ? ran : judge(step, planned, ran, files),
  }));
  return { exercise: exercise.id, steps, took: performance.now() - began };
}

/** A run, and what stood in the event store when it was over. */
type Ran = Run & { readonly stored: Stored };

async function runAll(
  { files, runner, limits, signal }: CheckRequest,
  planned: readonly Planned[],
  environment: Readonly<Record<string, string>>,
): Promise<Ran> {
  const run = await runner.run({
    files,
    operations: planned.map(({ operation }) => operation),
    limits: { output: roomFor(planned), ...limits },
    environment,
    ...(signal && { signal }),
  });
  return { ...run, stored: new Map() };
}

/** What the learner's code stored is read here, from the store itself, and never asked of that code. */
async function runWithStore(request: CheckRequest, planned: readonly Planned[]): Promise<Ran | CouldNotRunJudgement> {
  const opened = await request.openStore?.();
  if (opened?.kind !== 'opened') return noStore(opened?.reason ?? 'None was opened for this check.');
  try {
    for (const { streams } of request.exercise.steps) if (streams !== undefined) await seed(opened.store, streams);
    const run = await runAll(request, planned, { [connectionVariable]: opened.connectionString });
    return { ...run, stored: await readStored(opened.store) };
  } finally {
    await opened.close();
  }
}

function needsStore(planned: readonly Planned[]): boolean {
  return planned.some(({ operation }) => operation.op === 'connect');
}

/** What is seen counts as output, and long games are seen many times: a learner's `return this` shows a game at each move. */
function roomFor(planned: readonly Planned[]): number {
  return defaultLimits.output + planned.length * 30_000;
}

function plan(step: Step): Planned[] {
  return operationsOf(step.scenario).map(({ label, operation }) => ({
    step,
    label,
    operation: withinStep(step.number, operation),
  }));
}

function judge(step: Step, planned: readonly Planned[], run: Ran, files: ReadonlyMap<string, string>): Judgement {
  if (run.kind === 'couldNotRun') return couldNotRun(run.problem);

  if (run.kind === 'stopped') {
    const culprit = planned[run.during];
    const culpritPlace = culprit === undefined ? -1 : run.during;
    const lastOwn = planned.findLastIndex((other) => other.step === step);
    const isOwn = culprit === undefined ? planned[0]?.step === step : culprit.step === step;
    if (isOwn) return stoppedDuring(run.stopped, culprit?.operation);
    if (lastOwn > culpritPlace) return notReached(culprit?.step.number ?? planned[0]?.step.number ?? '');
  }

  return judgeStep(step, outcomesOf(step, planned, run), files, run.stored);
}

function outcomesOf(step: Step, planned: readonly Planned[], run: Exclude<Run, { kind: 'couldNotRun' }>): Outcomes {
  const outcomes = new Map<string, Outcome[]>();
  for (const { index, outcome } of run.observations) {
    const source = planned[index];
    if (source?.step === step) outcomes.set(source.label, [...(outcomes.get(source.label) ?? []), outcome]);
  }
  return outcomes;
}
