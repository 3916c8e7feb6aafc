import { randomUUID } from 'node:crypto';
import { DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import { SerialQueue } from '../../base/serial-queue.ts';
import { type CommandData, idOf, streamOf } from '../../domain/aggregate.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import type { AskedCommand, Notice } from '../../pages/panel/contract.ts';
import type { FoldedBy, Possibility, Problem } from '../../pages/panel/state.ts';
import type { Entry, EventSeen } from '../../timeline/entry.ts';
import { type Reference, stuckAtEntry } from '../../timeline/reference.ts';
import type { StateAt } from '../../timeline/state-at.ts';
import type { CommandStore, StoringResult } from '../learner/command-store.ts';
import { OwnFold } from '../learner/own-fold.ts';
import type { OwnCode } from '../own-code.ts';
import { commandAsked } from '../panel-aggregate.ts';
import type { Forked, PanelSource, Parity, SourcePhase } from '../panel-source.ts';
import { CommandLabels } from './command-labels.ts';
import { RejectedCommands } from './rejected-commands.ts';
import { appendText, endText } from './store-texts.ts';
import { copyOf, newEvent, storedEvent } from './stored-event.ts';
import { StreamReader } from './stream-reader.ts';
import { WhatIfFold } from './what-if-fold.ts';

/** More than these are shown at once, by the reference until the learner's code is there. */
const fewEvents = 40;
const possible: Possibility = { kind: 'possible' };

export interface StreamOptions {
  /** A store that goes with it. */
  readonly ownStore?: EventStore;
  /** The learner's own way to this store. */
  readonly repository?: CommandStore | undefined;
}

/** A stream of the store: followed live, folded by the learner's own code, and driven through it. */
export class StreamSource implements PanelSource {
  readonly subject: { readonly kind: 'stream'; readonly title: string };
  readonly #store: EventStore;
  readonly #stream: string;
  readonly #code: OwnCode;
  readonly #reference: Reference;
  readonly #repository: CommandStore | undefined;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;
  readonly #reader: StreamReader;
  readonly #own: OwnFold;
  readonly #rejected = new RejectedCommands();
  readonly #labels: CommandLabels;
  #whatIf: WhatIfFold | undefined;
  /** How many events are shown: a few fresh ones wait until the learner's code has folded them too. */
  #shown = 0;
  #running = 0;
  #notice: Notice | undefined;
  readonly #queue = new SerialQueue();

  constructor(store: EventStore, stream: string, code: OwnCode, { ownStore, repository }: StreamOptions = {}) {
    if (ownStore !== undefined) this.#owned.add(ownStore);
    this.#repository = repository;
    this.subject = { kind: 'stream', title: stream };
    this.#store = store;
    this.#stream = stream;
    this.#code = code;
    this.#reference = code.aggregate.reference;
    this.#labels = new CommandLabels(this.#reference);
    this.#reader = this.#owned.add(new StreamReader(store, stream, this.#reference));
    this.#own = this.#owned.add(
      new OwnFold(code, { event: (index) => this.#eventSeen(index), id: () => idOf(this.#reference, stream) }),
    );
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
    return this.#shown + this.#rejected.length;
  }

  get events(): number {
    return this.#shown;
  }

  entry(index: number): Entry | undefined {
    const at = this.#rejected.at(index);
    if (typeof at !== 'number') return at;
    const recorded = this.#reader.event(at);
    if (recorded === undefined) return undefined;
    const command = this.#labels.of(recorded);
    const led = command === undefined ? {} : { command: { kind: 'command', command } as const };
    return {
      kind: 'recorded',
      revision: recorded.revision,
      lane: 'historical',
      event: storedEvent(recorded),
      ...led,
    };
  }

  effective(by: FoldedBy, stop: number): FoldedBy {
    const told = by === 'own' && this.#own.possibility(this.#rejected.eventsWithin(stop)).kind === 'possible';
    return told ? 'own' : 'reference';
  }

  stateAt(stop: number, by: FoldedBy): StateAt {
    const events = this.#rejected.eventsWithin(stop);
    const isOwn = this.effective(by, stop) === 'own';
    const state = isOwn ? this.#own.stateAt(events) : (this.#whatIf ?? this.#reader.folded).after(events);
    return stuckAtEntry(state, (event) => this.#rejected.placeOf(event));
  }

  get own(): Possibility {
    return this.#own.possibility(this.#shown);
  }

  get parity(): Parity {
    return { kind: 'unknown', why: 'A stream has no live object to compare with.' };
  }

  get skipped(): number | undefined {
    return this.#whatIf?.entry;
  }

  skip(entry: number | undefined): void {
    const event = entry === undefined ? undefined : this.#rejected.at(entry);
    const isEvent = entry !== undefined && typeof event === 'number';
    this.#whatIf = isEvent ? new WhatIfFold(this.#reference, entry, event, this.#reader) : undefined;
    this.#own.skip(isEvent ? event : undefined, this.#reader.length);
    this.#changed.fire();
  }

  can(): Possibility {
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

  async give(asked: AskedCommand): Promise<void> {
    const command = commandAsked(this.#code.aggregate, asked, this.stateAt(this.length, 'own'));
    if (command !== undefined) await this.#perform(command);
  }

  /** What is stored stays. */
  async startOver(): Promise<void> {
    this.dismissNotice();
  }

  async reload(): Promise<void> {
    await this.#own.restart(this.#reader.length);
  }

  /** Copies the first events into a stream of their own, and shows that. */
  async fork(stop: number): Promise<Forked> {
    const count = this.#rejected.eventsWithin(stop);
    const copies = Array.from({ length: count }, (_, index) => this.#reader.event(index)).flatMap(copyOf);
    const stream = streamOf(this.#reference, randomUUID());
    const result = await this.#store.append(stream, copies, 'noStream');
    if (result.kind !== 'appended') return { kind: 'not', why: appendText(result) };
    const source = new StreamSource(this.#store, stream, this.#code, { repository: this.#repository });
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
    this.#labels.look(length, (index) => this.#reader.event(index));
    const inStep = this.#shown > 0 && this.#own.told >= this.#shown && this.#own.problem === undefined;
    const soon = inStep && this.#own.told < length && length - this.#shown <= fewEvents;
    if (!soon) this.#shown = length;
    this.#changed.fire();
  }

  #eventSeen(index: number): EventSeen | undefined {
    const event = this.#reader.event(index);
    return event === undefined ? undefined : storedEvent(event);
  }

  #perform(command: CommandData): Promise<void> {
    this.#running++;
    this.#changed.fire();
    return this.#queue.run(async () => {
      try {
        if (!this.#owned.isDisposed) await this.#decideAndStore(command);
      } catch (thrown) {
        this.#say(messageOf(thrown));
      } finally {
        this.#running--;
        this.#changed.fire();
      }
    });
  }

  /** Through the learner's own repository; where there is none yet, the panel stores in its stead. */
  async #decideAndStore(command: CommandData): Promise<void> {
    this.#notice = undefined;
    const known = this.#reader.length;
    const id = idOf(this.#reference, this.#stream);
    const stored =
      this.#repository === undefined || id === undefined
        ? ({ kind: 'none' } as const)
        : await this.#repository.command(id, command);
    if (stored.kind === 'none') return this.#decideAndAppend(command, known);
    if (stored.kind === 'stored') {
      this.#labels.expect(command, stored.events, known);
      this.#reveal();
    } else this.#tell(command, stored, known);
  }

  /** The learner's code decides; what it recorded is stored, if nobody else wrote meanwhile. */
  async #decideAndAppend(command: CommandData, known: number): Promise<void> {
    const commanded = await this.#own.command(known, command);
    if (commanded.kind === 'problem') return this.#tell(command, { kind: 'failed', problem: commanded.problem }, known);
    if (commanded.kind === 'refused') return this.#tell(command, commanded, known);
    const events = commanded.events.map((event) => newEvent(this.#reference, event));
    if (events.length === 0) return this.#tell(command, { kind: 'silent' }, known);
    const expected = this.#reader.event(known - 1)?.revision ?? 'noStream';
    const result = await this.#store.append(this.#stream, events, expected);
    if (result.kind === 'appended') this.#labels.stored(command, events);
    else this.#say(appendText(result));
  }

  /** Why nothing was stored. */
  #tell(data: CommandData, result: Exclude<StoringResult, { kind: 'stored' | 'none' }>, known: number): void {
    const command = { kind: 'command', command: data } as const;
    switch (result.kind) {
      case 'failed':
        return this.#say(`${result.problem.headline} ${result.problem.why}`);
      case 'silent':
        return this.#rejected.add(known, { kind: 'silent', command, changedState: false });
      case 'refused':
        return this.#rejected.add(known, { ...result, command, left: 'nothing' });
    }
  }

  #say(text: string): void {
    this.#notice = { text, actions: [] };
  }
}
