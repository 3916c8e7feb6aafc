import type { Decision } from '../aggregate.ts';
import { type Board, type Column, dropToken, emptyBoard, hasRoomInColumn } from './board.ts';
import type { GameCommand, MakeMove, StartGame } from './commands.ts';
import type { GameEvent } from './events.ts';
import type { Result } from './result.ts';
import { resultOf } from './winner.ts';

/** Where a game stands. Nothing of it is ever stored: it is folded from the events each time. */
export type Game =
  | { readonly status: 'waiting' }
  | (Players & { readonly status: 'playing'; readonly nextPlayer: string; readonly board: Board })
  | (Players & { readonly status: 'finished'; readonly result: Result; readonly board: Board });

interface Players {
  readonly playerOne: string;
  readonly playerTwo: string;
}

export const initialGame: Game = { status: 'waiting' };

/** Why a command was refused; a refused command records nothing. */
export type Refusal =
  | { readonly reason: 'alreadyStarted' }
  | { readonly reason: 'samePlayer'; readonly player: string }
  | { readonly reason: 'notStarted' }
  | { readonly reason: 'alreadyFinished'; readonly result: Result }
  | { readonly reason: 'notYourTurn'; readonly player: string; readonly nextPlayer: string }
  | { readonly reason: 'columnFull'; readonly column: Column };

export type GameDecision = Decision<GameEvent, Refusal>;

/** Command and state in, events out; decides everything and changes nothing. */
export function decide(command: GameCommand, game: Game): GameDecision {
  return command.type === 'StartGame' ? startGame(command, game) : makeMove(command, game);
}

/** State and event in, next state out; whatever has happened is taken as it is. */
export function evolve(game: Game, event: GameEvent): Game {
  switch (event.type) {
    case 'GameStarted': {
      const { playerOne, playerTwo } = event;
      return { status: 'playing', playerOne, playerTwo, nextPlayer: playerOne, board: emptyBoard };
    }
    case 'MoveMade': {
      if (game.status !== 'playing') throw new Error(`A move was recorded in a game that is ${game.status}.`);
      const byPlayerOne = event.player === game.playerOne;
      const board = dropToken(game.board, event.column, byPlayerOne ? 'RED' : 'YELLOW');
      return { ...game, board, nextPlayer: byPlayerOne ? game.playerTwo : game.playerOne };
    }
    case 'GameFinished': {
      if (game.status !== 'playing') throw new Error(`An end was recorded in a game that is ${game.status}.`);
      const { playerOne, playerTwo, board } = game;
      return { status: 'finished', playerOne, playerTwo, board, result: event.result };
    }
  }
}

export function fold(events: Iterable<GameEvent>, from: Game = initialGame): Game {
  let game = from;
  for (const event of events) game = evolve(game, event);
  return game;
}

function startGame({ playerOne, playerTwo }: StartGame, game: Game): GameDecision {
  if (game.status !== 'waiting') return refused({ reason: 'alreadyStarted' });
  // Players are told apart by their names alone, so two of one name could never take turns.
  if (playerOne === playerTwo) return refused({ reason: 'samePlayer', player: playerOne });
  return accepted({ type: 'GameStarted', playerOne, playerTwo });
}

function makeMove({ player, column }: MakeMove, game: Game): GameDecision {
  if (game.status === 'waiting') return refused({ reason: 'notStarted' });
  if (game.status === 'finished') return refused({ reason: 'alreadyFinished', result: game.result });
  if (player !== game.nextPlayer) return refused({ reason: 'notYourTurn', player, nextPlayer: game.nextPlayer });
  if (!hasRoomInColumn(game.board, column)) return refused({ reason: 'columnFull', column });

  const moveMade: GameEvent = { type: 'MoveMade', player, column };
  const afterMove = evolve(game, moveMade);
  const result = afterMove.status === 'playing' ? resultOf(afterMove.board) : undefined;
  return result === undefined ? accepted(moveMade) : accepted(moveMade, { type: 'GameFinished', result });
}

function accepted(...events: readonly GameEvent[]): GameDecision {
  return { kind: 'accepted', events };
}

function refused(refusal: Refusal): GameDecision {
  return { kind: 'refused', refusal };
}
