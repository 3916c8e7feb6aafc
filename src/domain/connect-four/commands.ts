import type { Column } from './board.ts';

/** What a player can ask for. A command may be refused; an event never is. */
export type GameCommand = StartGame | MakeMove;

export type StartGame = {
  readonly type: 'StartGame';
  readonly playerOne: string;
  readonly playerTwo: string;
};

export type MakeMove = {
  readonly type: 'MakeMove';
  readonly player: string;
  readonly column: Column;
};
