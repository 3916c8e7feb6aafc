import type { Aggregate, CommandData, EventLine, StateFields } from '../aggregate.ts';
import { columns, emptyBoard, hasRoomInColumn, isColumn } from './board.ts';
import type { GameCommand } from './commands.ts';
import type { GameEvent } from './events.ts';
import { decide, evolve, type Game, initialGame, type Refusal } from './game.ts';
import type { GamePicture } from './game-picture.ts';
import { readGameEvent } from './read-event.ts';
import { refusalText } from './refusal-text.ts';

/** Connect Four as the timeline and the panel know it. */
export const connectFour: Aggregate<Game, GameCommand, GameEvent, Refusal> = {
  category: 'game',
  words: {
    one: 'game',
    many: 'games',
    promise:
      'Write a Connect Four aggregate, and watch it move through time: every event it records, and the state after each of them.',
  },
  code: {
    module: 'domain/game',
    name: 'Game',
    events: 'domain/events',
    repository: { module: 'persistence/event-store-db', name: 'GameRepository' },
    alsoWrites: ['createGame'],
  },
  commands: [
    {
      type: 'StartGame',
      method: 'startGame',
      takes: 'arguments',
      title: 'Start game',
      begins: true,
      arguments: [
        { name: 'playerOne', title: 'Player one', kind: 'text', initial: 'Ada' },
        { name: 'playerTwo', title: 'Player two', kind: 'text', initial: 'Grace' },
      ],
    },
    {
      type: 'MakeMove',
      method: 'makeMove',
      takes: { record: 'Move' },
      title: 'Make move',
      arguments: [
        { name: 'player', title: 'Player', kind: 'text', initial: 'Ada' },
        { name: 'column', title: 'Column', kind: 'choice', choices: columns },
      ],
      taughtIn: 'exercise 2',
    },
  ],
  initial: initialGame,
  decide,
  evolve: evolveWithin,
  toCommand,
  toEvent: readGameEvent,
  commandFor,
  eventLine,
  refusalText,
  doing: (command) =>
    command.type === 'StartGame' ? 'starting a game' : `${command.player} playing column ${command.column}`,
  fields,
  picture,
};

/** A stream may hold anything; a column that would grow past its top stops the fold as a broken event does. */
function evolveWithin(game: Game, event: GameEvent): Game {
  if (event.type === 'MoveMade' && game.status === 'playing' && !hasRoomInColumn(game.board, event.column))
    throw new Error(`Column ${event.column} is full, and yet this move was recorded.`);
  return evolve(game, event);
}

function toCommand({ type, playerOne, playerTwo, player, column }: CommandData): GameCommand | undefined {
  if (type === 'StartGame' && typeof playerOne === 'string' && typeof playerTwo === 'string')
    return { type, playerOne, playerTwo };
  return type === 'MakeMove' && typeof player === 'string' && isColumn(column) ? { type, player, column } : undefined;
}

function commandFor(event: GameEvent): GameCommand | undefined {
  switch (event.type) {
    case 'GameStarted':
      return { ...event, type: 'StartGame' };
    case 'MoveMade':
      return { ...event, type: 'MakeMove' };
    case 'GameFinished':
      return undefined;
  }
}

function eventLine(event: GameEvent): EventLine {
  switch (event.type) {
    case 'GameStarted':
      return { shown: `${event.playerOne} against ${event.playerTwo}` };
    case 'MoveMade':
      return { shown: `${event.player} → ${event.column}`, spoken: `${event.player} in column ${event.column}` };
    case 'GameFinished':
      return { shown: event.result };
  }
}

function picture(game: Game): GamePicture {
  const waiting = game.status === 'waiting';
  return {
    kind: 'board',
    board: waiting ? emptyBoard : game.board,
    playerOne: waiting ? undefined : game.playerOne,
    playerTwo: waiting ? undefined : game.playerTwo,
    nextPlayer: game.status === 'playing' ? game.nextPlayer : undefined,
    result: game.status === 'finished' ? game.result : undefined,
  };
}

function fields(game: Game): StateFields {
  const { playerOne, playerTwo, nextPlayer, result, board } = picture(game);
  return { playerOne, playerTwo, nextPlayer, result, board };
}
