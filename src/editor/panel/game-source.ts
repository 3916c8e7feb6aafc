import { DisposableStore } from '../../base/disposable.ts';
import { Emitter } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import type { Column } from '../../domain/board.ts';
import type { GameCommand } from '../../domain/commands.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { FoldedBy, Notice, Possibility, Problem, Side } from '../../panel/contract.ts';
import type { Entry } from '../../timeline/entry.ts';
import { type Moment, nothingYet } from '../../timeline/moment.ts';
import { referenceFold } from '../../timeline/reference.ts';
import type { GameMemory } from './game-memory.ts';
import { LearnerGame } from './learner-game.ts';
import type { LearnerRepository } from './learner-repository.ts';
import { type Outcome, outcomeChange, outcomeOf } from './outcome-change.ts';
import { type Forked, type PanelSource, type Parity, playerOf, type SourcePhase } from './panel-source.ts';

const notStored = ({ headline }: Problem) => `${headline} The events stay uncommitted.`;
const possible: Possibility = { kind: 'possible' };

/** What a game has gone through already when it is first shown. */
export interface Beginning {
  readonly title: string;
  readonly commands: readonly GameCommand[];
}

/**
 * The learner's own `Game` in memory. It remembers the commands that were given, so that saving a
 * file runs the same commands on the new code and the timeline stays theirs.
 */
export class GameSource implements PanelSource {
  readonly subject: PanelSource['subject'];
  readonly #openCode: () => Promise<LearnerSession>;
  readonly #memory: GameMemory | undefined;
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new Emitter<void>());
  readonly onChange = this.#changed.event;

  #game: LearnerGame | undefined;
  #commands: readonly GameCommand[] = [];
  /** What they led to, before the window was closed. */
  #outcome: Outcome | undefined;
  /** The session ended under the game: what it showed stays, and it is opened anew before it is asked again. */
  #gone = false;
  #problem: Problem | undefined;
  #notice: Notice | undefined;
  #skipped: number | undefined;
  /** The states with an entry left out, while that question stands. */
  #whatIf: readonly Moment[] | undefined;
  #running = 0;
  #queue: Promise<void> = Promise.resolve();

  /** A game with a memory goes on where it was when the window was closed. */
  constructor(
    openCode: () => Promise<LearnerSession>,
    from: Beginning = { title: 'Your game', commands: [] },
    memory?: GameMemory,
  ) {
    this.#openCode = openCode;
    this.#memory = memory;
    this.subject = { kind: 'game', title: from.title };
    const remembered = memory?.recall();
    this.#commands = remembered?.commands ?? from.commands;
    this.#outcome = remembered?.outcome;
  }

  get phase(): SourcePhase {
    if (this.#game !== undefined) return { kind: 'showing' };
    if (this.#problem !== undefined) return { kind: 'broken', problem: this.#problem };
    return { kind: 'loading', what: 'Loading your Game' };
  }

  get events(): number {
    return this.#game?.entries.filter(({ kind }) => kind === 'recorded').length ?? 0;
  }

  get length(): number {
    return this.#game?.entries.length ?? 0;
  }

  entry(index: number): Entry | undefined {
    return this.#game?.entries[index];
  }

  effective(by: FoldedBy): FoldedBy {
    return by;
  }

  moment(stop: number, by: FoldedBy): Moment {
    if (by === 'own') return (this.#whatIf ?? this.#game?.moments)?.[stop] ?? nothingYet;
    return referenceFold(this.#game?.entries.slice(0, stop) ?? [], this.#skipped);
  }

  get skipped(): number | undefined {
    return this.#skipped;
  }

  skip(entry: number | undefined): void {
    this.#skipped = entry;
    void this.#enqueue(() => this.#foldWithout());
  }

  /** A second game that goes through the commands up to there. */
  async fork(stop: number): Promise<Forked> {
    const count = this.#game?.commandsWithin(stop) ?? 0;
    const commands = this.#commands.slice(0, count);
    const source = new GameSource(this.#openCode, { title: 'Another future', commands });
    await source.reload();
    return { kind: 'forked', source, there: this.#game?.endOf(count) ?? 0, here: source.length };
  }

  get own(): Possibility {
    if (this.#game === undefined || this.#game.can('apply')) return possible;
    return { kind: 'not', why: 'Your Game has no apply yet: this is the live object as each command left it.' };
  }

  get parity(): Parity {
    const differing = this.#game?.parity;
    if (differing !== undefined) return { kind: 'known', differing };
    return { kind: 'unknown', why: 'Rebuilding the state from its events takes an apply that works.' };
  }

  get start(): Possibility {
    return this.#can('startGame', 'Your Game has no startGame yet; write it in src/domain/game.ts and save.');
  }

  get move(): Possibility {
    return this.#can('makeMove', 'Your Game has no makeMove yet; that is exercise 2.');
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

  startGame(playerOne: string, playerTwo: string): Promise<void> {
    return this.#enqueue(() => this.#perform({ type: 'StartGame', playerOne, playerTwo }));
  }

  makeMove(column: Column, by: 'next' | Side): Promise<void> {
    return this.#enqueue(() => {
      const { game } = this.moment(this.length, 'own');
      return this.#perform({ type: 'MakeMove', player: playerOf(game, by), column });
    });
  }

  newGame(): Promise<void> {
    return this.#enqueue(async () => {
      this.#commands = [];
      this.#skipped = undefined;
      this.#notice = undefined;
      await this.#open();
      this.#keep();
    });
  }

  /** Once it is stored, memory is free for the next game. */
  async moveInto(repository: LearnerRepository): Promise<string | undefined> {
    let stream: string | undefined;
    await this.#enqueue(async () => {
      if (this.#gone || this.#game?.entries.at(-1)?.kind !== 'recorded') return;
      const kept = await repository.begin(this.#commands);
      if (kept.kind === 'failed') this.#notice = { text: notStored(kept.problem), actions: ['openCode'] };
      if (kept.kind !== 'kept') return;
      stream = kept.stream;
      this.#commands = [];
      await this.#open();
      this.#keep();
    });
    return stream;
  }

  /** Runs the same commands on the code as it is now, and says when that comes out differently. */
  reload(): Promise<void> {
    return this.#enqueue(async () => {
      const before = this.#game === undefined ? this.#outcome : outcomeOf(this.#game.entries);
      await this.#open();
      if (this.#gone || this.#game === undefined) return;
      const told = before === undefined ? undefined : outcomeChange(before, this.#game.entries);
      this.#notice = told === undefined ? undefined : { text: told, actions: ['newGame'] };
      this.#keep();
    });
  }

  dismissNotice(): void {
    this.#notice = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#game?.dispose();
    this.#owned.dispose();
  }

  #can(method: 'startGame' | 'makeMove', why: string): Possibility {
    if (this.#game?.can(method) === false) return { kind: 'not', why };
    return possible;
  }

  /** One thing at a time, in the order asked. */
  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#running++;
    this.#changed.fire();
    this.#queue = this.#queue.then(async () => {
      try {
        if (this.#owned.isDisposed) return;
        await task();
        if (this.#skipped !== undefined) await this.#foldWithout();
      } catch (thrown) {
        this.#problem = { headline: 'Your code could not be asked.', why: messageOf(thrown), place: null };
      } finally {
        this.#running--;
        this.#changed.fire();
      }
    });
    return this.#queue;
  }

  async #perform(command: GameCommand): Promise<void> {
    if (this.#game === undefined || this.#gone) await this.#open();
    if (this.#game === undefined || this.#gone) return;
    this.#notice = undefined;
    const performed = await this.#game.perform(command);
    if (performed.kind === 'ran') {
      this.#commands = [...this.#commands, command];
      this.#keep();
    }
    if (performed.kind === 'missing') this.#notice = { text: performed.problem.headline, actions: ['openCode'] };
    if (performed.kind === 'stopped') this.#lose(performed.problem);
  }

  /** A new session with a new game that goes through the same commands; the old one stays in sight when that fails. */
  async #open(): Promise<void> {
    const opened = await LearnerGame.open(await this.#openCode());
    if (opened.kind === 'problem') {
      this.#lose(opened.problem);
      return;
    }
    this.#game?.dispose();
    this.#game = opened.game;
    this.#gone = false;
    this.#problem = undefined;
    for (const command of this.#commands) {
      const performed = await opened.game.perform(command);
      if (performed.kind !== 'stopped') continue;
      this.#lose(performed.problem);
      return;
    }
  }

  async #foldWithout(): Promise<void> {
    const answer = this.#skipped === undefined ? undefined : await this.#game?.without(this.#skipped);
    this.#whatIf = answer?.kind === 'moments' ? answer.moments : undefined;
    if (answer?.kind === 'problem') this.#lose(answer.problem);
  }

  #keep(): void {
    if (this.#game === undefined) return;
    this.#memory?.keep({ commands: this.#commands, outcome: outcomeOf(this.#game.entries) });
  }

  #lose(problem: Problem): void {
    this.#problem = problem;
    this.#gone = true;
  }
}
