import type { Json } from '../../base/json.ts';
import { stringOf } from '../../course/observation/observed.ts';
import type { Argument, Operation } from '../../learner/protocol.ts';
import type { CommandSeen, EventSeen } from '../../timeline/entry.ts';
import { commandInCall } from '../../timeline/method-call.ts';
import type { Reference } from '../../timeline/reference.ts';
import { eventSeen } from '../learner/observed-events.ts';
import { shortened } from './history.ts';
import type { OperationResult } from './observe.ts';

export type Call = Extract<Operation, { op: 'call' | 'callFunction' }>;

/** What a scenario has kept so far, as far as it can be said in words. */
export class KeptValues {
  readonly events = new Map<string, EventSeen>();
  readonly texts = new Map<string, string>();

  note({ operation, outcome }: OperationResult): void {
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

/** What an operation asked for, as the timeline has it; commands of the aggregate are known by their names. */
export function commandOf(reference: Reference, call: Call, kept: KeptValues): CommandSeen {
  const args = call.args.map(dataOf);
  const given = call.op === 'call' ? commandInCall(reference.commands, call.name, args) : undefined;
  const command = given && reference.command(given);
  if (command !== undefined) return { kind: 'command', command };
  const texts = call.args.map((argument) => argumentText(argument, kept));
  return { kind: 'call', text: `${call.name}(${texts.join(', ')})` };
}

/** What is handed over as data; undefined for what was kept, and for an event. */
function dataOf(argument: Argument): Json | undefined {
  if ('value' in argument) return argument.value;
  return 'record' in argument ? argument.record.fields : undefined;
}

function argumentText(argument: Argument, kept: KeptValues): string {
  if ('event' in argument) return argument.event.type;
  if ('record' in argument) return shortened(valueText(argument.record.fields));
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
