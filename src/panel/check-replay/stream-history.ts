import type { Json, JsonObject } from '../../base/json.ts';
import type { StoredEvent } from '../../course/check-store.ts';
import { idOf, streamOf } from '../../domain/aggregate.ts';
import type { Language } from '../../learner/language.ts';
import type { CommandSeen, Entry, EventSeen } from '../../timeline/entry.ts';
import { fieldValue, fieldValues } from '../../timeline/field-value.ts';
import type { Reference } from '../../timeline/reference.ts';
import { idIn } from '../learner/identity.ts';
import { type History, shortened } from './history.ts';
import { type Call, commandOf, KeptValues } from './kept-values.ts';
import type { ObservedScenario, OperationResult } from './observe.ts';
import { failureIn } from './observed-aggregate.ts';

/** What stands in each stream at the end, and the calls that it came from or that left nothing there. */
export function streamHistories(
  reference: Reference,
  { seeded, results }: ObservedScenario,
  language: Language,
): History[] {
  const { commands, code } = reference;
  // To read a stream is nothing that happens to it.
  const writes = ['add', ...commands.map(({ method }) => method), ...code.alsoWrites];
  const streams = new Map<string, StreamHistory>();
  const known = (name: string) => {
    const history = streams.get(name) ?? new StreamHistory(reference, name, language);
    streams.set(name, history);
    return history;
  };
  for (const [name, events] of seeded) known(name).grow(events, undefined);
  const kept = new KeptValues();
  for (const result of results) {
    kept.note(result);
    const { operation, stored } = result;
    // Another writer's events came from none of the learner's calls.
    if (operation.op === 'append') for (const [name, events] of stored) known(name).grow(events, undefined);
    if (operation.op !== 'call' && operation.op !== 'callFunction') continue;
    const command = commandOf(reference, operation, kept);
    const meant = writes.includes(operation.name)
      ? idsMeant(operation, result, kept).map((id) => streamOf(reference, id))
      : [];
    const grown = [...stored].filter(([name, events]) => known(name).grow(events, command)).map(([name]) => name);
    for (const name of meant) streams.get(name)?.note(command, result, grown.includes(name));
  }
  return [...streams.values()].map((history) => history.told());
}

/** The ids that were handed over, or that an aggregate has that was. */
function idsMeant(call: Call, { aggregates }: OperationResult, kept: KeptValues): readonly string[] {
  const ids = call.args.flatMap((argument) => {
    const members = 'kept' in argument ? aggregates.get(argument.kept) : undefined;
    return (members && idIn(members)) ?? [];
  });
  return [...ids, ...kept.textsFor(call)];
}

class StreamHistory {
  readonly #reference: Reference;
  readonly #name: string;
  readonly #language: Language;
  readonly #entries: Entry[] = [];
  #length = 0;

  constructor(reference: Reference, name: string, language: Language) {
    this.#reference = reference;
    this.#name = name;
    this.#language = language;
  }

  /** True when there is more in it than before. */
  grow(events: readonly StoredEvent[], command: CommandSeen | undefined): boolean {
    const fresh = events.slice(this.#length);
    fresh.forEach((event, nth) => {
      const revision = BigInt(this.#length++);
      const led = nth === 0 && command !== undefined ? { command } : {};
      this.#entries.push({ kind: 'recorded', revision, lane: 'historical', event: seenEvent(event), ...led });
    });
    return fresh.length > 0;
  }

  /** A call that was meant to write here: told where it was refused, or left nothing. */
  note(command: CommandSeen, { outcome }: OperationResult, grew: boolean): void {
    const failure = failureIn(outcome, this.#language);
    if (failure !== undefined) {
      this.#entries.push({ kind: 'refused', command, left: grew ? 'recorded' : 'nothing', ...failure });
    } else if (!grew) this.#entries.push({ kind: 'silent', command, changedState: false, stored: 0 });
  }

  told(): History {
    return {
      id: `stream/${this.#name}`,
      of: 'stream',
      name: shortened(this.#name),
      aggregateId: idOf(this.#reference, this.#name),
      entries: this.#entries,
      states: undefined,
      parity: { kind: 'unknown', why: 'A stream has no live object to compare with.' },
      commands: undefined,
    };
  }
}

function seenEvent({ type, data, text, contentType }: StoredEvent): EventSeen {
  if (contentType !== 'json' || data === undefined)
    return { type, data: {}, fields: [fieldValue('bytes', text, 'other')] };
  return isFields(data) ? { type, data } : { type, data: {}, fields: fieldValues(data, 'data') };
}

function isFields(data: Json): data is JsonObject {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
