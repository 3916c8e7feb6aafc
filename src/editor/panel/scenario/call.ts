import type { Json } from '../../../base/json.ts';
import { stringOf } from '../../../course/observed.ts';
import type { Argument, Operation } from '../../../learner/protocol.ts';
import type { CommandSeen, EventSeen } from '../../../timeline/entry.ts';
import { isColumn } from '../../../timeline/game-event.ts';
import { eventSeen } from '../observed-game.ts';
import type { Happening } from './observe.ts';
import { shortened } from './tale.ts';

export type Call = Extract<Operation, { op: 'call' | 'callFunction' }>;

/** What a scenario has kept so far, as far as it can be said in words. */
export class Kept {
  readonly events = new Map<string, EventSeen>();
  readonly texts = new Map<string, string>();

  note({ operation, outcome }: Happening): void {
    if (outcome.kind !== 'returned' || !('as' in operation) || operation.as === undefined) return;
    const text = stringOf(outcome.value);
    if (text !== undefined) this.texts.set(operation.as, text);
    else if (operation.op === 'keep' && operation.index !== undefined)
      this.events.set(operation.as, eventSeen(outcome.value));
  }

  /** The first argument of a call that is an event. */
  eventFor({ args: [first] }: Call): EventSeen | undefined {
    return first !== undefined && 'kept' in first ? this.events.get(first.kept) : undefined;
  }

  /** Every text that was handed over, an id among them. */
  textsFor({ args }: Call): readonly string[] {
    return args.flatMap((argument) => {
      const text =
        'value' in argument ? argument.value : 'kept' in argument ? this.texts.get(argument.kept) : undefined;
      return typeof text === 'string' ? [text] : [];
    });
  }
}

/** What an operation asked for, as the timeline has it; commands of the game are known by their names. */
export function commandOf(call: Call, kept: Kept): CommandSeen {
  const [first, second] = call.args.map((argument) => ('value' in argument ? argument.value : undefined));
  if (call.name === 'startGame' && typeof first === 'string' && typeof second === 'string') {
    return { type: 'StartGame', playerOne: first, playerTwo: second };
  }
  if (call.name === 'makeMove' && isFields(first)) {
    const { player, column } = first;
    if (typeof player === 'string' && typeof column === 'string' && isColumn(column)) {
      return { type: 'MakeMove', player, column };
    }
  }
  return {
    type: 'Call',
    text: `${call.name}(${call.args.map((argument) => argumentText(argument, kept)).join(', ')})`,
  };
}

function argumentText(argument: Argument, kept: Kept): string {
  if ('event' in argument) return argument.event.type;
  if ('value' in argument) return shortened(valueText(argument.value));
  const text = kept.texts.get(argument.kept);
  if (text !== undefined) return shortened(JSON.stringify(text));
  return kept.events.get(argument.kept)?.type ?? argument.kept;
}

function valueText(value: Json): string {
  if (!isFields(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${JSON.stringify(field)}`);
  return `{ ${fields.join(', ')} }`;
}

function isFields(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
