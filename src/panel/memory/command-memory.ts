import * as v from 'valibot';
import type { CommandData } from '../../domain/aggregate.ts';
import type { Reference } from '../../timeline/reference.ts';
import type { Outcome } from './outcome-change.ts';

/** What the aggregate in memory has gone through: the commands, and what they led to when they were given last. */
export interface Remembered {
  readonly commands: readonly CommandData[];
  readonly outcome: Outcome;
  /** What it is known by. */
  readonly id?: string | undefined;
}

/** Where the aggregate in memory outlasts the window. */
export interface CommandMemory {
  recall(): Remembered | undefined;
  save(remembered: Remembered): void;
}

/** As much of VS Code's memory of a workspace as is needed. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const text = v.pipe(v.string(), v.maxLength(10_000));
const command = v.objectWithRest({ type: text }, v.union([text, v.number()]));
const saved = v.strictObject({
  schema: v.literal(1),
  commands: v.array(command),
  outcome: v.strictObject({
    events: v.number(),
    entries: v.array(v.strictObject({ command: v.nullable(v.string()), told: v.string(), refused: v.boolean() })),
  }),
  id: v.optional(text),
});

/** Keeps the commands in a workspace's storage; what does not look like commands of that aggregate is nothing. */
export function commandMemoryIn(storage: Storage, reference: Reference): CommandMemory {
  const key = `groundUp.${reference.category}InMemory`;
  return {
    recall() {
      const read = v.safeParse(saved, storage.get(key));
      if (!read.success) return undefined;
      const { outcome, id } = read.output;
      const commands = read.output.commands.flatMap((each) => reference.command(each) ?? []);
      return commands.length === read.output.commands.length ? { commands, outcome, id } : undefined;
    },
    save: ({ commands, outcome, id }) => void storage.update(key, { schema: 1, commands, outcome, id }),
  };
}
