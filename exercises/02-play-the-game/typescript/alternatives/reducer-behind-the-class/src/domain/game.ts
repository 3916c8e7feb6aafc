import { Board, type BoardState, type Column, columns } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { GameResult } from './result';

export type Move = { readonly player: string; readonly column: Column };

type Players = { readonly playerOne: string; readonly playerTwo: string };
type State =
  | { readonly status: 'new'; readonly board: BoardState }
  | (Players & { readonly status: 'playing'; readonly nextPlayer: string; readonly board: BoardState })
  | (Players & { readonly status: 'finished'; readonly result: GameResult; readonly board: BoardState });

type Command = { readonly do: 'start'; readonly players: Players } | { readonly do: 'move'; readonly move: Move };

const initial: State = { status: 'new', board: { A: [], B: [], C: [], D: [], E: [], F: [], G: [] } };

function evolve(state: State, event: GameEvent): State {
  switch (event.type) {
    case 'GameStarted': {
      const { playerOne, playerTwo } = event;
      return { status: 'playing', playerOne, playerTwo, nextPlayer: playerOne, board: state.board };
    }
    case 'MoveMade': {
      if (state.status !== 'playing') return state;
      const isOne = event.player === state.playerOne;
      const column = [...state.board[event.column], isOne ? ('RED' as const) : ('YELLOW' as const)];
      const nextPlayer = isOne ? state.playerTwo : state.playerOne;
      return { ...state, nextPlayer, board: { ...state.board, [event.column]: column } };
    }
    case 'GameFinished': {
      if (state.status !== 'playing') return state;
      const { playerOne, playerTwo, board } = state;
      return { status: 'finished', playerOne, playerTwo, board, result: event.result };
    }
  }
}

function decide(state: State, command: Command): GameEvent[] {
  if (command.do === 'start') {
    if (state.status !== 'new') throw new GameAlreadyStartedError('It has started.');
    return [{ type: 'GameStarted', ...command.players }];
  }
  const { player, column } = command.move;
  if (state.status !== 'playing') throw new InvalidMoveError(`Nobody moves in a game that is ${state.status}.`);
  if (player !== state.nextPlayer) throw new InvalidMoveError(`${state.nextPlayer} is next.`);
  if (!boardOf(state.board).hasRoomInColumn(column)) throw new InvalidMoveError(`${column} is full.`);
  const moved: GameEvent = { type: 'MoveMade', player, column };
  const result = boardOf(evolve(state, moved).board).getResult();
  return result === undefined ? [moved] : [moved, { type: 'GameFinished', result }];
}

function boardOf(state: BoardState): Board {
  const board = new Board();
  for (const column of columns) for (const token of state[column]) board.addMove(column, token);
  return board;
}

/** The class is a shell: a decider inside, the names of the tutorial outside. */
export class Game {
  #state = initial;
  #recorded: readonly GameEvent[] = [];

  get events() {
    return this.#recorded;
  }

  get playerOne() {
    return this.#state.status === 'new' ? undefined : this.#state.playerOne;
  }

  get playerTwo() {
    return this.#state.status === 'new' ? undefined : this.#state.playerTwo;
  }

  get nextPlayer() {
    return this.#state.status === 'playing' ? this.#state.nextPlayer : undefined;
  }

  get result() {
    return this.#state.status === 'finished' ? this.#state.result : undefined;
  }

  get isFinished() {
    return this.#state.status === 'finished';
  }

  get board() {
    return this.#state.board;
  }

  startGame(playerOne: string, playerTwo: string) {
    this.#handle({ do: 'start', players: { playerOne, playerTwo } });
  }

  makeMove(move: Move) {
    this.#handle({ do: 'move', move });
  }

  apply(event: GameEvent) {
    this.#state = evolve(this.#state, event);
  }

  #handle(command: Command) {
    const events = decide(this.#state, command);
    for (const event of events) this.apply(event);
    this.#recorded = [...this.#recorded, ...events];
  }
}
