import type { Players } from '../../01-start-game/steps/players.ts';
import type { Constrained } from './drawn.ts';
import { playerOfTurn } from './game.ts';
import type { Line } from './lines.ts';

/** A column is filled up, and each player tries to put a seventh token into it. */
export function fillingUp({ players, columns: [full, other, another] }: Constrained): readonly Line[] {
  const filling = Array.from({ length: 6 }, (_, turn): Line => {
    const player = playerOfTurn(players, turn);
    return { player, column: full, fair: `Token ${turn + 1} into column ${full}, by ${player},` };
  });
  const seventh = (player: string): Line => ({
    asked: { player, column: full },
    accepted: 'full-column-accepted',
    tried: `A seventh token into column ${full}, by ${player},`,
    because: 'There are only six holes in a column',
  });
  return [
    ...filling,
    seventh(players[0]),
    fair(players[0], other, `after a move into a full column was refused`),
    seventh(players[1]),
    fair(players[1], another, `after a move into a full column was refused`),
  ];
}

/** Both players move before anybody has started. */
export function beforeStart({ players, columns }: Constrained): readonly Line[] {
  return players.map((player, turn) => ({
    asked: { player, column: columns[turn] ?? '' },
    accepted: 'move-before-start-accepted',
    tried: `A move by ${player} in a game that nobody has started`,
    because: 'The history would begin in the middle, without a `GameStarted` that says who plays',
  }));
}

/** Each player moves out of turn, somebody else moves, and somebody starts again, at each point of a short game. */
export function takingTurns({ players, others, columns: [a, b, c, d] }: Constrained): readonly Line[] {
  const [one, two] = players;
  return [
    outOfTurn(two, a, `${one}’s turn, who begins`),
    restarted(others, 'right after its start'),
    fair(one, a, 'the first of a game'),
    outOfTurn(one, b, `${two}’s turn`),
    stranger(others[0], players, c),
    restarted(others, 'in its middle'),
    fair(two, a, 'after others were refused'),
    outOfTurn(two, d, `${one}’s turn again`),
    stranger(others[1], players, a),
    restarted(players, 'in its middle'),
    fair(one, b, 'after others were refused'),
  ];
}

function fair(player: string, column: string, when: string): Line {
  return { player, column, fair: `${player}’s move into column ${column}, ${when},` };
}

function outOfTurn(player: string, column: string, turn: string): Line {
  return {
    asked: { player, column },
    accepted: 'move-out-of-turn-accepted',
    tried: `A move by ${player} out of turn`,
    because: `It is ${turn}`,
  };
}

function stranger(player: string, players: Players, column: string): Line {
  return {
    asked: { player, column },
    accepted: 'stranger-accepted',
    tried: `A move by ${player} in a game of ${players.join(' and ')}`,
    because: `${player} doesn’t play in this game`,
  };
}

export function restarted(players: Players, when: string): Line {
  return {
    asked: { start: players },
    accepted: 'started-again',
    tried: `A second start of a game, ${when},`,
    because: 'Two `GameStarted` in one stream tell a story that can’t have happened',
  };
}
