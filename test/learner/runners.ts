import { fileURLToPath } from 'node:url';
import type { LearnerRunner, Limits, Run, SourceFiles } from '../../src/learner/learner-code.ts';
import type { Observation, Observed, Operation, Outcome } from '../../src/learner/protocol.ts';
import { createLearnerRunner, type RunnerOptions } from '../../src/learner/runner.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The driver's own source, or a built one to try instead. */
const driverPath = process.env.GROUND_UP_DRIVER ?? `${root}src/learner/driver.ts`;

/** Likewise another runtime. */
const execPath = process.env.GROUND_UP_RUNTIME ?? process.execPath;

/** A runner on the driver's own source. */
export function sourceRunner(options: Partial<RunnerOptions> = {}): LearnerRunner {
  return createLearnerRunner({ driverPath, execPath, readable: [`${root}src`], ...options });
}

export const domain = (game: string): SourceFiles => new Map([['src/domain/game.ts', game]]);

export const make: Operation = { op: 'create', as: 'game', module: 'domain/game', name: 'Game', args: [] };

export const call = (name: string, ...values: string[]): Operation => ({
  op: 'call',
  on: 'game',
  name,
  args: values.map((value) => ({ value })),
});

export const read = (...names: string[]): Operation => ({ op: 'read', on: 'game', names });

export type Ran = {
  readonly files: SourceFiles;
  readonly operations: readonly Operation[];
  readonly limits?: Partial<Limits>;
};

export function observationsOf(run: Run): readonly Observation[] {
  if (run.kind !== 'completed') throw new Error(`The run was not completed: ${JSON.stringify(run)}`);
  return run.observations;
}

export function outcomesOf(run: Run): Outcome[] {
  return observationsOf(run).map(({ outcome }) => outcome);
}

/** An observed value as the plain value it shows, for short expectations; what JSON has no word for is its kind. */
export function shown(observed: Observed): unknown {
  switch (observed.kind) {
    case 'string':
    case 'boolean':
      return observed.value;
    case 'number':
      return Number(observed.value);
    case 'null':
      return null;
    case 'list':
      return observed.items.map(shown);
    case 'object':
      return Object.fromEntries(observed.fields.map(({ name, value }) => [name, shown(value)]));
    default:
      return observed.kind;
  }
}

export function membersOf(outcome: Outcome | undefined): Record<string, unknown> {
  if (outcome?.kind !== 'read') throw new Error(`Nothing was read: ${JSON.stringify(outcome)}`);
  return Object.fromEntries(outcome.members.map(({ name, value }) => [name, shown(value)]));
}
