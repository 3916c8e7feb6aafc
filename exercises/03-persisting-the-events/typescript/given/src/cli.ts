import { createInterface } from 'node:readline';
import { ConnectFourApp } from './application/connect-four-app';
import { type Column, columns } from './domain/board';
import { GameAlreadyStartedError, InvalidMoveError } from './domain/errors';
import type { Game } from './domain/game';
import { connect, connectionString } from './persistence/connection';
import { GameRepository } from './persistence/event-store-db';
import { boardText } from './presentation/board';

/**
 * A game between two people at one keyboard, kept in the event store. Leave it with Ctrl-D, and go
 * on whenever you like, with its id behind the command.
 */
async function play(app: ConnectFourApp, id: string | undefined): Promise<void> {
  const gameId = id ?? (await startGame(app));
  if (gameId === undefined) return;
  console.log(`The events of this game are in the stream game-${gameId}.`);

  let game = await app.getGame(gameId);
  while (!game.isFinished) {
    showBoard(game);
    if (!game.nextPlayer) return console.log('It is nobody’s turn. Has the game started?');
    const column = await askColumn(`${game.nextPlayer}, which column? (${columns.join(' ')}) `);
    if (column === undefined) return console.log(`\nSee you. To go on with this game, play ${gameId}.`);
    const player = game.nextPlayer;
    await attempt(() => app.makeMove(gameId, { player, column }));
    game = await app.getGame(gameId);
  }

  showBoard(game);
  console.log(ending(game));
}

async function startGame(app: ConnectFourApp): Promise<string | undefined> {
  const playerOne = await ask('Who is player one? ');
  const playerTwo = await ask('Who is player two? ');
  if (playerOne === undefined || playerTwo === undefined) return undefined;
  return attempt(() => app.createGame(playerOne || 'one', playerTwo || 'two'));
}

/** A refused command is no accident: say why, and go on. Anything else is one. */
async function attempt<Result>(command: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof InvalidMoveError || error instanceof GameAlreadyStartedError)) throw error;
    console.log(`${error.message} Nothing was recorded.`);
    return undefined;
  }
}

async function askColumn(question: string): Promise<Column | undefined> {
  for (;;) {
    const answer = await ask(question);
    if (answer === undefined) return undefined;
    const column = columns.find((name) => name === answer.toUpperCase());
    if (column !== undefined) return column;
    console.log('Type one letter, from A to G.');
  }
}

function showBoard(game: Game): void {
  console.log(`\n${boardText(game.board, process.stdout.isTTY)}\n`);
}

function ending({ result, playerOne, playerTwo, events }: Game): string {
  const stored = `Its ${events.length} events are stored for good.`;
  if (result === 'TIED') return `A tie: the board is full. ${stored}`;
  return `${result === 'PLAYER_ONE_WON' ? playerOne : playerTwo} has won! ${stored}`;
}

const terminal = createInterface({ input: process.stdin });
const lines = terminal[Symbol.asyncIterator]();

/** The answer without the spaces around it; undefined when there is nothing more to read. */
async function ask(question: string): Promise<string | undefined> {
  process.stdout.write(question);
  const line = await lines.next();
  return line.done ? undefined : line.value.trim();
}

const client = connect();
try {
  await play(new ConnectFourApp(new GameRepository(client)), process.argv[2]);
} catch (error) {
  console.error(
    `\n${error instanceof Error ? error.message : error}\n(The event store is looked for at ${connectionString}.)`,
  );
  process.exitCode = 1;
} finally {
  terminal.close();
  await client.dispose();
}
