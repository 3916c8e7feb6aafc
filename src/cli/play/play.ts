import { randomUUID } from 'node:crypto';
import { gameStream } from '../../application/event-mapping.ts';
import { GameRepository } from '../../application/game-repository.ts';
import { GameService } from '../../application/game-service.ts';
import { columns } from '../../domain/connect-four/board.ts';
import type { GameCommand } from '../../domain/connect-four/commands.ts';
import type { Game } from '../../domain/connect-four/game.ts';
import { refusalText } from '../../domain/connect-four/refusal-text.ts';
import type { EventStore } from '../../eventstore/event-store.ts';
import { boardText, type Symbols } from './board-text.ts';
import { answerHelp, readAnswer } from './play-answer.ts';

export interface PlayOptions {
  readonly store: EventStore;
  /** Where the store keeps its events; undefined when they are gone with this program. */
  readonly keptIn: string | undefined;
  /** Continues this game; a new one otherwise. */
  readonly gameId?: string;
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly print: (line: string) => void;
  readonly symbols: Symbols;
}

type Playing = Extract<Game, { status: 'playing' }>;

/** What a player wants next. */
type Wish = GameCommand | { readonly type: 'Undo' } | { readonly type: 'Quit' };

/**
 * A game in the terminal between two people at one keyboard. Ends with the game, with `quit`, or when there is nothing
 * more to read. Undefined when it was played; else a sentence about the game that is not there.
 */
export async function play(options: PlayOptions): Promise<string | undefined> {
  const { store, keptIn, ask, print, symbols } = options;
  const games = new GameRepository(store);
  const service = new GameService(games);
  let gameId = options.gameId ?? randomUUID();
  let { game, events } = await games.load(gameId);
  if (options.gameId !== undefined && events.length === 0) return noSuchGame(gameId, keptIn);
  print(whereText(gameId, keptIn));

  while (game.status !== 'finished') {
    if (game.status === 'playing') print(`\n${boardText(game.board, symbols)}\n`);
    const wish = game.status === 'playing' ? await askMove(game, ask, print) : await askPlayers(ask);
    if (wish.type === 'Quit') {
      print(goodbye(gameId, keptIn));
      return undefined;
    }
    if (wish.type === 'Undo') {
      const earlier = await withoutLastMove(games, gameId);
      if (earlier === undefined) print('No move has been made yet.');
      else {
        gameId = earlier;
        game = (await games.load(gameId)).game;
        print(
          `What was stored stays stored. The game goes on in a stream of its own, without the last move: ${gameStream(gameId)}.`,
        );
      }
      continue;
    }
    const handled = await service.handle(gameId, wish);
    if (handled.kind === 'recorded') game = handled.game;
    if (handled.kind === 'refused') {
      print(refusalText(handled.refusal));
      game = handled.game;
    }
    if (handled.kind === 'notStored')
      print(`The store did not take that: ${handled.result.kind}. Nothing was recorded.`);
  }
  print(`\n${boardText(game.board, symbols)}\n`);
  print(endText(game));
  return undefined;
}

/** A new game with all that was recorded but the last move; undefined when there was none. */
async function withoutLastMove(games: GameRepository, gameId: string): Promise<string | undefined> {
  const { events } = await games.load(gameId);
  if (events.at(-1)?.type !== 'MoveMade') return undefined;
  const earlier = randomUUID();
  const appended = await games.append(earlier, events.slice(0, -1), 'noStream');
  if (appended.kind !== 'appended')
    throw new Error(`The store did not take the game without its last move: ${appended.kind}.`);
  return earlier;
}

function noSuchGame(gameId: string, keptIn: string | undefined): string {
  if (keptIn === undefined) return 'Only a game that was kept can go on: say where it is with --data DIRECTORY.';
  return `There is no game “${gameId}” in ${keptIn}. Without --game a new one begins.`;
}

function whereText(gameId: string, keptIn: string | undefined): string {
  const stream = gameStream(gameId);
  return keptIn === undefined
    ? `The events of this game are in memory, in the stream ${stream}, and gone when you leave; --data DIRECTORY keeps them.`
    : `The events of this game are kept in ${keptIn}, in the stream ${stream}.`;
}

function goodbye(gameId: string, keptIn: string | undefined): string {
  return keptIn === undefined
    ? 'See you. This game was in memory only, and is gone.'
    : `See you. The game is kept as it is; --game ${gameId} goes on with it.`;
}

async function askPlayers(ask: PlayOptions['ask']): Promise<Wish> {
  const playerOne = await ask('Who is player one? ');
  const playerTwo = playerOne === undefined ? undefined : await ask('Who is player two? ');
  if (playerOne === undefined || playerTwo === undefined) return { type: 'Quit' };
  return { type: 'StartGame', playerOne: playerOne.trim() || 'Ada', playerTwo: playerTwo.trim() || 'Grace' };
}

async function askMove({ nextPlayer }: Playing, ask: PlayOptions['ask'], print: PlayOptions['print']): Promise<Wish> {
  for (;;) {
    const text = await ask(`${nextPlayer}, which column? (${columns.join(' ')}, or help) `);
    if (text === undefined) return { type: 'Quit' };
    const answer = readAnswer(text);
    switch (answer.kind) {
      case 'column':
        return { type: 'MakeMove', player: nextPlayer, column: answer.column };
      case 'undo':
        return { type: 'Undo' };
      case 'quit':
        return { type: 'Quit' };
      case 'help':
        print(answerHelp);
        break;
      case 'unknown':
        print(`“${answer.text}” is no column; type one letter from ${columns[0]} to ${columns.at(-1)}, or help.`);
    }
  }
}

function endText(game: Extract<Game, { status: 'finished' }>): string {
  switch (game.result) {
    case 'PLAYER_ONE_WON':
      return `${game.playerOne} has won!`;
    case 'PLAYER_TWO_WON':
      return `${game.playerTwo} has won!`;
    case 'TIED':
      return 'A tie: the board is full.';
  }
}
