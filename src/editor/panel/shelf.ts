import { randomUUID } from 'node:crypto';
import { gameStream } from '../../application/event-mapping.ts';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import type { Column } from '../../domain/board.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import { jsonEvent } from '../../eventstore/events.ts';
import { openMemoryStore } from '../../eventstore/open.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { CheckView, ChoicesView, Side } from '../../panel/contract.ts';
import type { Exchange } from '../../timeline/exchange.ts';
import { GameSource } from './game-source.ts';
import { LearnerRepository } from './learner-repository.ts';
import type { PanelSource } from './panel-source.ts';
import { CheckVisit } from './scenario/check-visit.ts';
import type { CheckedStep } from './scenario/checked-step.ts';
import { appendText } from './store-texts.ts';
import { StreamDirectory } from './stream-directory.ts';
import { StreamSource } from './stream-source.ts';

/** The store there is, if any. */
export type StoreState =
  | { readonly kind: 'none' }
  /** With the learner's code as it is told where that store is, where clients can reach it. */
  | { readonly kind: 'open'; readonly store: EventStore; readonly openCode?: () => Promise<LearnerSession> }
  | { readonly kind: 'lost'; readonly reason: string };

/** The history that was left when another future was begun. */
export interface Left {
  readonly source: PanelSource;
  /** How many entries of it both have in common, and how many entries here say the same. */
  readonly shared: number;
  readonly here: number;
}

/** A check that is looked at, and the stream that it was opened from. */
interface Visit {
  readonly check: CheckVisit;
  readonly back: string | null;
  readonly listening: Disposable;
}

const mostStreams = 200;
/** Events of one append; the store takes a megabyte at a time. */
const importChunk = 500;

/** Everything that can be looked at, and which of it is: the game in memory, the streams, a check, and the two futures of a fork. */
export class Shelf implements Disposable {
  readonly #openCode: () => Promise<LearnerSession>;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  /** Something else is shown, or something about what is shown has changed. */
  readonly onChange = this.#changed.event;
  readonly #began = this.#owned.add(new Emitter<string>());
  /** A stream began, and the newest is to be followed. */
  readonly onBegan = this.#began.event;
  readonly #game: PanelSource;
  #current: PanelSource;
  #listening: Disposable;
  #left: Left | undefined;
  #visit: Visit | undefined;
  /** The code was saved while something else than the game was looked at. */
  #gameIsOld = false;
  #store: StoreState = { kind: 'none' };
  #directory: StreamDirectory | undefined;
  #chosen: string | null = null;
  /** On by itself as soon as there is a store, until somebody stays where they are. */
  #followNewest = false;
  #stays = false;
  /** Stored a moment ago, and shown as soon as the store tells of it. */
  #awaited: string | undefined;

  constructor(openCode: () => Promise<LearnerSession>, game: PanelSource = new GameSource(openCode)) {
    this.#openCode = openCode;
    this.#game = this.#owned.add(game);
    this.#current = this.#game;
    this.#listening = this.#listen(this.#game);
  }

  get current(): PanelSource {
    return this.#current;
  }

  get left(): Left | undefined {
    return this.#left;
  }

  /** The check that is looked at, or that another future is played on from. */
  get visited(): CheckVisit | undefined {
    return this.#visit?.check;
  }

  get check(): CheckView | null {
    if (this.#visit === undefined) return null;
    const { check, back } = this.#visit;
    const isThere = this.#current.subject.kind === 'check';
    return { ...check.view, chosen: isThere ? check.view.chosen : null, back: back ?? 'your game' };
  }

  get choices(): ChoicesView {
    const store = this.#directory?.lost === undefined ? this.#store.kind : 'lost';
    const streams = this.#directory?.latest(mostStreams) ?? [];
    return { store, streams, chosen: this.#chosen, followNewest: this.#followNewest };
  }

  set store(store: StoreState) {
    this.#store = store;
    if (this.#directory !== undefined) this.#owned.release(this.#directory);
    this.#directory = undefined;
    if (this.#chosen !== null) this.pick(null);
    if (store.kind === 'open') {
      this.#directory = this.#owned.add(new StreamDirectory(store.store));
      this.#owned.add(this.#directory.onChange(() => this.#newsCame()));
      this.#owned.add(
        this.#directory.onBegan((stream) => {
          if (this.#followNewest && this.#visit === undefined) this.#began.fire(stream);
        }),
      );
      this.#followNewest ||= !this.#stays;
    }
    this.#changed.fire();
  }

  /** A stream by its name, or null for the game in memory. A stream nobody wrote to yet is none. */
  pick(stream: string | null): void {
    if (stream === this.#chosen && this.#left === undefined && this.#visit === undefined) return;
    if (stream === null) this.#show(this.#game, null);
    else if (this.#store.kind === 'open' && this.#directory?.has(stream) === true) {
      const repository = this.#repository;
      this.#show(new StreamSource(this.#store.store, stream, this.#openCode, { repository }), stream);
    }
  }

  /** Runs what is looked at on the code as it is now; the game behind it follows when somebody comes back to it. */
  reload(): void {
    this.#gameIsOld = this.#current !== this.#game;
    void this.#current.reload();
  }

  /** The learner's files were saved, which is nothing to somebody else's branch. */
  codeChanged(): void {
    if (this.#visit?.check.checked.branch === undefined) this.reload();
    else this.#gameIsOld = true;
  }

  /** Shows a check's scenario; what was looked at before is where leaving it leads back to. Nothing is run yet. */
  openCheck(checked: CheckedStep): void {
    const back = this.#visit === undefined ? this.#chosen : this.#visit.back;
    const check = this.#owned.add(new CheckVisit(checked));
    const listening = this.#owned.add(check.onChange(() => this.#checkChanged()));
    this.#show(check.source, null, { check, back, listening });
  }

  pickTale(tale: string): void {
    const check = this.#visit?.check;
    if (check === undefined || !check.choose(tale) || this.#visit === undefined) return;
    this.#show(check.source, null, this.#visit);
  }

  leaveCheck(): void {
    if (this.#visit === undefined) return;
    this.pick(this.#visit.back);
    // That stream may be gone.
    if (this.#visit !== undefined) this.pick(null);
  }

  async startGame(playerOne: string, playerTwo: string): Promise<void> {
    this.stay();
    const source = this.#current;
    await source.startGame(playerOne, playerTwo);
    await this.#moveIntoStore(source);
  }

  async makeMove(column: Column, by: 'next' | Side): Promise<void> {
    this.stay();
    const source = this.#current;
    await source.makeMove(column, by);
    await this.#moveIntoStore(source);
  }

  /** From a stream, to where a new game begins; a game that is there already waits. */
  async newGame(): Promise<void> {
    this.stay();
    if (this.#current.subject.kind === 'stream') this.pick(null);
    else await this.#current.newGame();
  }

  /** A game in memory is a stream as soon as the learner's repository has stored it. */
  async #moveIntoStore(source: PanelSource): Promise<void> {
    const repository = this.#repository;
    if (source !== this.#game || repository === undefined || this.#left !== undefined) return;
    this.#awaited = await source.moveInto?.(repository);
    this.#newsCame();
  }

  get #repository(): LearnerRepository | undefined {
    const openCode = this.#store.kind === 'open' ? this.#store.openCode : undefined;
    return openCode === undefined ? undefined : new LearnerRepository(openCode);
  }

  /** Somebody chose what they look at, or plays there: they are not led away from it. */
  stay(): void {
    this.#stays = true;
    this.#followNewest = false;
    this.#awaited = undefined;
  }

  followNewest(on: boolean): void {
    this.#stays = !on;
    this.#followNewest = on;
    const newest = this.#directory?.latest(1)[0];
    if (on && newest !== undefined) this.pick(newest.name);
    this.#changed.fire();
  }

  /** Leaves the present at `stop` and plays another future; what was left stays in sight. Says why where that cannot be. */
  async fork(stop: number): Promise<string | undefined> {
    const original = this.#current;
    const forked = await original.fork(stop);
    if (forked.kind === 'not') return forked.why;
    this.stay();
    this.#replace(forked.source, { source: original, shared: forked.there, here: forked.here });
    return undefined;
  }

  /** A stream from a file goes into the store under a name of its own, or into memory where there is no store. */
  async import({ stream, events }: Exchange): Promise<string> {
    const store = this.#store.kind === 'open' ? this.#store.store : openMemoryStore();
    const name = stream.startsWith('game-') ? gameStream(randomUUID()) : `${stream}-${randomUUID().slice(0, 8)}`;
    const imported = events.map(({ type, data }) => jsonEvent({ type, data }));
    for (let from = 0; from < imported.length; from += importChunk) {
      const result = await store.append(
        name,
        imported.slice(from, from + importChunk),
        from === 0 ? 'noStream' : 'any',
      );
      if (result.kind !== 'appended') return appendText(result);
    }
    const kept = this.#store.kind === 'open' ? undefined : store;
    const more = kept === undefined ? { repository: this.#repository } : { ownStore: kept };
    this.#show(new StreamSource(store, name, this.#openCode, more), name);
    return `Imported ${events.length} events as ${name}${kept === undefined ? '' : ' (in memory only)'}.`;
  }

  /** Plays on in the future that was left, and keeps this one in sight. */
  switchFuture(): void {
    const left = this.#left;
    if (left !== undefined) this.#replace(left.source, { source: this.#current, shared: left.here, here: left.shared });
  }

  closeFuture(): void {
    const left = this.#left;
    this.#left = undefined;
    if (left !== undefined) this.#letGo(left.source);
    this.#changed.fire();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#letGo(this.#current);
    if (this.#left !== undefined) this.#letGo(this.#left.source);
    this.#owned.dispose();
  }

  #show(source: PanelSource, chosen: string | null, visit?: Visit): void {
    const [before, left, visited] = [this.#current, this.#left, this.#visit];
    this.#chosen = chosen;
    this.#visit = visit;
    this.#replace(source, undefined);
    if (before !== source) this.#letGo(before);
    if (left !== undefined && left.source !== source) this.#letGo(left.source);
    if (visited === undefined || visited.check === visit?.check) return;
    this.#owned.release(visited.listening);
    this.#owned.release(visited.check);
  }

  #replace(source: PanelSource, left: Left | undefined): void {
    this.#listening.dispose();
    this.#current = source;
    this.#left = left;
    this.#listening = this.#listen(source);
    if (source === this.#game && this.#gameIsOld) this.reload();
    this.#changed.fire();
  }

  /** After a run another history may be the one to look at; nobody is pulled out of a future they play on. */
  #checkChanged(): void {
    const visit = this.#visit;
    if (visit === undefined) return;
    const isThere = this.#current.subject.kind === 'check' && this.#current !== visit.check.source;
    if (isThere) this.#replace(visit.check.source, undefined);
    else this.#changed.fire();
  }

  /** Where nothing was played yet, what is stored already is more to look at. */
  #newsCame(): void {
    const awaited = this.#awaited;
    if (awaited !== undefined && this.#directory?.has(awaited) === true) {
      this.#awaited = undefined;
      this.pick(awaited);
    }
    const newest = this.#directory?.latest(1)[0];
    const { length, phase, busy } = this.#game;
    const nothingYet = this.#current === this.#game && length === 0 && phase.kind === 'showing' && !busy;
    if (this.#followNewest && nothingYet && this.#visit === undefined && newest !== undefined) this.pick(newest.name);
    this.#changed.fire();
  }

  #listen(source: PanelSource): Disposable {
    return source.onChange(() => this.#newsCame());
  }

  /** The game in memory stays for as long as the shelf does, and what a check led to for as long as that is looked at. */
  #letGo(source: PanelSource): void {
    if (source !== this.#game && source.subject.kind !== 'check') source.dispose();
  }
}
