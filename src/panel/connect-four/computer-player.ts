import { type Opponent, opponents } from '../../pages/panel/connect-four/board.ts';
import type { Bot, Options } from '../panel-aggregate.ts';
import type { PanelSource } from '../panel-source.ts';
import { chooseColumn } from './opponent.ts';

/** Long enough for a person to see their own move land; milliseconds. */
const thinking = 550;

/** Plays for player two when it is their turn, through the same command as everybody. */
export class ComputerPlayer implements Bot {
  #opponent: Opponent = 'friend';
  #timer: NodeJS.Timeout | undefined;
  /** After how many events it has moved already; a move that was refused is not tried for ever. */
  #moved: { readonly source: PanelSource; readonly events: number } | undefined;

  get options(): Options {
    return { opponent: this.#opponent };
  }

  set(option: string, value: string): void {
    if (option === 'opponent') this.#opponent = opponentIn({ opponent: value });
  }

  look(source: PanelSource): void {
    clearTimeout(this.#timer);
    // A history that has become shorter is another game.
    if (this.#moved !== undefined && source.events < this.#moved.events) this.#moved = undefined;
    if (this.#isTurn(source)) this.#timer = setTimeout(() => this.#move(source), thinking);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #isTurn(source: PanelSource): boolean {
    if (this.#opponent === 'friend' || source.busy || source.can('MakeMove').kind === 'not') return false;
    if (this.#moved?.source === source && this.#moved.events === source.events) return false;
    const { picture } = source.stateAt(source.length, 'own');
    if (picture.kind !== 'board') return false;
    const { nextPlayer, playerTwo, result } = picture;
    return result === undefined && playerTwo !== undefined && nextPlayer === playerTwo;
  }

  #move(source: PanelSource): void {
    const { picture } = source.stateAt(source.length, 'own');
    if (this.#opponent === 'friend' || picture.kind !== 'board' || !this.#isTurn(source)) return;
    const column = chooseColumn(picture.board, 'YELLOW', this.#opponent, Math.random);
    this.#moved = { source, events: source.events };
    if (column !== undefined) void source.give({ command: 'MakeMove', arguments: { column, by: 'two' } });
  }
}

/** Whoever was chosen; a friend where nobody was. */
export function opponentIn({ opponent }: Options): Opponent {
  return opponents.find((each) => each === opponent) ?? 'friend';
}
