import { readStored, type Stored, seed } from '../../../course/check-store.ts';
import type { Step } from '../../../course/exercise.ts';
import { judgeStep } from '../../../course/judge-step.ts';
import type { Judgement } from '../../../course/judgement.ts';
import { couldNotRun, stoppedDuring } from '../../../course/mishaps.ts';
import { operationsOf } from '../../../course/scenario.ts';
import type { EventStore } from '../../../eventstore/event-store.ts';
import type { LearnerSession, Run, SourceFiles } from '../../../learner/learner-code.ts';
import type { Member, Operation, Outcome } from '../../../learner/protocol.ts';

/** One operation of a scenario that was done, and what there was to see right afterwards. */
export interface Happening {
  readonly operation: Operation;
  readonly outcome: Outcome;
  /** Every game there is by then, by the name it is kept under. */
  readonly games: ReadonlyMap<string, readonly Member[]>;
  readonly stored: Stored;
}

export interface ObservedScenario {
  /** What stood in the store before. */
  readonly seeded: Stored;
  readonly happenings: readonly Happening[];
  readonly judgement: Judgement;
}

const nothingStored: Stored = new Map();

/**
 * Runs a step's scenario one operation after the other, and looks at every game after each. What is
 * judged is what the operations of the scenario themselves showed, as in a check.
 */
export async function observeScenario(
  step: Step,
  { session, files }: { readonly session: LearnerSession; readonly files: SourceFiles },
  store?: EventStore,
): Promise<ObservedScenario> {
  if (store !== undefined && step.streams !== undefined) await seed(store, step.streams);
  const seeded = store === undefined ? nothingStored : await readStored(store);
  const outcomes = new Map<string, Outcome[]>();
  const happenings: Happening[] = [];
  const names = new Set<string>();
  let stored = seeded;
  for (const { label, operation } of operationsOf(step.scenario)) {
    const made = keptByIt(operation);
    if (made !== undefined) names.add(made);
    const looked = isAct(operation) ? [...names] : [];
    const run = await session.perform([operation, ...looked.map((on): Operation => ({ op: 'read', on }))]);
    const outcome = firstOf(run);
    if (outcome === undefined) return { seeded, happenings, judgement: interrupted(run, operation) };
    outcomes.set(label, [...(outcomes.get(label) ?? []), outcome]);
    if (store !== undefined && isAct(operation)) stored = await readStored(store);
    happenings.push({ operation, outcome, games: gamesIn(looked, run), stored });
  }
  return { seeded, happenings, judgement: judgeStep(step, outcomes, files, stored) };
}

/** What may be a game afterwards. */
function keptByIt(operation: Operation): string | undefined {
  if (operation.op === 'create') return operation.name === 'Game' ? operation.as : undefined;
  return operation.op === 'call' || operation.op === 'callFunction' ? operation.as : undefined;
}

/** Whether an operation does anything: the others only look. */
export function isAct({ op }: Operation): boolean {
  return op === 'create' || op === 'call' || op === 'callFunction';
}

/** Undefined when the operation never came back. */
function firstOf(run: Run): Outcome | undefined {
  return run.kind === 'couldNotRun' ? undefined : run.observations[0]?.outcome;
}

function interrupted(run: Run, operation: Operation): Judgement {
  if (run.kind === 'couldNotRun') return couldNotRun(run.problem);
  return stoppedDuring(run.kind === 'stopped' ? run.stopped : { kind: 'garbled', message: '' }, operation);
}

function gamesIn(names: readonly string[], run: Run): ReadonlyMap<string, readonly Member[]> {
  if (run.kind === 'couldNotRun') return new Map();
  return new Map(
    names.flatMap((name, index) => {
      const outcome = run.observations[index + 1]?.outcome;
      return outcome?.kind === 'read' ? [[name, outcome.members] as const] : [];
    }),
  );
}
