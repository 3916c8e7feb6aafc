import { randomUUID } from 'node:crypto';
import { DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { openMemoryStore } from '../../eventstore/open.ts';
import type { FoldedBy, Possibility } from '../../pages/panel/state.ts';
import type { Entry, EventSeen } from '../../timeline/entry.ts';
import { type Reference, referenceState, stuckAtEntry } from '../../timeline/reference.ts';
import { type StateAt, unknownState } from '../../timeline/state-at.ts';
import { OwnFold } from '../learner/own-fold.ts';
import { MemorySource } from '../memory/memory-source.ts';
import type { OwnCode } from '../own-code.ts';
import type { Forked, PanelSource, Parity, SourcePhase } from '../panel-source.ts';
import { newEvent } from '../streams/stored-event.ts';
import { StreamSource } from '../streams/stream-source.ts';
import type { History } from './history.ts';

/** The check that a history belongs to. */
export interface RunningCheck {
  readonly title: string;
  readonly running: boolean;
  /** The code that it is run on. */
  readonly code: OwnCode;
  /** Runs the whole scenario again. */
  run(): Promise<void>;
}

const possible: Possibility = { kind: 'possible' };
const scripted: Possibility = {
  kind: 'not',
  why: 'A check gives its own commands. Fork at any point to play on from there.',
};
const nothingAsked = async () => {};

/** One history of a check's scenario. It can be walked through and forked; what it did was done by the check. */
export class ReplaySource implements PanelSource {
  readonly subject: PanelSource['subject'];
  readonly problem = undefined;
  readonly notice = undefined;
  readonly can = () => scripted;
  readonly give = nothingAsked;
  readonly startOver = nothingAsked;
  readonly #check: RunningCheck;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;
  /** Folds what nobody saw: a stream, and an aggregate without one of its events. */
  readonly #fold: OwnFold;
  #history: History | undefined;
  #places: readonly number[] = [];
  #skipped: number | undefined;

  constructor(check: RunningCheck, history?: History) {
    this.#check = check;
    this.subject = { kind: 'check', title: check.title };
    this.#fold = this.#owned.add(
      new OwnFold(check.code, {
        event: (index) => this.#eventSeen(index),
        id: () => this.#history?.aggregateId,
      }),
    );
    this.#owned.add(this.#fold.onChange(() => this.#changed.fire()));
    if (history !== undefined) this.tell(history);
  }

  /** The same history as it went this time. */
  tell(history: History): void {
    const told = this.#history !== undefined;
    this.#history = history;
    this.#places = history.entries.flatMap(({ kind }, index) => (kind === 'recorded' ? [index] : []));
    if (told) this.skip(undefined);
    if (history.states === undefined) void this.#fold.restart(this.events);
    this.#changed.fire();
  }

  get phase(): SourcePhase {
    if (this.#history === undefined && this.#check.running) return { kind: 'loading', what: 'Running the check' };
    return { kind: 'showing' };
  }

  get length(): number {
    return this.#history?.entries.length ?? 0;
  }

  get events(): number {
    return this.#places.length;
  }

  entry(index: number): Entry | undefined {
    return this.#history?.entries[index];
  }

  stateAt(stop: number, by: FoldedBy): StateAt {
    if (this.effective(by) === 'reference')
      return referenceState(this.#reference, this.#entries.slice(0, stop), this.#skipped);
    if (this.#seen !== undefined) return this.#seen[stop] ?? unknownState;
    const state = this.#fold.stateAt(this.#places.filter((place) => place < stop).length);
    return stuckAtEntry(state, (event) => this.#places[event] ?? event);
  }

  effective(by: FoldedBy): FoldedBy {
    return by === 'own' && this.own.kind === 'possible' ? 'own' : 'reference';
  }

  get own(): Possibility {
    return this.#history === undefined || this.#seen !== undefined ? possible : this.#fold.possibility(this.events);
  }

  get parity(): Parity {
    return this.#history?.parity ?? { kind: 'unknown', why: 'Nothing has happened.' };
  }

  get skipped(): number | undefined {
    return this.#skipped;
  }

  skip(entry: number | undefined): void {
    const event = entry === undefined ? -1 : this.#places.indexOf(entry);
    this.#skipped = event < 0 ? undefined : entry;
    this.#fold.skip(event < 0 ? undefined : event, this.events);
    this.#changed.fire();
  }

  /** An aggregate goes through the same commands again; what others had a hand in is played on from its events. */
  async fork(stop: number, name: string): Promise<Forked> {
    const given = this.#history?.commands;
    if (given === undefined) return this.#forkEvents(stop);
    const before = given.filter(({ end }) => end <= stop);
    const commands = before.map(({ command }) => command);
    const title = `${name} of the check`;
    const source = new MemorySource(this.#check.code, { title, commands });
    await source.reload();
    if (source.phase.kind !== 'showing') {
      source.dispose();
      return { kind: 'not', why: 'This code cannot be run right now, so nothing can be played on with it.' };
    }
    return { kind: 'forked', source, there: before.at(-1)?.end ?? 0, here: source.length };
  }

  get busy(): boolean {
    return this.#check.running;
  }

  reload(): Promise<void> {
    return this.#check.run();
  }

  dismissNotice(): void {}

  dispose(): void {
    this.#owned.dispose();
  }

  get #reference(): Reference {
    return this.#check.code.aggregate.reference;
  }

  get #entries(): readonly Entry[] {
    return this.#history?.entries ?? [];
  }

  /** The aggregate as it was; with an event left out it was never seen so. */
  get #seen(): readonly StateAt[] | undefined {
    return this.#skipped === undefined ? this.#history?.states : undefined;
  }

  #eventSeen(index: number): EventSeen | undefined {
    const entry = this.#entries[this.#places[index] ?? -1];
    return entry?.kind === 'recorded' ? entry.event : undefined;
  }

  async #forkEvents(stop: number): Promise<Forked> {
    const places = this.#places.filter((place) => place < stop);
    const events = places.map((_, index) => this.#eventSeen(index)).filter((event) => event !== undefined);
    const store = openMemoryStore();
    const stream = `played-on-${randomUUID().slice(0, 8)}`;
    if (events.length > 0)
      await store.append(
        stream,
        events.map((event) => newEvent(this.#reference, event)),
        'noStream',
      );
    const source = new StreamSource(store, stream, this.#check.code, { ownStore: store });
    return { kind: 'forked', source, there: stop, here: places.length };
  }
}
