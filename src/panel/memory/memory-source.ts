import { DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import { SerialQueue } from '../../base/serial-queue.ts';
import type { CommandData } from '../../domain/aggregate.ts';
import type { AskedCommand, Notice } from '../../pages/panel/contract.ts';
import type { FoldedBy, Possibility, Problem } from '../../pages/panel/state.ts';
import type { Entry } from '../../timeline/entry.ts';
import { type Reference, referenceState } from '../../timeline/reference.ts';
import { type StateAt, unknownState } from '../../timeline/state-at.ts';
import type { CommandStore } from '../learner/command-store.ts';
import { LearnerAggregate } from '../learner/learner-aggregate.ts';
import type { OwnCode } from '../own-code.ts';
import { commandAsked } from '../panel-aggregate.ts';
import type { Forked, PanelSource, Parity, SourcePhase } from '../panel-source.ts';
import { sourceFile } from '../source-file.ts';
import type { CommandMemory } from './command-memory.ts';
import { type Outcome, outcomeChange, outcomeOf } from './outcome-change.ts';

const notStored = ({ headline }: Problem) => `${headline} The events stay uncommitted.`;
const possible: Possibility = { kind: 'possible' };

/** What it has gone through already when it is first shown, and where that outlasts the window. */
export interface Beginning {
  readonly title?: string;
  readonly commands?: readonly CommandData[];
  readonly memory?: CommandMemory | undefined;
}

/** An entry left out, and the states without it as soon as they are known. */
interface WhatIf {
  readonly entry: number;
  readonly states?: readonly StateAt[];
}

/**
 * The learner's own aggregate in memory. It remembers the commands that were given, so that saving a
 * file runs the same commands on the new code and the timeline stays theirs.
 */
export class MemorySource implements PanelSource {
  readonly subject: PanelSource['subject'];
  readonly #code: OwnCode;
  readonly #reference: Reference;
  readonly #memory: CommandMemory | undefined;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;

  #own: LearnerAggregate | undefined;
  #commands: readonly CommandData[] = [];
  /** What they led to, before the window was closed. */
  #outcome: Outcome | undefined;
  /** The same for all that are made to go through these commands. */
  #id: string | undefined;
  /** The session ended under the aggregate: what it showed stays, and it is opened anew before it is asked again. */
  #gone = false;
  #problem: Problem | undefined;
  #notice: Notice | undefined;
  #whatIf: WhatIf | undefined;
  #running = 0;
  readonly #queue = new SerialQueue();

  /** With a memory it goes on where it was when the window was closed. */
  constructor(code: OwnCode, { title, commands = [], memory }: Beginning = {}) {
    this.#code = code;
    this.#reference = code.aggregate.reference;
    this.#memory = memory;
    this.subject = { kind: 'memory', title: title ?? `Your ${this.#reference.words.one}` };
    const remembered = memory?.recall();
    this.#commands = remembered?.commands ?? commands;
    this.#outcome = remembered?.outcome;
    this.#id = remembered?.id;
  }

  get phase(): SourcePhase {
    if (this.#own !== undefined) return { kind: 'showing' };
    if (this.#problem !== undefined) return { kind: 'broken', problem: this.#problem };
    return { kind: 'loading', what: `Loading your ${this.#reference.code.name}` };
  }

  get events(): number {
    return this.#own?.entries.filter(({ kind }) => kind === 'recorded').length ?? 0;
  }

  get length(): number {
    return this.#own?.entries.length ?? 0;
  }

  entry(index: number): Entry | undefined {
    return this.#own?.entries[index];
  }

  effective(by: FoldedBy): FoldedBy {
    return by;
  }

  stateAt(stop: number, by: FoldedBy): StateAt {
    if (by === 'own') return (this.#whatIf?.states ?? this.#own?.states)?.[stop] ?? unknownState;
    return referenceState(this.#reference, this.#own?.entries.slice(0, stop) ?? [], this.#whatIf?.entry);
  }

  get skipped(): number | undefined {
    return this.#whatIf?.entry;
  }

  skip(entry: number | undefined): void {
    void this.#enqueue(async () => {
      this.#whatIf = entry === undefined ? undefined : { entry };
    });
  }

  /** A second one that goes through the commands up to there. */
  async fork(stop: number, name: string): Promise<Forked> {
    const count = this.#own?.commandsWithin(stop) ?? 0;
    const title = `${name} of your ${this.#reference.words.one}`;
    const source = new MemorySource(this.#code, { title, commands: this.#commands.slice(0, count) });
    await source.reload();
    return { kind: 'forked', source, there: this.#own?.endOf(count) ?? 0, here: source.length };
  }

  get own(): Possibility {
    if (this.#own === undefined || this.#own.can('apply')) return possible;
    const why = `Your ${this.#reference.code.name} has no apply yet: this is the live object as each command left it.`;
    return { kind: 'not', why };
  }

  get parity(): Parity {
    const differing = this.#own?.parity;
    if (differing !== undefined) return { kind: 'known', differing };
    return { kind: 'unknown', why: 'Rebuilding the state from its events takes an apply that works.' };
  }

  can(command: string): Possibility {
    const form = this.#reference.commands.find(({ type }) => type === command);
    if (form === undefined || this.#own === undefined || this.#own.can(form.method)) return possible;
    const { code } = this.#reference;
    const how =
      form.taughtIn === undefined ? `write it in ${sourceFile(code.module)} and save` : `that is ${form.taughtIn}`;
    return { kind: 'not', why: `Your ${code.name} has no ${form.method} yet; ${how}.` };
  }

  get busy(): boolean {
    return this.#running > 0;
  }

  get problem(): Problem | undefined {
    return this.#problem;
  }

  get notice(): Notice | undefined {
    return this.#notice;
  }

  give(asked: AskedCommand): Promise<void> {
    return this.#enqueue(async () => {
      const command = commandAsked(this.#code.aggregate, asked, this.stateAt(this.length, 'own'));
      if (command !== undefined) await this.#perform(command);
    });
  }

  startOver(): Promise<void> {
    return this.#enqueue(async () => {
      this.#forgetAll();
      this.#notice = undefined;
      await this.#open();
      this.#save();
    });
  }

  /** Once it is stored, memory is free for the next one. */
  async moveInto(repository: CommandStore): Promise<string | undefined> {
    let stream: string | undefined;
    await this.#enqueue(async () => {
      if (this.#gone || this.#own?.entries.at(-1)?.kind !== 'recorded') return;
      const result = await repository.begin(this.#commands);
      if (result.kind === 'failed') this.#notice = { text: notStored(result.problem), actions: ['openCode'] };
      if (result.kind !== 'stored') return;
      stream = result.stream;
      this.#forgetAll();
      await this.#open();
      this.#save();
    });
    return stream;
  }

  /** Runs the same commands on the code as it is now, and says when that comes out differently. */
  reload(): Promise<void> {
    return this.#enqueue(async () => {
      const { commands } = this.#reference;
      const before = this.#own === undefined ? this.#outcome : outcomeOf(commands, this.#own.entries);
      await this.#open();
      if (this.#gone || this.#own === undefined) return;
      const told = before === undefined ? undefined : outcomeChange(commands, before, this.#own.entries);
      this.#notice = told === undefined ? undefined : { text: told, actions: ['startOver'] };
      this.#save();
    });
  }

  dismissNotice(): void {
    this.#notice = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#own?.dispose();
    this.#owned.dispose();
  }

  /** One thing at a time, in the order asked. */
  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#running++;
    this.#changed.fire();
    return this.#queue.run(async () => {
      try {
        if (this.#owned.isDisposed) return;
        await task();
        if (this.#whatIf !== undefined) await this.#foldWithout(this.#whatIf.entry);
      } catch (thrown) {
        this.#problem = { headline: 'Your code could not be asked.', why: messageOf(thrown), location: null };
      } finally {
        this.#running--;
        this.#changed.fire();
      }
    });
  }

  async #perform(command: CommandData): Promise<void> {
    if (this.#own === undefined || this.#gone) await this.#open();
    if (this.#own === undefined || this.#gone) return;
    this.#notice = undefined;
    const performed = await this.#own.perform(command);
    if (performed.kind === 'ran') {
      this.#commands = [...this.#commands, command];
      this.#save();
    }
    if (performed.kind === 'missing') this.#notice = { text: performed.problem.headline, actions: ['openCode'] };
    if (performed.kind === 'stopped') this.#lose(performed.problem);
  }

  /** A new session with a new aggregate that goes through the same commands; the old one stays in sight when that fails. */
  async #open(): Promise<void> {
    const opened = await LearnerAggregate.open(this.#code, this.#id);
    if (opened.kind === 'problem') {
      this.#lose(opened.problem);
      return;
    }
    this.#own?.dispose();
    this.#own = opened.own;
    this.#id = opened.own.id;
    this.#gone = false;
    this.#problem = undefined;
    for (const command of this.#commands) {
      const performed = await opened.own.perform(command);
      if (performed.kind !== 'stopped') continue;
      this.#lose(performed.problem);
      return;
    }
  }

  async #foldWithout(entry: number): Promise<void> {
    const answer = await this.#own?.without(entry);
    this.#whatIf = answer?.kind === 'states' ? { entry, states: answer.states } : { entry };
    if (answer?.kind === 'problem') this.#lose(answer.problem);
  }

  /** The next one has nothing to do with this one. */
  #forgetAll(): void {
    this.#commands = [];
    this.#id = undefined;
    this.#whatIf = undefined;
  }

  #save(): void {
    if (this.#own === undefined) return;
    const outcome = outcomeOf(this.#reference.commands, this.#own.entries);
    this.#memory?.save({ commands: this.#commands, outcome, id: this.#id });
  }

  #lose(problem: Problem): void {
    this.#problem = problem;
    this.#gone = true;
  }
}
