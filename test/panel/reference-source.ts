import { Emitter } from '../../src/base/emitter.ts';
import type { CommandData } from '../../src/domain/aggregate.ts';
import type { AskedCommand, Notice } from '../../src/pages/panel/contract.ts';
import type { FoldedBy, Possibility, Problem } from '../../src/pages/panel/state.ts';
import { commandAsked, type PanelAggregate } from '../../src/panel/panel-aggregate.ts';
import type { Forked, PanelSource, Parity } from '../../src/panel/panel-source.ts';
import { sourceFile } from '../../src/panel/source-file.ts';
import type { Entry, EventSeen } from '../../src/timeline/entry.ts';
import { referenceState } from '../../src/timeline/reference.ts';
import type { StateAt, Stuck } from '../../src/timeline/state-at.ts';

const possible: Possibility = { kind: 'possible' };

/** A source that needs no learner: the reference aggregate, driven in memory. */
export class ReferenceSource implements PanelSource {
  readonly aggregate: PanelAggregate;
  readonly subject: PanelSource['subject'];
  readonly #changed = new Emitter<void>();
  readonly onChange = this.#changed.event;
  readonly phase = { kind: 'showing' } as const;
  readonly own = possible;
  readonly can = () => possible;
  parity: Parity = { kind: 'known', differing: [] };
  busy = false;
  problem: Problem | undefined;
  notice: Notice | undefined;
  /** Events up to here are shown as stored. */
  stored = 0;
  skipped: number | undefined;
  /** An entry that cannot be applied. */
  stuck: Stuck | undefined;
  #entries: readonly Entry[];

  constructor(aggregate: PanelAggregate, entries: readonly Entry[] = [], title?: string) {
    this.aggregate = aggregate;
    this.subject = { kind: 'memory', title: title ?? `Your ${aggregate.reference.words.one}` };
    this.#entries = entries;
  }

  get length(): number {
    return this.#entries.length;
  }

  entry(index: number): Entry | undefined {
    const entry = this.#entries[index];
    if (entry?.kind !== 'recorded') return entry;
    return { ...entry, lane: entry.revision < this.stored ? 'historical' : 'uncommitted' };
  }

  get events(): number {
    return this.#entries.filter(({ kind }) => kind === 'recorded').length;
  }

  effective(by: FoldedBy): FoldedBy {
    return by;
  }

  stateAt(stop: number): StateAt {
    const { stuck, skipped } = this;
    const { reference } = this.aggregate;
    if (stuck === undefined || stop <= stuck.entry)
      return referenceState(reference, this.#entries.slice(0, stop), skipped);
    return { ...referenceState(reference, this.#entries.slice(0, stuck.entry), skipped), stuck };
  }

  /** Something that the reference never does. */
  happen(entry: Entry): void {
    this.#entries = [...this.#entries, entry];
    this.#changed.fire();
  }

  skip(entry: number | undefined): void {
    this.skipped = entry;
    this.#changed.fire();
  }

  async fork(stop: number, name: string): Promise<Forked> {
    const title = `${name} of your ${this.aggregate.reference.words.one}`;
    const source = new ReferenceSource(this.aggregate, this.#entries.slice(0, stop), title);
    return { kind: 'forked', source, there: stop, here: stop };
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async give(asked: AskedCommand): Promise<void> {
    const command = commandAsked(this.aggregate, asked, this.stateAt(this.length));
    if (command !== undefined) this.#perform(command);
  }

  async startOver(): Promise<void> {
    this.#entries = [];
    this.#changed.fire();
  }

  async reload(): Promise<void> {
    this.#changed.fire();
  }

  dismissNotice(): void {
    this.notice = undefined;
    this.#changed.fire();
  }

  #perform(data: CommandData): void {
    const events = this.#entries.flatMap((entry) => (entry.kind === 'recorded' ? [entry.event] : []));
    const decision = this.aggregate.reference.decide(data, events);
    this.#entries =
      decision.kind === 'accepted'
        ? [
            ...this.#entries,
            ...decision.events.map((event, index) =>
              recorded(event, events.length + index, index === 0 ? data : undefined),
            ),
          ]
        : [...this.#entries, this.#refused(data, decision.message)];
    this.#changed.fire();
  }

  #refused(command: CommandData, message: string): Entry {
    const location = { file: sourceFile(this.aggregate.reference.code.module), line: 41, column: 7 };
    const failure = { name: 'RefusedError', message, location };
    return { kind: 'refused', command: { kind: 'command', command }, failure, slip: false, left: 'nothing' };
  }
}

function recorded(event: EventSeen, revision: number, command: CommandData | undefined): Entry {
  const led = command === undefined ? {} : { command: { kind: 'command', command } as const };
  return { kind: 'recorded', revision: BigInt(revision), lane: 'uncommitted', event, ...led };
}
