import { randomUUID } from 'node:crypto';
import { gameStream } from '../application/event-mapping.ts';
import { GameRepository } from '../application/game-repository.ts';
import { GameService } from '../application/game-service.ts';
import { type Column, columns } from '../domain/board.ts';
import type { GameCommand } from '../domain/commands.ts';
import type { Game } from '../domain/game.ts';
import { refusalText } from '../domain/refusal-text.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import { boardText, type Symbols } from './board-text.ts';

export interface PlayOptions {
  readonly store: EventStore;
  /** Continues this game; a new one otherwise. */
  readonly gameId?: string;
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly print: (line: string) => void;
  readonly symbols: Symbols;
}

type Playing = Extract<Game, { status: 'playing' }>;

/** A game in the terminal between two people at one keyboard. Ends with the game, or when there is nothing more to read. */
export async function play({ store, gameId = randomUUID(), ask, print, symbols }: PlayOptions): Promise<void> {
  const games = new GameRepository(store);
  const service = new GameService(games);
  let { game } = await games.load(gameId);
  print(`The events of this game are kept in the stream ${gameStream(gameId)}.`);

  while (game.status !== 'finished') {
    if (game.status === 'playing') print(`\n${boardText(game.board, symbols)}\n`);
    const command = game.status === 'playing' ? await askMove(game, ask, print) : await askPlayers(ask);
    if (command === undefined) return print('See you. The game is kept as it is.');
    const handled = await service.handle(gameId, command);
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
}

async function askPlayers(ask: PlayOptions['ask']): Promise<GameCommand | undefined> {
  const playerOne = await ask('Who is player one? ');
  const playerTwo = playerOne === undefined ? undefined : await ask('Who is player two? ');
  if (playerOne === undefined || playerTwo === undefined) return undefined;
  return { type: 'StartGame', playerOne: playerOne.trim() || 'one', playerTwo: playerTwo.trim() || 'two' };
}

async function askMove(
  { nextPlayer }: Playing,
  ask: PlayOptions['ask'],
  print: PlayOptions['print'],
): Promise<GameCommand | undefined> {
  for (;;) {
    const answer = await ask(`${nextPlayer}, which column? (${columns.join(' ')}) `);
    if (answer === undefined) return undefined;
    const column = toColumn(answer);
    if (column !== undefined) return { type: 'MakeMove', player: nextPlayer, column };
    print(`“${answer.trim()}” is no column; type one letter from A to G.`);
  }
}

function toColumn(answer: string): Column | undefined {
  const letter = answer.trim().toUpperCase();
  return columns.find((column) => column === letter);
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
