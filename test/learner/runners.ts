import { inRoot } from '../../src/dev/root.ts';
import type { LearnerRunner, Limits, Run } from '../../src/learner/learner-code.ts';
import type { Observation, Observed, Operation, Outcome } from '../../src/learner/protocol.ts';
import { createLearnerRunner } from '../../src/learner/runner.ts';
import type { SourceFiles } from '../../src/learner/source-files.ts';
import { createTypeScriptRuntime, type TypeScriptOptions } from '../../src/learner/typescript/runtime.ts';
import { driverPath, execPath } from '../hosts.ts';

/** A runner that whoever makes it disposes. */
export function sourceRunner(options: Partial<TypeScriptOptions> = {}): LearnerRunner {
  return createLearnerRunner(createTypeScriptRuntime({ driverPath, execPath, readable: [inRoot('src')], ...options }));
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
    case 'nothing':
    case 'other':
      return observed.written;
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
