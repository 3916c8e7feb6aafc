import { Emitter } from '../../../src/base/emitter.ts';
import type { JsonObject } from '../../../src/base/json.ts';
import type { Column } from '../../../src/domain/board.ts';
import type { GameCommand } from '../../../src/domain/commands.ts';
import type { GameEvent } from '../../../src/domain/events.ts';
import { decide, fold } from '../../../src/domain/game.ts';
import { refusalText } from '../../../src/domain/refusal-text.ts';
import { type Forked, type PanelSource, type Parity, playerOf } from '../../../src/editor/panel/panel-source.ts';
import type { FoldedBy, Notice, Possibility, Problem, Side } from '../../../src/panel/contract.ts';
import type { Entry } from '../../../src/timeline/entry.ts';
import { gameEventOf } from '../../../src/timeline/game-event.ts';
import type { Moment, Stuck } from '../../../src/timeline/moment.ts';
import { referenceFold } from '../../../src/timeline/reference.ts';

const possible: Possibility = { kind: 'possible' };

/** A source that needs no learner: the reference game, played in memory. */
export class ReferenceSource implements PanelSource {
  readonly subject = { kind: 'game', title: 'Your game' } as const;
  readonly #changed = new Emitter<void>();
  readonly onChange = this.#changed.event;
  readonly phase = { kind: 'showing' } as const;
  readonly own = possible;
  readonly start = possible;
  readonly move = possible;
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

  constructor(entries: readonly Entry[] = []) {
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

  moment(stop: number): Moment {
    const { stuck } = this;
    if (stuck === undefined || stop <= stuck.entry) return referenceFold(this.#entries.slice(0, stop), this.skipped);
    return { ...referenceFold(this.#entries.slice(0, stuck.entry), this.skipped), stuck };
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

  async fork(stop: number): Promise<Forked> {
    const source = new ReferenceSource(this.#entries.slice(0, stop));
    return { kind: 'forked', source, there: stop, here: stop };
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async startGame(playerOne: string, playerTwo: string): Promise<void> {
    this.#perform({ type: 'StartGame', playerOne, playerTwo });
  }

  async makeMove(column: Column, by: 'next' | Side): Promise<void> {
    this.#perform({ type: 'MakeMove', player: playerOf(this.moment(this.length).game, by), column });
  }

  async newGame(): Promise<void> {
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

  /** Player one moves first, then both in turn. */
  async play(columns: string): Promise<void> {
    for (const column of columns) await this.makeMove(column as Column, 'next');
  }

  #perform(command: GameCommand): void {
    const events = this.#entries.flatMap((entry) => (entry.kind === 'recorded' ? [gameEventOf(entry.event)] : []));
    const decision = decide(command, fold(events.filter((event) => event !== undefined)));
    this.#entries =
      decision.kind === 'accepted'
        ? [
            ...this.#entries,
            ...decision.events.map((event, index) =>
              recorded(event, events.length + index, index === 0 ? command : undefined),
            ),
          ]
        : [...this.#entries, refused(command, refusalText(decision.refusal))];
    this.#changed.fire();
  }
}

function recorded({ type, ...data }: GameEvent, revision: number, command: GameCommand | undefined): Entry {
  const event = { type, data: data as JsonObject };
  return { kind: 'recorded', revision: BigInt(revision), lane: 'uncommitted', event, ...(command && { command }) };
}

function refused(command: GameCommand, message: string): Entry {
  const failure = { name: 'InvalidMoveError', message, place: { file: 'src/domain/game.ts', line: 41, column: 7 } };
  return { kind: 'refused', command, failure, slip: false, left: 'nothing' };
}
