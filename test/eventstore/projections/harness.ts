import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../../../src/base/json.ts';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { jsonDataOf, jsonEvent, type ResolvedEvent } from '../../../src/eventstore/events.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { defaultLimits } from '../../../src/eventstore/projections/process/limits.ts';
import { type CreateRequest, Projections } from '../../../src/eventstore/projections/projections.ts';
import type { ProcessLimits } from '../../../src/eventstore/projections/protocol.ts';
import type { ProjectionStatistics } from '../../../src/eventstore/projections/statistics.ts';

/** A store with its projections, and short ways to use them. Everything throws when it is refused. */
export class Projecting {
  readonly store: EventStore;
  projections: Projections;
  readonly #limits: ProcessLimits;

  constructor(store: EventStore, limits: Partial<ProcessLimits> = {}) {
    this.store = store;
    this.#limits = { ...defaultLimits, ...limits };
    this.projections = new Projections(store, this.#limits);
  }

  async append(stream: string, ...events: readonly { readonly type: string; readonly data?: Json }[]): Promise<void> {
    const all = events.map(({ type, data = {} }) => jsonEvent({ type, data }));
    const result = await this.store.append(stream, all, 'any');
    if (result.kind !== 'appended') throw new Error(`The append was refused: ${result.kind}`);
  }

  async create(name: string, query: string, change: Partial<CreateRequest> = {}): Promise<void> {
    const request = { name, query, mode: 'Continuous', emitEnabled: false, trackEmittedStreams: false } as const;
    const result = await this.projections.create({ ...request, ...change });
    if (result.kind !== 'done') throw new Error(`${name} was not created: ${JSON.stringify(result)}`);
  }

  async status(name: string): Promise<ProjectionStatistics> {
    const result = await this.projections.statistics({ kind: 'name', name });
    const [statistics] = result.kind === 'statistics' ? result.projections : [];
    if (statistics === undefined) throw new Error(`There are no statistics of ${name}: ${result.kind}`);
    return statistics;
  }

  async state(name: string, partition = ''): Promise<Json> {
    const result = await this.projections.state(name, partition);
    if (result.kind !== 'value') throw new Error(`There is no state of ${name}: ${result.kind}`);
    return result.json === null ? null : JSON.parse(result.json);
  }

  /** What stands in a stream, links resolved: type and data, or the text where that is no JSON. */
  async contentOf(stream: string): Promise<readonly (readonly [string, Json])[]> {
    return (await this.eventsOf(stream)).flatMap(({ event }) =>
      event === undefined
        ? []
        : [[event.type, event.contentType === 'json' ? jsonDataOf(event) : Buffer.from(event.data).toString('utf8')]],
    );
  }

  async eventsOf(stream: string): Promise<readonly ResolvedEvent[]> {
    const result = await this.store.readStream(stream, { resolveLinks: true });
    return result.kind === 'events' ? Array.fromAsync(result.events) : [];
  }

  /** As after the end of the process: nothing but what the store has is known. */
  restart(): void {
    this.projections.dispose();
    this.projections = new Projections(this.store, this.#limits);
  }
}

/** Gives a test a store in memory with its projections, and lets go of both afterwards. */
export function projecting(
  run: (it: Projecting) => Promise<void>,
  limits: Partial<ProcessLimits> = {},
): () => Promise<void> {
  return async () => {
    const store = openMemoryStore();
    const its = new Projecting(store, limits);
    try {
      await run(its);
    } finally {
      its.projections.dispose();
      store.dispose();
    }
  };
}

/** Asks until the answer is this, for a minute: machines may be as slow as they like. */
export async function until<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  const text = JSON.stringify(wanted);
  const deadline = Date.now() + 60_000;
  for (let answer = await ask(); JSON.stringify(answer) !== text; answer = await ask()) {
    if (Date.now() > deadline) throw new Error(`It stayed ${JSON.stringify(answer)} and was to become ${text}.`);
    await pause(10);
  }
}
