import { type Disposable, DisposableStore } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { CheckView } from '../pages/panel/check.ts';
import type { AskedCommand, ChoicesView } from '../pages/panel/contract.ts';
import type { OtherFuture } from '../pages/panel/timeline.ts';
import type { Exchange } from '../timeline/exchange.ts';
import { CheckReplay } from './check-replay/check-replay.ts';
import type { CheckedStep } from './check-replay/checked-step.ts';
import { LearnerRepository } from './learner/learner-repository.ts';
import type { OwnCode } from './own-code.ts';
import type { StoreState } from './panel-input.ts';
import type { PanelSource } from './panel-source.ts';
import { importStream } from './streams/import-stream.ts';
import { StreamDirectory } from './streams/stream-directory.ts';
import { StreamSource } from './streams/stream-source.ts';

/** The history that was left when another future was begun. */
export interface LeftFuture {
  readonly is: OtherFuture['is'];
  readonly source: PanelSource;
  /** How many entries of it both have in common, and how many entries here say the same. */
  readonly shared: number;
  readonly here: number;
}

/** A check that is looked at, and the stream that it was opened from. */
interface OpenedCheck {
  readonly check: CheckReplay;
  readonly back: string | null;
  readonly listening: Disposable;
}

const mostStreams = 200;

/** Everything that can be looked at, and which of it is: what is in memory, the streams, a check, and the two futures of a fork. */
export class Navigator implements Disposable {
  readonly #code: OwnCode;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  /** Something else is shown, or something about what is shown has changed. */
  readonly onChange = this.#changed.event;
  readonly #began = this.#owned.add(new Emitter<string>());
  /** A stream began, and the newest is to be followed. */
  readonly onBegan = this.#began.event;
  readonly #memory: PanelSource;
  #current: PanelSource;
  #listening: Disposable;
  #left: LeftFuture | undefined;
  #opened: OpenedCheck | undefined;
  /** The code was saved while something else than what is in memory was looked at. */
  #memoryIsOld = false;
  #store: StoreState = { kind: 'none' };
  #directory: StreamDirectory | undefined;
  #chosen: string | null = null;
  /** On by itself as soon as there is a store, until somebody stays where they are. */
  #followNewest = false;
  #stays = false;
  /** Stored a moment ago, and shown as soon as the store tells of it. */
  #awaited: string | undefined;
  #forks = 0;

  constructor(code: OwnCode, memory: PanelSource) {
    this.#code = code;
    this.#memory = this.#owned.add(memory);
    this.#current = this.#memory;
    this.#listening = this.#listen(this.#memory);
  }

  get current(): PanelSource {
    return this.#current;
  }

  get left(): LeftFuture | undefined {
    return this.#left;
  }

  /** The check that is looked at, or that another future is played on from. */
  get opened(): CheckReplay | undefined {
    return this.#opened?.check;
  }

  get check(): CheckView | null {
    if (this.#opened === undefined) return null;
    const { check, back } = this.#opened;
    const isThere = this.#current.subject.kind === 'check';
    return {
      ...check.view,
      chosen: isThere ? check.view.chosen : null,
      back: back ?? `your ${this.#code.aggregate.reference.words.one}`,
    };
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
          if (this.#followNewest && this.#opened === undefined) this.#began.fire(stream);
        }),
      );
      this.#followNewest ||= !this.#stays;
    }
    this.#changed.fire();
  }

  /** A stream by its name, or null for what is in memory. A stream nobody wrote to yet is none. */
  pick(stream: string | null): void {
    if (stream === this.#chosen && this.#left === undefined && this.#opened === undefined) return;
    if (stream === null) this.#show(this.#memory, null);
    else if (this.#store.kind === 'open' && this.#directory?.has(stream) === true) {
      const repository = this.#repository;
      this.#show(new StreamSource(this.#store.store, stream, this.#code, { repository }), stream);
    }
  }

  /** Runs what is looked at on the code as it is now; what is in memory behind it follows when somebody comes back to it. */
  reload(): void {
    this.#memoryIsOld = this.#current !== this.#memory;
    void this.#current.reload();
  }

  /** The learner's files were saved, which is nothing to somebody else's branch. */
  codeChanged(): void {
    if (this.#opened?.check.checked.branch === undefined) this.reload();
    else this.#memoryIsOld = true;
  }

  /** Shows a check's scenario; what was looked at before is where leaving it leads back to. Nothing is run yet. */
  openCheck(checked: CheckedStep): void {
    const back = this.#opened === undefined ? this.#chosen : this.#opened.back;
    const check = this.#owned.add(new CheckReplay(this.#code, checked));
    const listening = this.#owned.add(check.onChange(() => this.#checkChanged()));
    this.#show(check.source, null, { check, back, listening });
  }

  pickHistory(history: string): void {
    const check = this.#opened?.check;
    if (check === undefined || !check.choose(history) || this.#opened === undefined) return;
    this.#show(check.source, null, this.#opened);
  }

  leaveCheck(): void {
    if (this.#opened === undefined) return;
    this.pick(this.#opened.back);
    // That stream may be gone.
    if (this.#opened !== undefined) this.pick(null);
  }

  async give(asked: AskedCommand): Promise<void> {
    this.stay();
    const source = this.#current;
    await source.give(asked);
    await this.#moveIntoStore(source);
  }

  /** A new one begins in memory, in place of what is there and its futures; from a stream or a check, what is there waits. */
  async startOver(): Promise<void> {
    this.stay();
    if (this.#current.subject.kind !== 'memory' || this.#opened !== undefined) return this.pick(null);
    this.#show(this.#memory, null);
    await this.#memory.startOver();
  }

  /** What was in memory is a stream as soon as the learner's repository has stored it. */
  async #moveIntoStore(source: PanelSource): Promise<void> {
    const repository = this.#repository;
    if (source !== this.#memory || repository === undefined || this.#left !== undefined) return;
    this.#awaited = await source.moveInto?.(repository);
    this.#newsCame();
  }

  get #repository(): LearnerRepository | undefined {
    const open = this.#store.kind === 'open' ? this.#store.openCode : undefined;
    return open === undefined ? undefined : new LearnerRepository({ ...this.#code, open });
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
    const [original, before] = [this.#current, this.#left];
    const forked = await original.fork(stop, `Fork ${++this.#forks}`);
    if (forked.kind === 'not') return forked.why;
    this.stay();
    if (before !== undefined) this.#letGo(before.source);
    this.#replace(forked.source, { is: 'original', source: original, shared: forked.there, here: forked.here });
    return undefined;
  }

  /** A stream from a file goes into the store, or into memory where there is no store. */
  async import(exchange: Exchange): Promise<string> {
    const store = this.#store.kind === 'open' ? this.#store.store : undefined;
    const imported = await importStream({ code: this.#code, store, repository: this.#repository }, exchange);
    if (imported.kind === 'imported') this.#show(imported.source, imported.source.subject.title);
    return imported.told;
  }

  /** Plays on in the future that was left, and keeps this one in sight. */
  switchFuture(): void {
    const left = this.#left;
    if (left === undefined) return;
    const is = left.is === 'original' ? 'fork' : 'original';
    this.#replace(left.source, { is, source: this.#current, shared: left.here, here: left.shared });
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

  #show(source: PanelSource, chosen: string | null, opened?: OpenedCheck): void {
    const [before, left, closed] = [this.#current, this.#left, this.#opened];
    this.#chosen = chosen;
    this.#opened = opened;
    this.#replace(source, undefined);
    if (before !== source) this.#letGo(before);
    if (left !== undefined && left.source !== source) this.#letGo(left.source);
    if (closed === undefined || closed.check === opened?.check) return;
    this.#owned.release(closed.listening);
    this.#owned.release(closed.check);
  }

  #replace(source: PanelSource, left: LeftFuture | undefined): void {
    this.#listening.dispose();
    this.#current = source;
    this.#left = left;
    this.#listening = this.#listen(source);
    if (source === this.#memory && this.#memoryIsOld) this.reload();
    this.#changed.fire();
  }

  /** After a run another history may be the one to look at; nobody is pulled out of a future they play on. */
  #checkChanged(): void {
    const opened = this.#opened;
    if (opened === undefined) return;
    const isThere = this.#current.subject.kind === 'check' && this.#current !== opened.check.source;
    if (isThere) this.#replace(opened.check.source, undefined);
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
    const { length, phase, busy } = this.#memory;
    const nothingYet = this.#current === this.#memory && length === 0 && phase.kind === 'showing' && !busy;
    if (this.#followNewest && nothingYet && this.#opened === undefined && newest !== undefined) this.pick(newest.name);
    this.#changed.fire();
  }

  #listen(source: PanelSource): Disposable {
    return source.onChange(() => this.#newsCame());
  }

  /** What is in memory stays for as long as the navigator does, and what a check led to for as long as that is looked at. */
  #letGo(source: PanelSource): void {
    if (source !== this.#memory && source.subject.kind !== 'check') source.dispose();
  }
}
