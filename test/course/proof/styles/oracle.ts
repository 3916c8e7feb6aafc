import assert from 'node:assert/strict';
import { Draw } from '../../../../src/course/draw.ts';
import { assertRefused, Played } from './behaviour.ts';
import { modulesOf } from './run-program.ts';
import { drawn, planned, Table } from './table.ts';

const names = [
  ['Ada', 'Grace'],
  ['Kō {1}', "O'Hara `x`"],
] as const;

/** What a game that can be started has to do, whatever it looks like. */
export function assertStarts(files: ReadonlyMap<string, string>): void {
  const newGame = Played.makerIn(modulesOf(files));
  const games = names.map((players) => ({ players, game: newGame() }));
  for (const { game } of games) {
    assert.deepEqual([game.read('playerOne'), game.read('playerTwo'), game.events()], [undefined, undefined, []]);
  }
  for (const { game, players } of games) game.call('startGame', ...players);
  const replayed = games.map(({ game, players }) => ({ players, game: game.replayedIn(newGame()) }));
  for (const { game, players } of [...games, ...replayed]) {
    assert.deepEqual([game.read('playerOne'), game.read('playerTwo')], players);
  }
  for (const { game } of replayed) assert.deepEqual(game.events(), []);
  for (const { game } of games) {
    assert.equal(game.events().length, 1);
    assertRefused(game, 'GameAlreadyStartedError', 'startGame', 'Eve', 'Mallory');
  }
}

/** Columns in their order, each to the end of its game: a tie, a diagonal, four with the very last token. */
const plans = [
  'ABABABBABABACDCDCDDCDCDCEFEFEFFEFEFEGGGGGG',
  'ADEEFFGFGGCG',
  'AGDCGAGBECBGFAFGFEDFFADDADAEFCEBCDBCCBEGEB',
] as const;

/** What a game that can be played has to do: two games at a time, planned and drawn, move by move beside the reference. */
export function assertPlays(files: ReadonlyMap<string, string>, seed: string): void {
  assertStarts(files);
  const draw = new Draw(seed);
  const newGame = Played.makerIn(modulesOf(files));
  for (const plan of plans) {
    const tables = [new Table(newGame(), ...names[0], planned(plan)), new Table(newGame(), ...names[1], drawn(draw))];
    playSideBySide(tables, newGame);
  }
}

function playSideBySide(tables: readonly Table[], newGame: () => Played): void {
  for (const { game, one } of tables) assertRefused(game, 'InvalidMoveError', 'makeMove', { player: one, column: 'A' });
  for (const table of tables) table.start();
  while (tables.some(({ isOver }) => !isOver)) {
    for (const table of tables.filter(({ isOver }) => !isOver)) table.move();
    for (const table of tables) table.assertSame(newGame());
  }
}
