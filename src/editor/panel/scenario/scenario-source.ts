import { randomUUID } from 'node:crypto';
import { DisposableStore } from '../../../base/disposable.ts';
import { Emitter } from '../../../base/emitter.ts';
import { openMemoryStore } from '../../../eventstore/open.ts';
import type { LearnerSession } from '../../../learner/learner-code.ts';
import type { FoldedBy, Possibility } from '../../../panel/contract.ts';
import type { Entry, EventSeen } from '../../../timeline/entry.ts';
import { type Moment, nothingYet } from '../../../timeline/moment.ts';
import { referenceFold } from '../../../timeline/reference.ts';
import { GameSource } from '../game-source.ts';
import { OwnFold } from '../own-fold.ts';
import type { Forked, PanelSource, Parity, SourcePhase } from '../panel-source.ts';
import { newEvent } from '../stored-event.ts';
import { StreamSource } from '../stream-source.ts';
import type { Tale } from './tale.ts';

/** The check that a history belongs to. */
export interface Performance {
  readonly title: string;
  readonly running: boolean;
  openSession(): Promise<LearnerSession>;
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
export class ScenarioSource implements PanelSource {
  readonly subject: PanelSource['subject'];
  readonly start = scripted;
  readonly move = scripted;
  readonly problem = undefined;
  readonly notice = undefined;
  readonly startGame = nothingAsked;
  readonly makeMove = nothingAsked;
  readonly newGame = nothingAsked;
  readonly #performance: Performance;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;
  /** Folds what nobody saw: a stream, and a game without one of its events. */
  readonly #fold: OwnFold;
  #tale: Tale | undefined;
  #places: readonly number[] = [];
  #skipped: number | undefined;

  constructor(performance: Performance, tale?: Tale) {
    this.#performance = performance;
    this.subject = { kind: 'check', title: performance.title };
    this.#fold = this.#owned.add(new OwnFold(performance.openSession, (index) => this.#eventSeen(index)));
    this.#owned.add(this.#fold.onChange(() => this.#changed.fire()));
    if (tale !== undefined) this.tell(tale);
  }

  /** The same history as it went this time. */
  tell(tale: Tale): void {
    const told = this.#tale !== undefined;
    this.#tale = tale;
    this.#places = tale.entries.flatMap(({ kind }, index) => (kind === 'recorded' ? [index] : []));
    if (told) this.skip(undefined);
    if (tale.moments === undefined) void this.#fold.restart(this.events);
    this.#changed.fire();
  }

  get phase(): SourcePhase {
    if (this.#tale === undefined && this.#performance.running) return { kind: 'loading', what: 'Running the check' };
    return { kind: 'showing' };
  }

  get length(): number {
    return this.#tale?.entries.length ?? 0;
  }

  get events(): number {
    return this.#places.length;
  }

  entry(index: number): Entry | undefined {
    return this.#tale?.entries[index];
  }

  moment(stop: number, by: FoldedBy): Moment {
    if (this.effective(by) === 'reference') return referenceFold(this.#entries.slice(0, stop), this.#skipped);
    if (this.#seen !== undefined) return this.#seen[stop] ?? nothingYet;
    const { stuck, ...moment } = this.#fold.moment(this.#places.filter((place) => place < stop).length);
    return stuck === undefined
      ? moment
      : { ...moment, stuck: { ...stuck, entry: this.#places[stuck.entry] ?? stuck.entry } };
  }

  effective(by: FoldedBy): FoldedBy {
    return by === 'own' && this.own.kind === 'possible' ? 'own' : 'reference';
  }

  get own(): Possibility {
    return this.#tale === undefined || this.#seen !== undefined ? possible : this.#fold.possibility(this.events);
  }

  get parity(): Parity {
    return this.#tale?.parity ?? { kind: 'unknown', why: 'Nothing has happened.' };
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

  /** A game goes through the same commands again; what others had a hand in is played on from its events. */
  async fork(stop: number): Promise<Forked> {
    const given = this.#tale?.commands;
    if (given === undefined) return this.#forkEvents(stop);
    const before = given.filter(({ end }) => end <= stop);
    const commands = before.map(({ command }) => command);
    const title = 'Another future of the check';
    const source = new GameSource(this.#performance.openSession, { title, commands });
    await source.reload();
    if (source.phase.kind !== 'showing') {
      source.dispose();
      return { kind: 'not', why: 'This code cannot be run right now, so nothing can be played on with it.' };
    }
    return { kind: 'forked', source, there: before.at(-1)?.end ?? 0, here: source.length };
  }

  get busy(): boolean {
    return this.#performance.running;
  }

  reload(): Promise<void> {
    return this.#performance.run();
  }

  dismissNotice(): void {}

  dispose(): void {
    this.#owned.dispose();
  }

  get #entries(): readonly Entry[] {
    return this.#tale?.entries ?? [];
  }

  /** The game as it was; with an event left out it was never seen so. */
  get #seen(): readonly Moment[] | undefined {
    return this.#skipped === undefined ? this.#tale?.moments : undefined;
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
    if (events.length > 0) await store.append(stream, events.map(newEvent), 'noStream');
    const source = new StreamSource(store, stream, this.#performance.openSession, { ownStore: store });
    return { kind: 'forked', source, there: stop, here: places.length };
  }
}
