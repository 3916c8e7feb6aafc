import { type Disposable, DisposableStore } from '../../../src/base/disposable.ts';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import type { ResolvedEvent } from '../../../src/eventstore/events.ts';
import type { ConsumerConnection } from '../../../src/eventstore/persistent/connection.ts';
import type { SubscriptionInfo } from '../../../src/eventstore/persistent/info.ts';
import { PersistentSubscriptions } from '../../../src/eventstore/persistent/persistent-subscriptions.ts';
import { defaultSettings, type SubscriptionSettings } from '../../../src/eventstore/persistent/settings.ts';

export interface OpenedStore {
  readonly store: EventStore;
  /** Ends it as a killed process does, and opens what it left. */
  reopen(): Promise<EventStore>;
  dispose(): void;
}

export type OpenStore = () => Promise<OpenedStore>;

export type WithSubscriptions = (run: (fixture: Fixture) => Promise<void>) => () => Promise<void>;

/** Wraps a test so that it gets a store of its own, with its persistent subscriptions. */
export function withSubscriptionsOf(open: OpenStore): WithSubscriptions {
  return (run) => async () => {
    const opened = await open();
    const fixture = new Fixture(opened);
    try {
      await run(fixture);
    } finally {
      fixture.dispose();
    }
  };
}

const group = 'group';

export class Fixture implements Disposable {
  readonly #opened: OpenedStore;
  store: EventStore;
  subscriptions: PersistentSubscriptions;

  constructor(opened: OpenedStore) {
    this.#opened = opened;
    this.store = opened.store;
    this.subscriptions = new PersistentSubscriptions(this.store);
  }

  /** A server ends in the middle of everything and another one comes. */
  async restart(): Promise<void> {
    this.subscriptions.dispose();
    this.store = await this.#opened.reopen();
    this.subscriptions = new PersistentSubscriptions(this.store);
  }

  /** Creates a subscription of the group and insists that it worked. Unless told otherwise it starts from the start. */
  async create(
    source: string,
    settings: Partial<SubscriptionSettings> = {},
    more: Partial<Parameters<PersistentSubscriptions['create']>[0]> = {},
  ): Promise<void> {
    const all = { ...defaultSettings, startFrom: 'start' as const, ...settings };
    const result = await this.subscriptions.create({ source, group, settings: all, user: 'admin', ...more });
    if (result.kind !== 'done') throw new Error(JSON.stringify(result));
  }

  async info(source: string): Promise<SubscriptionInfo> {
    const result = await this.subscriptions.info({ source, group });
    if (result.kind !== 'info') throw new Error(JSON.stringify(result));
    return result.info;
  }

  async replay(source: string, stopAt?: bigint): Promise<void> {
    const result = await this.subscriptions.replayParked({ source, group }, stopAt);
    if (result.kind !== 'done') throw new Error(JSON.stringify(result));
  }

  async read(source: string, options: { readonly limit?: number; readonly answer?: Answer } = {}): Promise<Reader> {
    const reader = new Reader(options.answer);
    await reader.connect(this.subscriptions, source, options.limit ?? 10);
    return reader;
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.#opened.dispose();
  }
}

/** What a reader says at once to a message; nothing unless told otherwise. */
export type Answer = (line: string, id: string, connection: ConsumerConnection) => void;

export const acknowledge: Answer = (_line, id, connection) => connection.acknowledge([id]);

/** Keeps what it is told: types of events, with how often they came again (`A`, `A again 1`), and `(dropped: …)`. */
export class Reader implements Disposable {
  readonly told: string[] = [];
  readonly events: ResolvedEvent[] = [];
  readonly #answer: Answer | undefined;
  readonly #owned = new DisposableStore();
  #connection: ConsumerConnection | undefined;
  #woken = (): void => {};

  constructor(answer?: Answer) {
    this.#answer = answer;
  }

  async connect(subscriptions: PersistentSubscriptions, source: string, limit: number): Promise<void> {
    const identity = { user: 'admin', from: 'here', connectionName: 'test' };
    const result = await subscriptions.connect(
      { source, group },
      {
        connected: () => {},
        message: (event, retries) => {
          this.events.push(event);
          const type = event.event?.type ?? '(gone)';
          // Whoever answers holds the connection only once it is made.
          setImmediate(() => this.#reply(type, idOf(event)));
          this.#tell(retries === 0 ? type : `${type} again ${retries}`);
          return true;
        },
        dropped: (reason) => this.#tell(`(dropped${reason === undefined ? '' : `: ${reason}`})`),
      },
      { limit, ...identity },
    );
    if (result.kind !== 'connected') throw new Error(JSON.stringify(result));
    this.#connection = this.#owned.add(result.connection);
  }

  get connection(): ConsumerConnection {
    if (this.#connection === undefined) throw new Error('There is no connection.');
    return this.#connection;
  }

  /** Ids of what came, in order. */
  get ids(): string[] {
    return this.events.map(idOf);
  }

  /** Resolves once so many things were told; fails after ten seconds. */
  async until(count: number): Promise<readonly string[]> {
    const deadline = Date.now() + 10_000;
    while (this.told.length < count) {
      if (Date.now() > deadline) throw new Error(`Waited for ${count} and was told ${JSON.stringify(this.told)}.`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#woken = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.told;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #reply(line: string, id: string): void {
    if (this.#connection !== undefined && !this.#owned.isDisposed) this.#answer?.(line, id, this.#connection);
  }

  #tell(line: string): void {
    this.told.push(line);
    this.#woken();
  }
}

function idOf({ event, link }: ResolvedEvent): string {
  return (link ?? event)?.id ?? '';
}

/** Resolves once something is so; fails after ten seconds. */
export async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It never came to be that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
