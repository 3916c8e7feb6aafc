import type { GamePicture } from '../../../src/domain/connect-four/game-picture.ts';
import type { AskedMove, BoardView } from '../../../src/pages/panel/connect-four/board.ts';
import type { FromPage, Showing } from '../../../src/pages/panel/contract.ts';
import type { Drive } from '../../../src/pages/panel/state.ts';
import { connectFourPanel } from '../../../src/panel/connect-four/connect-four-panel.ts';
import type { StateAt } from '../../../src/timeline/state-at.ts';
import { ReferenceSource } from '../reference-source.ts';

/** What a page says to start a game, and to make a move in it. */
export function startGame(playerOne: string, playerTwo: string): FromPage {
  return { type: 'giveCommand', command: 'StartGame', arguments: { playerOne, playerTwo } };
}

export function makeMove(column: string, by: AskedMove['by'] = 'next'): FromPage {
  return { type: 'giveCommand', command: 'MakeMove', arguments: { column, by } };
}

/** The reference game, played in memory. */
export class ReferenceGame extends ReferenceSource {
  constructor() {
    super(connectFourPanel);
  }

  startGame(playerOne: string, playerTwo: string): Promise<void> {
    return this.give({ command: 'StartGame', arguments: { playerOne, playerTwo } });
  }

  makeMove(column: string, by: AskedMove['by']): Promise<void> {
    return this.give({ command: 'MakeMove', arguments: { column, by } });
  }

  /** Player one moves first, then both in turn. */
  async play(columns: string): Promise<void> {
    for (const column of columns) await this.makeMove(column, 'next');
  }
}

/** The board as it is shown. */
export function boardIn({ state: { picture } }: Pick<Showing, 'state'>): BoardView {
  if (picture.kind !== 'board') throw new Error(`No board is shown, but ${picture.kind}.`);
  return picture;
}

/** The game as a state shows it. */
export function gameIn({ picture }: StateAt): GamePicture {
  if (picture.kind !== 'board') throw new Error(`There is no board, but ${picture.kind}.`);
  return picture;
}

export const canMove = ({ drive }: Pick<Showing, 'drive'>): boolean => can(drive, 'MakeMove');
export const canStart = ({ drive }: Pick<Showing, 'drive'>): boolean => can(drive, 'StartGame');

function can({ commands }: Drive, command: string): boolean {
  return commands.some(({ type, possible }) => type === command && possible.kind === 'possible');
}
