import { type Disposable, DisposableStore } from '../../src/base/disposable.ts';
import type {
  EventStore,
  ReadAllOptions,
  ReadOptions,
  SubscriptionObserver,
} from '../../src/eventstore/event-store.ts';
import { jsonEvent, type NewEvent, originalOf, type ResolvedEvent } from '../../src/eventstore/events.ts';
import type { SubscriptionEnd } from '../../src/eventstore/results.ts';

/** A store to try, with a clock that the test turns. */
export interface Fixture extends Disposable {
  readonly store: EventStore;
  readonly clock: { now: number };
}

export type MakeFixture = (clock: { now: number }) => Promise<Pick<Fixture, 'store'> & Disposable>;

/** Wraps a test so that it gets a store of its own, which is closed afterwards. */
export type WithStore = (run: (fixture: Fixture) => Promise<void>) => () => Promise<void>;

export function withStoreFrom(make: MakeFixture): WithStore {
  return (run) => async () => {
    const clock = { now: Date.parse('2024-07-08T09:00:00Z') };
    const made = await make(clock);
    try {
      await run({ store: made.store, clock, dispose: () => made.dispose() });
    } finally {
      made.dispose();
    }
  };
}

/** One event for each type named; its data says which it was. */
export function events(...types: readonly string[]): NewEvent[] {
  return types.map((type) => jsonEvent({ type, data: { type } }));
}

export async function typesIn(store: EventStore, stream: string, options?: ReadOptions): Promise<string[]> {
  return (await read(store, stream, options)).map((resolved) => originalOf(resolved).type);
}

/** Reads a stream that has to be there. */
export async function read(store: EventStore, stream: string, options?: ReadOptions): Promise<ResolvedEvent[]> {
  const result = await store.readStream(stream, options);
  if (result.kind !== 'events') throw new Error(`${stream} could not be read: ${result.kind}`);
  return collect(result.events);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** `$all` without what the store, and a server in front of it, write for themselves at their birth. */
export async function typesInAll(store: EventStore, options?: ReadAllOptions): Promise<string[]> {
  const all = await collect(store.readAll(options));
  return all.map(originalOf).flatMap(({ stream, type }) => (bornWith.has(stream) ? [] : [type]));
}

const bornWith = new Set(['$projections-$all', '$users']);

/** Appends and insists that it worked; gives the last revision and position. */
export async function append(store: EventStore, stream: string, ...types: readonly string[]) {
  const result = await store.append(stream, events(...types), 'any');
  if (result.kind !== 'appended') throw new Error(`The append to ${stream} was refused: ${result.kind}`);
  return result;
}

export interface Watching extends Disposable {
  /** What was told so far: types of events, `(caught up)`, `(checkpoint)`, `(ended: …)`. */
  readonly told: readonly string[];
  readonly events: readonly ResolvedEvent[];
  readonly checkpoints: readonly bigint[];
  /** Resolves once so many things were told; fails after ten seconds. */
  until(count: number): Promise<readonly string[]>;
}

/** Keeps what a subscription tells, to be compared as a list. */
export function watch(subscribe: (observer: SubscriptionObserver) => Disposable): Watching {
  const told: string[] = [];
  const received: ResolvedEvent[] = [];
  const checkpoints: bigint[] = [];
  let woken = (): void => {};
  const tell = (line: string) => {
    told.push(line);
    woken();
  };
  const subscription = subscribe({
    event: (event) => {
      received.push(event);
      tell(originalOf(event).type);
    },
    caughtUp: () => tell('(caught up)'),
    checkpoint: (position) => {
      checkpoints.push(position);
      tell('(checkpoint)');
    },
    ended: (end) => tell(`(ended: ${describeEnd(end)})`),
  });
  const owned = new DisposableStore();
  owned.add(subscription);
  return {
    told,
    events: received,
    checkpoints,
    dispose: () => owned.dispose(),
    async until(count) {
      const deadline = Date.now() + 10_000;
      while (told.length < count) {
        if (Date.now() > deadline) throw new Error(`Waited for ${count} things and was told ${JSON.stringify(told)}.`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 50);
          woken = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return told;
    },
  };
}

function describeEnd(end: SubscriptionEnd): string {
  return end.kind === 'observerFailed' ? `observerFailed ${end.thrown}` : end.kind;
}
