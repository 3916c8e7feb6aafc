import type { Data, DataFields, EventData } from '../aggregate.ts';
import { isColumn } from './board.ts';
import type { GameEvent } from './events.ts';
import { type Result, results } from './result.ts';

/**
 * Reads an event of anybody's shape as one of the game's, or undefined when it is none. Learners
 * spell fields as they like (`playerOne`, `player_one`, `move: { column }`), so a field is known
 * by its name without capitals and underscores, on the event itself or one level below.
 */
export function readGameEvent({ type, data }: EventData): GameEvent | undefined {
  switch (type) {
    case 'GameStarted': {
      const playerOne = textOf(data, ['playerone', 'player1']);
      const playerTwo = textOf(data, ['playertwo', 'player2']);
      return playerOne === undefined || playerTwo === undefined ? undefined : { type, playerOne, playerTwo };
    }
    case 'MoveMade': {
      const player = textOf(data, ['player', 'playername']);
      const column = textOf(data, ['column', 'col']);
      return player === undefined || !isColumn(column) ? undefined : { type, player, column };
    }
    case 'GameFinished': {
      const result = textOf(data, ['result', 'gameresult']);
      return isResult(result) ? { type, result } : undefined;
    }
    default:
      return undefined;
  }
}

/** `next_player` and `#nextPlayer` → `nextplayer`. */
function plainName(name: string): string {
  return name.replace(/[_#$]/g, '').toLowerCase();
}

function isResult(text: string | undefined): text is Result {
  return results.some((result) => result === text);
}

function textOf(data: DataFields, names: readonly string[], depth = 0): string | undefined {
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string' && names.includes(plainName(name))) return value;
  }
  if (depth > 0) return undefined;
  for (const value of Object.values(data)) {
    const inside = isObject(value) ? textOf(value, names, depth + 1) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function isObject(value: Data): value is DataFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
