import type { Json, JsonObject } from '../../../base/json.ts';
import type { StoredEvent } from '../../../course/check-store.ts';
import { memberNamed, stringOf } from '../../../course/observed.ts';
import type { CommandSeen, Entry, EventSeen } from '../../../timeline/entry.ts';
import { leafOf, leavesOf } from '../../../timeline/leaf.ts';
import { type Call, commandOf, Kept } from './call.ts';
import { failureIn } from './game-tale.ts';
import type { Happening, ObservedScenario } from './observe.ts';
import { shortened, type Tale } from './tale.ts';

/** Calls that are meant to write; to read a stream is nothing that happens to it. */
const writes = ['add', 'makeMove', 'startGame', 'createGame'];

/** What stands in each stream at the end, and the calls that it came from or that left nothing there. */
export function streamTales({ seeded, happenings }: ObservedScenario): Tale[] {
  const streams = new Map<string, StreamTale>();
  const known = (name: string) => {
    const tale = streams.get(name) ?? new StreamTale(name);
    streams.set(name, tale);
    return tale;
  };
  for (const [name, events] of seeded) known(name).grow(events, undefined);
  const kept = new Kept();
  for (const happening of happenings) {
    kept.note(happening);
    const { operation, stored } = happening;
    if (operation.op !== 'call' && operation.op !== 'callFunction') continue;
    const command = commandOf(operation, kept);
    const meant = writes.includes(operation.name) ? streamsMeant(operation, happening, kept) : [];
    const grown = [...stored].filter(([name, events]) => known(name).grow(events, command)).map(([name]) => name);
    for (const name of meant) streams.get(name)?.note(command, happening, grown.includes(name));
  }
  return [...streams.values()].map((tale) => tale.told());
}

/** By the ids that were handed over, or the game that has one. */
function streamsMeant(call: Call, { games }: Happening, kept: Kept): readonly string[] {
  const ids = call.args.flatMap((argument) => {
    const game = 'kept' in argument ? games.get(argument.kept) : undefined;
    return stringOf(game && memberNamed(game, 'id')) ?? [];
  });
  return [...ids, ...kept.textsFor(call)].map((id) => `game-${id}`);
}

class StreamTale {
  readonly #name: string;
  readonly #entries: Entry[] = [];
  #length = 0;

  constructor(name: string) {
    this.#name = name;
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
  note(command: CommandSeen, { outcome }: Happening, grew: boolean): void {
    const failure = failureIn(outcome);
    if (failure !== undefined) {
      this.#entries.push({ kind: 'refused', command, left: grew ? 'recorded' : 'nothing', ...failure });
    } else if (!grew) this.#entries.push({ kind: 'silent', command, changedState: false, stored: 0 });
  }

  told(): Tale {
    return {
      id: `stream/${this.#name}`,
      of: 'stream',
      name: shortened(this.#name),
      entries: this.#entries,
      moments: undefined,
      parity: { kind: 'unknown', why: 'A stream has no live object to compare with.' },
      commands: undefined,
    };
  }
}

function seenEvent({ type, data, text, contentType }: StoredEvent): EventSeen {
  if (contentType !== 'json' || data === undefined) return { type, data: {}, fields: [leafOf('bytes', text, 'other')] };
  return isFields(data) ? { type, data } : { type, data: {}, fields: leavesOf(data, 'data') };
}

function isFields(data: Json): data is JsonObject {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
