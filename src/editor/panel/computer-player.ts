import type { Disposable } from '../../base/disposable.ts';
import type { Opponent } from '../../panel/contract.ts';
import { chooseColumn } from './opponent.ts';
import type { PanelSource } from './panel-source.ts';

/** Long enough for a person to see their own move land. */
const thinking = 550;

/** Plays for player two when it is their turn, through the same command as everybody. */
export class ComputerPlayer implements Disposable {
  opponent: Opponent = 'friend';
  #timer: NodeJS.Timeout | undefined;
  /** Where it has moved already; a move that was refused is not tried for ever. */
  #moved: { readonly source: PanelSource; readonly length: number } | undefined;

  /** Call whenever something has happened. */
  look(source: PanelSource): void {
    clearTimeout(this.#timer);
    if (this.#isTurn(source)) this.#timer = setTimeout(() => this.#move(source), thinking);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #isTurn(source: PanelSource): boolean {
    if (this.opponent === 'friend' || source.busy || source.move.kind === 'not') return false;
    if (this.#moved?.source === source && this.#moved.length >= source.length) return false;
    const { nextPlayer, playerTwo, result } = source.moment(source.length, 'own').game;
    return result === undefined && playerTwo !== undefined && nextPlayer === playerTwo;
  }

  #move(source: PanelSource): void {
    const { board } = source.moment(source.length, 'own').game;
    if (this.opponent === 'friend' || board === undefined || !this.#isTurn(source)) return;
    const column = chooseColumn(board, 'YELLOW', this.opponent, Math.random);
    this.#moved = { source, length: source.length };
    if (column !== undefined) void source.makeMove(column, 'two');
  }
}
