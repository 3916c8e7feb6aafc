import assert from 'node:assert/strict';
import { Draw } from '../../../../src/course/draw.ts';
import { assertRefused, Played } from './behaviour.ts';
import { modulesOf } from './run-program.ts';
import { Table } from './table.ts';

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
  for (const { game, players } of games) {
    const again = game.replayedIn(newGame());
    for (const each of [game, again]) assert.deepEqual([each.read('playerOne'), each.read('playerTwo')], players);
    assert.deepEqual([game.events().length, again.events().length], [1, 0]);
    assertRefused(game, 'GameAlreadyStartedError', 'startGame', 'Eve', 'Mallory');
  }
}

/** What a game that can be played has to do: two drawn games side by side, move by move beside the reference. */
export function assertPlays(files: ReadonlyMap<string, string>, seed: string): void {
  assertStarts(files);
  const draw = new Draw(seed);
  const newGame = Played.makerIn(modulesOf(files));
  const tables = names.map(([one, two]) => new Table(newGame(), one, two));
  for (const { game, one } of tables) assertRefused(game, 'InvalidMoveError', 'makeMove', { player: one, column: 'A' });
  for (const table of tables) table.start();
  while (tables.some(({ isOver }) => !isOver)) {
    for (const table of tables.filter(({ isOver }) => !isOver)) table.move(draw);
    for (const table of tables) table.assertSame(newGame());
  }
}
