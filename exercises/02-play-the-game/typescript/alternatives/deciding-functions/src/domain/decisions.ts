import type { Board } from './board';
import { GameAlreadyStartedError, InvalidMoveError } from './errors';
import type { GameEvent } from './events';
import type { Move } from './game';

export interface Known {
  readonly nextPlayer: string | undefined;
  readonly playerOne: string | undefined;
  readonly isFinished: boolean;
}

export function start(known: Known, one: string, two: string): GameEvent {
  if (known.playerOne !== undefined) throw new GameAlreadyStartedError('no');
  return { type: 'GameStarted', data: { players: { one, two } } };
}

export function move(known: Known, board: Board, { player, column }: Move): GameEvent {
  const reason = whyNot(known, board, { player, column });
  if (reason) throw new InvalidMoveError(reason);
  return { type: 'MoveMade', data: { move: { player, column } } };
}

export function* finish(board: Board): Generator<GameEvent> {
  const result = board.getResult();
  if (result !== undefined) yield { type: 'GameFinished', data: { result } };
}

function whyNot(known: Known, board: Board, { player, column }: Move): string | undefined {
  if (known.isFinished) return 'over';
  if (known.playerOne === undefined) return 'not started';
  if (known.nextPlayer !== player) return 'not your turn';
  return board.hasRoomInColumn(column) ? undefined : 'full';
}
