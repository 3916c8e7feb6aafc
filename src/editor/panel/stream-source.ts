import { randomUUID } from 'node:crypto';
import { gameIdOf, gameStream } from '../../application/event-mapping.ts';
import { DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import type { Column } from '../../domain/board.ts';
import type { GameCommand } from '../../domain/commands.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import type { ExpectedRevision } from '../../eventstore/expected-revision.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { FoldedBy, Notice, Possibility, Problem, Side } from '../../panel/contract.ts';
import type { Entry, EventSeen } from '../../timeline/entry.ts';
import type { Moment } from '../../timeline/moment.ts';
import { foldedMoment } from '../../timeline/reference.ts';
import { Asides } from './interleaved.ts';
import type { LearnerRepository } from './learner-repository.ts';
import { OwnFold } from './own-fold.ts';
import { type Forked, type PanelSource, type Parity, playerOf, type SourcePhase } from './panel-source.ts';
import { appendText, endText } from './store-texts.ts';
import { copyOf, newEvent, storedEvent } from './stored-event.ts';
import { StreamReader } from './stream-reader.ts';
import { Without } from './without.ts';

/** More than these are shown at once, by the reference until the learner's code is there. */
const fewEvents = 40;
const possible: Possibility = { kind: 'possible' };

export interface StreamOptions {
  /** A store that goes with it. */
  readonly ownStore?: EventStore;
  /** The learner's own way to this store. */
  readonly repository?: LearnerRepository | undefined;
}

/** A stream of the store: followed live, folded by the learner's own code, and driven through it. */
export class StreamSource implements PanelSource {
  readonly subject: { readonly kind: 'stream'; readonly title: string };
  readonly #store: EventStore;
  readonly #stream: string;
  readonly #openCode: () => Promise<LearnerSession>;
  readonly #repository: LearnerRepository | undefined;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;
  readonly #reader: StreamReader;
  readonly #own: OwnFold;
  readonly #asides = new Asides();
  /** The command that led to the event of that revision, where it was given here. */
  readonly #commands = new Map<bigint, GameCommand>();
  #without: Without | undefined;
  /** How many events are shown: a few fresh ones wait until the learner's code has folded them too. */
  #shown = 0;
  #running = 0;
  #notice: Notice | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(store: EventStore, stream: string, openCode: () => Promise<LearnerSession>, more: StreamOptions = {}) {
    if (more.ownStore !== undefined) this.#owned.add(more.ownStore);
    this.#repository = more.repository;
    this.subject = { kind: 'stream', title: stream };
    this.#store = store;
    this.#stream = stream;
    this.#openCode = openCode;
    this.#reader = this.#owned.add(new StreamReader(store, stream));
    this.#own = this.#owned.add(new OwnFold(openCode, (index) => this.#eventSeen(index)));
    this.#owned.add(this.#own.onChange(() => this.#reveal()));
    this.#owned.add(
      this.#reader.onChange(() => {
        this.#own.follow(this.#reader.length);
        this.#reveal();
      }),
    );
  }

  get phase(): SourcePhase {
    const { ended, caughtUp } = this.#reader;
    if (ended !== undefined) return { kind: 'disconnected', reason: endText(ended) };
    return caughtUp ? { kind: 'showing' } : { kind: 'loading', what: `Reading ${this.#stream}` };
  }

  get length(): number {
    return this.#shown + this.#asides.length;
  }

  get events(): number {
    return this.#shown;
  }

  entry(index: number): Entry | undefined {
    const at = this.#asides.at(index);
    if (typeof at !== 'number') return at;
    const recorded = this.#reader.event(at);
    if (recorded === undefined) return undefined;
    const command = this.#commands.get(recorded.revision);
    const { revision } = recorded;
    const told = command === undefined ? {} : { command };
    return { kind: 'recorded', revision, lane: 'historical', event: storedEvent(recorded), ...told };
  }

  effective(by: FoldedBy, stop: number): FoldedBy {
    const told = by === 'own' && this.#own.possibility(this.#asides.eventsWithin(stop)).kind === 'possible';
    return told ? 'own' : 'reference';
  }

  moment(stop: number, by: FoldedBy): Moment {
    const events = this.#asides.eventsWithin(stop);
    if (this.effective(by, stop) === 'own') return this.#inPlace(this.#own.moment(events));
    const folded = this.#without?.after(events) ?? this.#reader.folded.after(events);
    return foldedMoment(folded, (event) => this.#asides.placeOf(event));
  }

  /** The fold counts events, the timeline entries. */
  #inPlace(moment: Moment): Moment {
    const { stuck } = moment;
    return stuck === undefined ? moment : { ...moment, stuck: { ...stuck, entry: this.#asides.placeOf(stuck.entry) } };
  }

  get own(): Possibility {
    return this.#own.possibility(this.#shown);
  }

  get parity(): Parity {
    return { kind: 'unknown', why: 'A stream has no live object to compare with.' };
  }

  get skipped(): number | undefined {
    return this.#without?.entry;
  }

  skip(entry: number | undefined): void {
    const index = entry === undefined ? undefined : this.#asides.at(entry);
    const event = typeof index === 'number' ? index : undefined;
    this.#without = event === undefined || entry === undefined ? undefined : new Without(entry, event, this.#reader);
    this.#own.skip(event, this.#reader.length);
    this.#changed.fire();
  }

  get start(): Possibility {
    return this.#canDrive;
  }

  get move(): Possibility {
    return this.#canDrive;
  }

  get #canDrive(): Possibility {
    if (this.#own.isThere) return possible;
    return { kind: 'not', why: 'Commands go through your own code, and that cannot be run right now.' };
  }

  get busy(): boolean {
    return this.#running > 0;
  }

  get problem(): Problem | undefined {
    return this.#own.problem;
  }

  get notice(): Notice | undefined {
    return this.#notice;
  }

  startGame(playerOne: string, playerTwo: string): Promise<void> {
    return this.#perform({ type: 'StartGame', playerOne, playerTwo });
  }

  makeMove(column: Column, by: 'next' | Side): Promise<void> {
    const { game } = this.moment(this.length, 'own');
    return this.#perform({ type: 'MakeMove', player: playerOf(game, by), column });
  }

  async newGame(): Promise<void> {
    this.#notice = undefined;
    this.#changed.fire();
  }

  async reload(): Promise<void> {
    await this.#own.restart(this.#reader.length);
  }

  /** Copies the first events into a stream of their own, and shows that. */
  async fork(stop: number): Promise<Forked> {
    const count = this.#asides.eventsWithin(stop);
    const copies = Array.from({ length: count }, (_, index) => this.#reader.event(index)).flatMap(copyOf);
    const stream = gameStream(randomUUID());
    const result = await this.#store.append(stream, copies, 'noStream');
    if (result.kind !== 'appended') return { kind: 'not', why: appendText(result) };
    const source = new StreamSource(this.#store, stream, this.#openCode, { repository: this.#repository });
    return { kind: 'forked', source, there: stop, here: count };
  }

  dismissNotice(): void {
    this.#notice = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #reveal(): void {
    const { length } = this.#reader;
    const inStep = this.#shown > 0 && this.#own.told >= this.#shown && this.#own.problem === undefined;
    const soon = inStep && this.#own.told < length && length - this.#shown <= fewEvents;
    if (!soon) this.#shown = length;
    this.#changed.fire();
  }

  #eventSeen(index: number): EventSeen | undefined {
    const event = this.#reader.event(index);
    return event === undefined ? undefined : storedEvent(event);
  }

  #perform(command: GameCommand): Promise<void> {
    this.#running++;
    this.#changed.fire();
    this.#queue = this.#queue.then(async () => {
      try {
        if (!this.#owned.isDisposed) await this.#decideAndStore(command);
      } catch (thrown) {
        this.#say(messageOf(thrown));
      } finally {
        this.#running--;
        this.#changed.fire();
      }
    });
    return this.#queue;
  }

  /** Through the learner's own repository; where there is none yet, the panel stores in its stead. */
  async #decideAndStore(command: GameCommand): Promise<void> {
    this.#notice = undefined;
    const known = this.#reader.length;
    const expected: ExpectedRevision = this.#reader.event(known - 1)?.revision ?? 'noStream';
    const revision = typeof expected === 'bigint' ? expected + 1n : 0n;
    const gameId = gameIdOf(this.#stream);
    if (this.#repository !== undefined && gameId !== undefined) {
      this.#commands.set(revision, command);
      const kept = await this.#repository.command(gameId, command);
      if (kept.kind === 'kept') return;
      this.#commands.delete(revision);
      if (kept.kind === 'failed') return this.#say(`${kept.problem.headline} ${kept.problem.why}`);
      if (kept.kind === 'silent') return this.#asides.add(known, { kind: 'silent', command, changedState: false });
      if (kept.kind === 'refused') return this.#asides.add(known, { ...kept, command, left: 'nothing' });
    }
    return this.#decideAndAppend(command, known, expected);
  }

  /** The learner's code decides; what it recorded is stored, if nobody else wrote meanwhile. */
  async #decideAndAppend(command: GameCommand, known: number, expected: ExpectedRevision): Promise<void> {
    const commanded = await this.#own.command(known, command);
    if (commanded.kind === 'problem') return this.#say(`${commanded.problem.headline} ${commanded.problem.why}`);
    if (commanded.kind === 'refused') {
      const { failure, slip } = commanded;
      return this.#asides.add(known, { kind: 'refused', command, failure, slip, left: 'nothing' });
    }
    if (commanded.events.length === 0) {
      return this.#asides.add(known, { kind: 'silent', command, changedState: false });
    }
    const revision = expected === 'noStream' ? 0n : typeof expected === 'bigint' ? expected + 1n : 0n;
    this.#commands.set(revision, command);
    const result = await this.#store.append(this.#stream, commanded.events.map(newEvent), expected);
    if (result.kind === 'appended') return;
    this.#commands.delete(revision);
    this.#say(appendText(result));
  }

  #say(text: string): void {
    this.#notice = { text, actions: [] };
  }
}
