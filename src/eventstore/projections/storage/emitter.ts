import type { EventStore } from '../../event-store.ts';
import type { NewEvent, RecordedEvent } from '../../events.ts';
import { derivedId } from '../../link.ts';
import { insistOnWritten } from '../../persistent/bookkeeping.ts';
import { systemTypes } from '../../stream-names.ts';
import type { ProjectionDefinition } from '../definition.ts';
import { emittedStreamsOf, partitionResultStreamOf, type ResultNames, resultStreamOf } from '../names.ts';
import { type Place, tagOf } from '../place.ts';
import type { ItemOutcome } from '../protocol.ts';

/** The event that something was emitted for. */
export interface Origin {
  readonly place: Place;
  readonly partition: string;
  readonly event: RecordedEvent;
}

/** An append of so many events is recognised as a repetition by the first of them. */
const together = 16;
/** Events on their way at the same time. */
const wave = 256;

/**
 * Writes what a projection emits. What an event leads to has always the same ids, so that events which
 * are read again after a kill write nothing twice. Everything throws an `Error` when the store refuses.
 */
export class Emitter {
  readonly #store: EventStore;
  readonly #definition: ProjectionDefinition;
  readonly #names: ResultNames;
  readonly #tracked = new Set<string>();

  constructor(store: EventStore, definition: ProjectionDefinition, names: ResultNames) {
    this.#store = store;
    this.#definition = definition;
    this.#names = names;
  }

  async write(outcomes: readonly (readonly [Origin, ItemOutcome])[]): Promise<void> {
    let pending: Promise<unknown>[] = [];
    let events = 0;
    for (const [origin, outcome] of outcomes) {
      for (const [stream, chunk] of this.#chunksOf(origin, outcome)) {
        pending.push(this.#append(stream, chunk));
        events += chunk.length;
        if (events < wave) continue;
        await Promise.all(pending);
        pending = [];
        events = 0;
      }
      if (outcome.result !== undefined) pending.push(this.#writeResult(origin, outcome.result));
    }
    await Promise.all(pending);
  }

  /** What was emitted to each stream, in pieces that always come out the same. */
  #chunksOf(origin: Origin, { emitted }: ItemOutcome): (readonly [string, NewEvent[]])[] {
    const events = emitted.map(({ stream, type, isJson, data, metadata }, index) => ({
      stream,
      event: this.#event(origin, String(index), type, isJson, data, metadata),
    }));
    return [...Map.groupBy(events, ({ stream }) => stream)].flatMap(([stream, all]) =>
      Array.from({ length: Math.ceil(all.length / together) }, (_, index) => {
        const part = all.slice(index * together, (index + 1) * together);
        return [stream, part.map(({ event }) => event)] as const;
      }),
    );
  }

  async #writeResult(origin: Origin, result: string | null): Promise<void> {
    const { name } = this.#definition;
    const type = result === null ? 'ResultRemoved' : 'Result';
    const event = this.#event(origin, 'result', type, result !== null, result ?? '', null);
    const whole = resultStreamOf(name, this.#names);
    if (origin.partition === '') {
      await this.#append(whole, [event]);
      return;
    }
    const stream = partitionResultStreamOf(name, origin.partition, this.#names);
    const revision = await this.#append(stream, [event]);
    await this.#append(whole, [this.#event(origin, 'link', systemTypes.link, false, `${revision}@${stream}`, null)]);
  }

  #event(origin: Origin, part: string, type: string, isJson: boolean, data: string, extra: string | null): NewEvent {
    const { name, id, epoch } = this.#definition;
    const metadata = {
      ...tagOf(origin.place, this.#definition),
      $causedBy: origin.event.id,
      ...correlationOf(origin.event),
      ...(extra === null ? {} : JSON.parse(extra)),
    };
    return {
      id: derivedId(`${name} ${id} ${epoch} ${origin.place.at} ${part}`),
      type,
      contentType: isJson ? 'json' : 'binary',
      data: Buffer.from(data, 'utf8'),
      metadata: Buffer.from(JSON.stringify(metadata), 'utf8'),
    };
  }

  /** Calls the store before anything is waited for, so that a stream's events keep their order. */
  #append(stream: string, events: readonly NewEvent[]): Promise<bigint> {
    const tracking = this.#track(stream);
    const appending = this.#store.append(stream, events, 'any');
    return Promise.all([tracking, appending]).then(async ([, result]) => {
      if (result.kind !== 'wrongExpectedRevision') return insistOnWritten(stream, result);
      // Part of them is there already: what the code emits for an event is not always the same.
      let revision = 0n;
      for (const event of events) {
        revision = insistOnWritten(stream, await this.#store.append(stream, [event], 'any'));
      }
      return revision;
    });
  }

  async #track(stream: string): Promise<void> {
    const { name, id, trackEmittedStreams } = this.#definition;
    if (!trackEmittedStreams || this.#tracked.has(stream)) return;
    this.#tracked.add(stream);
    const event: NewEvent = {
      id: derivedId(`${name} ${id} tracks ${stream}`),
      type: '$StreamTracked',
      contentType: 'binary',
      data: Buffer.from(stream, 'utf8'),
      metadata: new Uint8Array(),
    };
    const into = emittedStreamsOf(name);
    insistOnWritten(into, await this.#store.append(into, [event], 'any'));
  }
}

/** What belongs together stays together: a caused event carries its cause's correlation. */
function correlationOf({ metadata }: RecordedEvent): { readonly $correlationId?: string } {
  try {
    const { $correlationId } = JSON.parse(Buffer.from(metadata).toString('utf8'));
    return typeof $correlationId === 'string' ? { $correlationId } : {};
  } catch {
    return {};
  }
}
