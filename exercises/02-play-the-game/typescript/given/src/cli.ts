import { createInterface } from 'node:readline';
import { type Column, columns } from './domain/board';
import { GameAlreadyStartedError, InvalidMoveError } from './domain/errors';
import { Game } from './domain/game';
import { boardText } from './presentation/board';

/** A game between two people at one keyboard, played with your `Game`. Ctrl-D leaves it. */
async function play(): Promise<void> {
  const game = new Game();
  const playerOne = await ask('Who is player one? ');
  const playerTwo = await ask('Who is player two? ');
  if (playerOne === undefined || playerTwo === undefined) return;
  attempt(() => game.startGame(playerOne || 'one', playerTwo || 'two'));

  while (!game.isFinished) {
    showBoard(game);
    if (!game.nextPlayer) return console.log('It is nobody’s turn. Has the game started?');
    const column = await askColumn(`${game.nextPlayer}, which column? (${columns.join(' ')}) `);
    if (column === undefined) return console.log('\nSee you.');
    const player = game.nextPlayer;
    const recorded = game.events.length;
    attempt(() => game.makeMove({ player, column }));
    if (game.events.length === recorded) console.log('Nothing was recorded.');
  }

  showBoard(game);
  console.log(ending(game));
}

/** A refused command is no accident: say why, and go on. Anything else is one. */
function attempt(command: () => void): void {
  try {
    command();
  } catch (error) {
    if (!(error instanceof InvalidMoveError || error instanceof GameAlreadyStartedError)) throw error;
    console.log(error.message);
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
  const recorded = `This game is ${events.length} events long.`;
  if (result === 'TIED') return `A tie: the board is full. ${recorded}`;
  return `${result === 'PLAYER_ONE_WON' ? playerOne : playerTwo} has won! ${recorded}`;
}

const terminal = createInterface({ input: process.stdin });
const lines = terminal[Symbol.asyncIterator]();

/** The answer without the spaces around it; undefined when there is nothing more to read. */
async function ask(question: string): Promise<string | undefined> {
  process.stdout.write(question);
  const line = await lines.next();
  return line.done ? undefined : line.value.trim();
}

await play();
terminal.close();
