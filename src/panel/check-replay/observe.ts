import { prepareStreams, readStored, type Stored } from '../../course/check-store.ts';
import type { DrawnStep } from '../../course/exercise.ts';
import { couldNotRun, stoppedDuring } from '../../course/feedback/failure-messages.ts';
import { judgeStep } from '../../course/judge-step.ts';
import type { Judgement } from '../../course/judgement.ts';
import { operationsOf } from '../../course/scenario.ts';
import type { AggregateCode } from '../../domain/aggregate.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import { lastPosition } from '../../eventstore/last-position.ts';
import type { Language } from '../../learner/language.ts';
import type { LearnerSession, Run } from '../../learner/learner-code.ts';
import type { Member, Operation, Outcome } from '../../learner/protocol.ts';
import type { SourceFiles } from '../../learner/source-files.ts';

/** One operation of a scenario that was done, and what there was to see right afterwards. */
export interface OperationResult {
  readonly operation: Operation;
  readonly outcome: Outcome;
  /** Every aggregate there is by then, by the name it is kept under. */
  readonly aggregates: ReadonlyMap<string, readonly Member[]>;
  readonly stored: Stored;
}

export interface ObservedScenario {
  /** What stood in the store before. */
  readonly seeded: Stored;
  readonly results: readonly OperationResult[];
  readonly judgement: Judgement;
}

const nothingStored: Stored = new Map();

/**
 * Runs a step's scenario one operation after the other, and looks at every aggregate after each. What is
 * judged is what the operations of the scenario themselves showed, as in a check.
 */
export async function observeScenario(
  { name: className }: AggregateCode,
  step: DrawnStep,
  { session, files }: { readonly session: LearnerSession; readonly files: SourceFiles },
  store?: EventStore,
): Promise<ObservedScenario> {
  if (store !== undefined && step.streams !== undefined) await prepareStreams(store, step.streams);
  const seeded = store === undefined ? nothingStored : await readStored(store);
  const endOfStore = async () => (store === undefined ? 0n : lastPosition(store));
  const before = await endOfStore();
  const outcomes = new Map<string, Outcome[]>();
  const results: OperationResult[] = [];
  const names = new Set<string>();
  let stored = seeded;
  const after = new Map<string, Stored>();
  for (const { label, operation } of operationsOf(step.scenario)) {
    const made = keptByIt(className, operation);
    if (made !== undefined) names.add(made);
    const looked = isAct(operation) ? aggregatesAround(operation, names) : [];
    const run = await session.perform([operation, ...looked.map((on): Operation => ({ op: 'read', on }))]);
    const outcome = firstOf(run);
    if (outcome === undefined) return { seeded, results, judgement: interrupted(run, operation, session.language) };
    outcomes.set(label, [...(outcomes.get(label) ?? []), outcome]);
    if (store !== undefined && isAct(operation)) stored = await readStored(store);
    after.set(label, stored);
    results.push({ operation, outcome, aggregates: aggregatesIn(looked, run), stored });
  }
  const seen = { stored, after, span: { after: before, upTo: await endOfStore() } };
  return { seeded, results, judgement: judgeStep(step, outcomes, files, session.language, seen) };
}

/** What may be an aggregate afterwards. */
function keptByIt(className: string, operation: Operation): string | undefined {
  if (operation.op === 'create') return operation.name === className ? operation.as : undefined;
  return operation.op === 'call' || operation.op === 'callFunction' ? operation.as : undefined;
}

/** Every aggregate, unless there are so many side by side that looking at all of them takes too long: then its own. */
function aggregatesAround(operation: Operation, names: ReadonlySet<string>): readonly string[] {
  if (names.size <= 3) return [...names];
  const args = 'args' in operation ? operation.args.flatMap((arg) => ('kept' in arg ? [arg.kept] : [])) : [];
  const own = ['on' in operation ? operation.on : '', 'as' in operation ? (operation.as ?? '') : '', ...args];
  return [...names].filter((name) => own.includes(name));
}

/** Whether an operation does anything: the others only look. */
export function isAct({ op }: Operation): boolean {
  return op === 'create' || op === 'call' || op === 'callFunction' || op === 'append';
}

/** Undefined when the operation never came back. */
function firstOf(run: Run): Outcome | undefined {
  return run.kind === 'couldNotRun' ? undefined : run.observations[0]?.outcome;
}

function interrupted(run: Run, operation: Operation, language: Language): Judgement {
  if (run.kind === 'couldNotRun') return couldNotRun(run.problem, language);
  return stoppedDuring(run.kind === 'stopped' ? run.stopped : { kind: 'garbled', message: '' }, operation, language);
}

function aggregatesIn(names: readonly string[], run: Run): ReadonlyMap<string, readonly Member[]> {
  if (run.kind === 'couldNotRun') return new Map();
  return new Map(
    names.flatMap((name, index) => {
      const outcome = run.observations[index + 1]?.outcome;
      return outcome?.kind === 'read' ? [[name, outcome.members] as const] : [];
    }),
  );
}
