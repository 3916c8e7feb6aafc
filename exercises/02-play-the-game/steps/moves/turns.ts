import type { Moves } from '../drawn-games.ts';

interface Game {
  readonly name: string;
  readonly moves: Moves;
}

export interface Turn {
  readonly name: string;
  readonly column: string;
  /** Of its game, from 0. */
  readonly turn: number;
}

/** The moves of several games that are played side by side, one turn of each and then the next. */
export function inTurns(games: readonly Game[]): Turn[] {
  const longest = Math.max(0, ...games.map(({ moves }) => moves.length));
  return Array.from({ length: longest }, (_, turn) =>
    games.flatMap(({ name, moves }) => {
      const column = moves[turn];
      return column === undefined ? [] : [{ name, column, turn }];
    }),
  ).flat();
}
