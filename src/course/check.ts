import {
  defaultLimits,
  type LearnerRunner,
  type LearnerSession,
  type Limits,
  type Run,
  type RunRequest,
} from '../learner/learner-code.ts';
import { connectionVariable, type Operation, type Outcome } from '../learner/protocol.ts';
import { noStoreSeen, type OpenCheckStore, prepareStreams, type StoreSeen } from './check-store.ts';
import { newSeed } from './draw.ts';
import type { DrawnStep, Exercise } from './exercise.ts';
import { couldNotRun, noStore, notReached, stoppedDuring } from './feedback/failure-messages.ts';
import { judgeStep } from './judge-step.ts';
import type { CouldNotRunJudgement, Judgement } from './judgement.ts';
import type { Outcomes } from './observation/seen.ts';
import type { ExerciseReport } from './report.ts';
import { operationsOf, withinStep } from './scenario.ts';
import { StoreWatch } from './store-watch.ts';

export interface CheckRequest {
  readonly exercise: Exercise;
  readonly files: ReadonlyMap<string, string>;
  readonly runner: LearnerRunner;
  /** Called for an exercise that stores events; each check has a store of its own. */
  readonly openStore?: OpenCheckStore;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  /** Of all that is drawn for the check; the report tells it, and the same one gives the same check again. */
  readonly seed?: string;
}

/** A check with all that was drawn for it. */
interface DrawnCheck extends CheckRequest {
  readonly steps: readonly DrawnStep[];
}

/** One operation of a run of all steps, and whose it is. */
interface Planned {
  readonly step: DrawnStep;
  readonly label: string;
  readonly operation: Operation;
}

/**
 * Checks every step of an exercise in one run of the learner's code: each step works on games of
 * its own, so one run tells as much as many and costs one process.
 */
export async function checkExercise(request: CheckRequest): Promise<ExerciseReport> {
  const began = performance.now();
  const { exercise, seed = newSeed() } = request;
  const check = { ...request, steps: exercise.steps.map((step) => step.drawn(seed)) };
  const planned = check.steps.flatMap(plan);
  const ran = needsStore(planned) ? await runWithStore(check, planned) : await runAll(check, planned);
  const steps = check.steps.map((step) => ({
    number: step.number,
    title: step.title,
    judgement: 'verdict' in ran ? ran : judge(step, planned, ran, request),
  }));
  return { exercise: exercise.id, seed, steps, took: performance.now() - began };
}

/** A run, and what was seen of the event store meanwhile. */
type Ran = Run & { readonly storeSeen: ReadonlyMap<DrawnStep, StoreSeen> };

async function runAll(request: CheckRequest, planned: readonly Planned[]): Promise<Ran> {
  const operations = planned.map(({ operation }) => operation);
  const run = await request.runner.run({ ...codeOf(request, planned), operations });
  return { ...run, storeSeen: new Map() };
}

/**
 * What the learner's code stored is read here, from the store itself, and never asked of that code. Where a step wants to
 * know what is stored as soon as an operation is done, the code waits until it was looked at.
 */
async function runWithStore(request: DrawnCheck, planned: readonly Planned[]): Promise<Ran | CouldNotRunJudgement> {
  const opened = await request.openStore?.();
  if (opened?.kind !== 'opened') return noStore(opened?.reason ?? 'None was opened for this check.');
  const { store, connectionString } = opened;
  try {
    for (const { streams } of request.steps) if (streams !== undefined) await prepareStreams(store, streams);
    const environment = { [connectionVariable]: connectionString };
    const session = await request.runner.open({ ...codeOf(request, planned), environment });
    try {
      const watch = await StoreWatch.begin(store);
      const run = await performInParts(session, planned, watch);
      return { ...run, storeSeen: await watch.seen() };
    } finally {
      session.dispose();
    }
  } finally {
    await opened.close();
  }
}

/** Performs all operations step by step, and stops for a look at the store after each step and wherever it asks for one. */
async function performInParts(session: LearnerSession, planned: readonly Planned[], watch: StoreWatch): Promise<Run> {
  let run: Run = { kind: 'completed', observations: [], printed: '' };
  for (let from = 0; from < planned.length && run.kind === 'completed'; ) {
    const stop = planned.findIndex((_, index) => index >= from && endsPart(planned, index));
    const part = await session.perform(planned.slice(from, stop + 1).map(({ operation }) => operation));
    run = joined(run, part, from);
    const done = planned[stop];
    if (run.kind === 'completed' && done !== undefined) await watch.partEnded(done.step, done.label);
    from = stop + 1;
  }
  return run;
}

/** Each part has a time limit of its own. */
function endsPart(planned: readonly Planned[], index: number): boolean {
  const [done, next] = planned.slice(index, index + 2);
  return done === undefined || next?.step !== done.step || done.step.storeAfter.includes(done.label);
}

/** Two runs in one, with the operations of the second counted on from the first. */
function joined(run: Run, next: Run, from: number): Run {
  if (run.kind === 'couldNotRun' || next.kind === 'couldNotRun') return next;
  const later = next.observations.map((observation) => ({ ...observation, index: observation.index + from }));
  const observations = [...run.observations, ...later];
  const printed = run.printed + next.printed;
  return next.kind === 'stopped'
    ? { ...next, during: next.during + from, observations, printed }
    : { ...next, observations, printed };
}

function codeOf({ files, limits, signal }: CheckRequest, planned: readonly Planned[]): Omit<RunRequest, 'operations'> {
  return { files, limits: { output: roomFor(planned), ...limits }, ...(signal && { signal }) };
}

function needsStore(planned: readonly Planned[]): boolean {
  return planned.some(({ operation }) => operation.op === 'connect');
}

/** What is seen counts as output, and long games are seen many times: a learner's `return this` shows a game at each move. */
function roomFor(planned: readonly Planned[]): number {
  return defaultLimits.output + planned.length * 30_000;
}

function plan(step: DrawnStep): Planned[] {
  return operationsOf(step.scenario).map(({ label, operation }) => ({
    step,
    label,
    operation: withinStep(step.number, operation),
  }));
}

function judge(step: DrawnStep, planned: readonly Planned[], run: Ran, { files, runner }: CheckRequest): Judgement {
  if (run.kind === 'couldNotRun') return couldNotRun(run.problem, runner.language);

  if (run.kind === 'stopped') {
    const culprit = planned[run.during];
    const culpritPlace = culprit === undefined ? -1 : run.during;
    const lastOwn = planned.findLastIndex((other) => other.step === step);
    const isOwn = culprit === undefined ? planned[0]?.step === step : culprit.step === step;
    if (isOwn) return stoppedDuring(run.stopped, culprit?.operation, runner.language);
    if (lastOwn > culpritPlace) return notReached(culprit?.step.number ?? planned[0]?.step.number ?? '');
  }

  return judgeStep(
    step,
    outcomesOf(step, planned, run),
    files,
    runner.language,
    run.storeSeen.get(step) ?? noStoreSeen,
  );
}

function outcomesOf(
  step: DrawnStep,
  planned: readonly Planned[],
  run: Exclude<Run, { kind: 'couldNotRun' }>,
): Outcomes {
  const outcomes = new Map<string, Outcome[]>();
  for (const { index, outcome } of run.observations) {
    const source = planned[index];
    if (source?.step === step) outcomes.set(source.label, [...(outcomes.get(source.label) ?? []), outcome]);
  }
  return outcomes;
}
