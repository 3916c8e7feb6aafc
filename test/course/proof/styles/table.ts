import assert from 'node:assert/strict';
import type { Draw } from '../../../../src/course/draw.ts';
import { type Column, columns } from '../../../../src/domain/connect-four/board.ts';
import type { GameEvent } from '../../../../src/domain/connect-four/events.ts';
import { decide, fold, type Game } from '../../../../src/domain/connect-four/game.ts';
import { assertRefused, type Played } from './behaviour.ts';

/** The column to move in, by how many moves have been made and what has room. */
export type Choose = (turn: number, hasRoom: (column: Column) => boolean) => Column;

export function planned(plan: string): Choose {
  return (turn) => columns.find((column) => column === plan[turn]) ?? assert.fail('The plan is at its end.');
}

export function drawn(draw: Draw): Choose {
  return (_, hasRoom) => draw.shuffled(columns).find(hasRoom) ?? assert.fail('No column has room.');
}

/** A learner's game, and the reference aggregate that gets the same commands. `game` is where the next one goes. */
export class Table {
  game: Played;
  readonly one: string;
  readonly two: string;
  readonly #events: GameEvent[] = [];

  readonly #choose: Choose;

  constructor(game: Played, one: string, two: string, choose: Choose) {
    this.game = game;
    this.one = one;
    this.two = two;
    this.#choose = choose;
  }

  get isOver(): boolean {
    return this.#reference.status === 'finished';
  }

  start(): void {
    this.#decide({ type: 'StartGame', playerOne: this.one, playerTwo: this.two });
    this.game.call('startGame', this.one, this.two);
  }

  move(): void {
    const state = this.#reference;
    assert.ok(state.status === 'playing');
    const player = state.nextPlayer;
    const other = player === this.one ? this.two : this.one;
    assertRefused(this.game, 'InvalidMoveError', 'makeMove', { player: other, column: 'D' });
    assertRefused(this.game, 'InvalidMoveError', 'makeMove', { player: 'Eve', column: 'D' });
    const isFull = (column: Column) => state.board[column].length === 6;
    const full = columns.find(isFull);
    if (full !== undefined) assertRefused(this.game, 'InvalidMoveError', 'makeMove', { player, column: full });
    const column = this.#choose(this.#events.length - 1, (each) => !isFull(each));
    this.#decide({ type: 'MakeMove', player, column });
    this.game.call('makeMove', { player, column });
  }

  /** The game, and a fresh one that is told its events, are where the reference is. */
  assertSame(fresh: Played): void {
    const state = this.#reference;
    if (state.status === 'waiting') return;
    const expected = {
      playerOne: this.one,
      playerTwo: this.two,
      nextPlayer: state.status === 'playing' ? state.nextPlayer : undefined,
      result: state.status === 'finished' ? state.result : undefined,
      isFinished: state.status === 'finished',
      board: Object.fromEntries(columns.map((column) => [column, String(state.board[column])])),
    };
    const again = this.game.replayedIn(fresh);
    for (const each of [this.game, again]) assert.deepEqual(each.state(), expected);
    assert.deepEqual([this.game.events().length, again.events().length], [this.#events.length, 0]);
    if (state.status !== 'finished') return;
    for (const player of [this.one, this.two]) {
      for (const column of columns) assertRefused(this.game, 'InvalidMoveError', 'makeMove', { player, column });
    }
  }

  get events(): readonly GameEvent[] {
    return this.#events;
  }

  get #reference(): Game {
    return fold(this.#events);
  }

  #decide(command: Parameters<typeof decide>[0]): void {
    const decision = decide(command, this.#reference);
    assert.ok(decision.kind === 'accepted');
    this.#events.push(...decision.events);
  }
}
