import * as v from 'valibot';
import type { GameCommand } from '../../domain/commands.ts';
import type { Outcome } from './outcome-change.ts';

/** What a game in memory has gone through: the commands, and what they led to when they were given last. */
export interface Remembered {
  readonly commands: readonly GameCommand[];
  readonly outcome: Outcome;
}

/** Where the game in memory outlasts the window. */
export interface GameMemory {
  recall(): Remembered | undefined;
  keep(remembered: Remembered): void;
}

/** As much of VS Code's memory of a workspace as is needed. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const key = 'groundUp.gameInMemory';
const text = v.pipe(v.string(), v.maxLength(10_000));
const command = v.variant('type', [
  v.strictObject({ type: v.literal('StartGame'), playerOne: text, playerTwo: text }),
  v.strictObject({
    type: v.literal('MakeMove'),
    player: text,
    column: v.picklist(['A', 'B', 'C', 'D', 'E', 'F', 'G']),
  }),
]);
const kept = v.strictObject({
  schema: v.literal(1),
  commands: v.array(command),
  outcome: v.strictObject({
    events: v.number(),
    entries: v.array(v.strictObject({ command: v.nullable(v.string()), told: v.string(), refused: v.boolean() })),
  }),
});

/** Keeps the game in a workspace's storage; what does not look like a game is none. */
export function gameMemoryIn(storage: Storage): GameMemory {
  return {
    recall() {
      const read = v.safeParse(kept, storage.get(key));
      return read.success ? { commands: read.output.commands, outcome: read.output.outcome } : undefined;
    },
    keep: ({ commands, outcome }) => void storage.update(key, { schema: 1, commands, outcome }),
  };
}
