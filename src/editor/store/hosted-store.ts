import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import type { Renewed } from '../../eventstore/disk/damage/renew.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import type { ConnectionState } from '../../eventstore/remote.ts';
import type { StoreUnavailable } from '../../eventstore/results.ts';
import { watchedStream } from './ask-server.ts';
import type { StorePart } from './store-part.ts';

export interface HostedStoreDependencies {
  readonly loadPart: () => Promise<StorePart>;
  /** Where the embedded store keeps its file. */
  readonly dataFolder: string;
  /** A server of the learner's choice instead of our own; undefined for our own. */
  readonly chosenServer: () => Promise<string | undefined>;
  readonly port?: number;
}

export type StoreState =
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'starting' }
  | StoreOpen
  /** The server does not answer; what is subscribed goes on by itself when it does again. */
  | (Omit<StoreOpen, 'kind'> & { readonly kind: 'lost'; readonly reason: string })
  | { readonly kind: 'failed'; readonly reason: string };

export interface StoreOpen {
  readonly kind: 'open';
  /**
   * `own`: kept on this disk by this window. `memory`: gone with this window. `shared`: another
   * window (or `ground-up serve`) holds the data, and we use its server. `chosen`: a server of the learner's.
   */
  readonly from: 'own' | 'memory' | 'shared' | 'chosen';
  readonly store: EventStore;
  /** For every client; undefined when no server could be started for the store. */
  readonly connectionString: string | undefined;
  /** What a person should know about it, in a sentence. */
  readonly remark: string | undefined;
  /** What was found about our own store's file when it was opened, in a sentence. */
  readonly notice?: string;
  /** What went wrong with the store while it was open, in a sentence: it takes no more writes. */
  readonly trouble?: string;
  /** The address of an EventStoreDB that was found where our own server should have been. */
  readonly other?: string;
}

/** The one event store of a window, and the server in front of it. Opened when somebody first asks for it. */
export class HostedStore implements Disposable {
  readonly #dependencies: HostedStoreDependencies;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<StoreState>());
  #state: StoreState = { kind: 'notStarted' };
  #opening: Promise<StoreState> | undefined;
  #current = this.#owned.add(new DisposableStore());

  readonly onDidChange = this.#changed.event;

  constructor(dependencies: HostedStoreDependencies) {
    this.#dependencies = dependencies;
  }

  get state(): StoreState {
    return this.#state;
  }

  /** Opens the store, or says how it stands; whoever asks while it is opened waits for the same. */
  open(): Promise<StoreState> {
    if (this.#state.kind === 'open' || this.#state.kind === 'lost') return Promise.resolve(this.#state);
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** Closes what is open and opens again: after another server was chosen, or the one in use went away. */
  async reopen(): Promise<StoreState> {
    await this.#opening;
    this.#close();
    return this.open();
  }

  /** Sets our own store's files aside and begins a new one with all that can be read of them. */
  async renew(): Promise<Renewed> {
    await this.#opening;
    const renewing = this.#renew();
    // Whoever asks for the store meanwhile waits for the new one.
    this.#opening = renewing
      .catch(() => {})
      .then(() => this.#open())
      .finally(() => {
        this.#opening = undefined;
      });
    await this.#opening;
    return renewing;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #renew(): Promise<Renewed> {
    const part = await this.#dependencies.loadPart();
    this.#close();
    return part.renewStore(this.#dependencies.dataFolder);
  }

  #close(): void {
    this.#owned.release(this.#current);
    this.#current = this.#owned.add(new DisposableStore());
    this.#set({ kind: 'notStarted' });
  }

  async #open(): Promise<StoreState> {
    this.#set({ kind: 'starting' });
    try {
      const part = await this.#dependencies.loadPart();
      const chosen = await this.#dependencies.chosenServer();
      this.#set(chosen === undefined ? await this.#openOwn(part) : await this.#openRemote(part, chosen, 'chosen'));
    } catch (thrown) {
      this.#set({ kind: 'failed', reason: messageOf(thrown) });
    }
    return this.#state;
  }

  async #openOwn(part: StorePart): Promise<StoreState> {
    const opened = await part.openEmbeddedStore(this.#dependencies.dataFolder);
    switch (opened.kind) {
      case 'opened': {
        const { store } = opened;
        let trouble: StoreUnavailable | undefined;
        store.trouble((told) => {
          trouble = told;
          this.#onTrouble(store, told);
        });
        const state = await this.#serve(part, store, 'own');
        if (state.connectionString !== undefined) store.announce(state.connectionString);
        return {
          ...state,
          ...(store.remark !== undefined && { notice: store.remark }),
          ...(trouble !== undefined && { trouble: trouble.reason }),
        };
      }
      case 'held': {
        const address = opened.owner?.connectionString;
        if (address === undefined) return { kind: 'failed', reason: `${opened.reason} Close it, then try again.` };
        return this.#openRemote(part, address, 'shared', `${opened.reason} This window uses its server.`);
      }
      case 'unsupported':
        return this.#serve(part, part.openMemoryStore(), 'memory', opened.reason);
      case 'failed':
        return opened;
    }
  }

  async #openRemote(part: StorePart, address: string, from: 'chosen' | 'shared', remark?: string): Promise<StoreState> {
    const opened = await part.openRemoteStore(address);
    if (opened.kind !== 'opened') return { kind: 'failed', reason: opened.reason };
    const { store } = opened;
    this.#current.add(store);
    const open: StoreOpen = { kind: 'open', from, store, connectionString: address, remark };
    this.#set(open);
    this.#current.add(store.connection((state) => this.#onConnection(open, state)));
    // Whoever looks at the store is not always there to notice that it has gone.
    this.#current.add(store.subscribeToStream(watchedStream, { event: () => undefined }));
    return this.#state;
  }

  #onTrouble(store: EventStore, { reason }: StoreUnavailable): void {
    if (this.#state.kind === 'open' && this.#state.store === store) this.#set({ ...this.#state, trouble: reason });
  }

  #onConnection(open: StoreOpen, connection: ConnectionState): void {
    if (connection.kind === 'connected') return this.#set(open);
    // The window that held the data is gone, so this one can have it.
    if (open.from === 'shared') void this.reopen();
    else this.#set({ ...open, kind: 'lost', reason: connection.reason });
  }

  /** A store without a server still serves this window, so a port that can't be had is a remark and no failure. */
  async #serve(part: StorePart, store: EventStore, from: 'own' | 'memory', remark?: string): Promise<StoreOpen> {
    this.#current.add(store);
    const wanted = this.#dependencies.port ?? part.defaultPort;
    const started = await part.startServer(store, { port: wanted, orAnother: true });
    if (started.kind !== 'listening')
      return { kind: 'open', from, store, connectionString: undefined, remark: started.reason };
    const { server } = started;
    this.#current.add(server);
    const open: StoreOpen = { kind: 'open', from, store, connectionString: server.connectionString, remark };
    return wanted === 0 || server.port === wanted
      ? open
      : { ...open, ...(await this.#elsewhere(part, wanted, server.port)) };
  }

  /** Why the store is at another port than usual, and whether what is there is one of its kind. */
  async #elsewhere(part: StorePart, wanted: number, taken: number): Promise<Pick<StoreOpen, 'remark' | 'other'>> {
    if (await part.isEventStore(wanted)) {
      const remark = `At port ${wanted} there is an EventStoreDB already, so your own store is at port ${taken}.`;
      return { remark, other: `esdb://127.0.0.1:${wanted}?tls=false` };
    }
    return { remark: `Port ${wanted} is taken, so the store is at port ${taken}.` };
  }

  #set(state: StoreState): void {
    if (this.#owned.isDisposed) return;
    this.#state = state;
    this.#changed.fire(state);
  }
}
