import { html, nothing, type TemplateResult } from 'lit';
import {
  type AskedMove,
  type BoardView,
  type HoleView,
  type Opponent,
  opponents,
  type Side,
} from '../../../src/pages/panel/connect-four/board.ts';
import type { Drive, Possibility } from '../../../src/pages/panel/state.ts';
import { selected } from '../bar/select.ts';
import { LightElement } from '../light-element.ts';
import { boardDrawing, drawingOf } from './board-drawing.ts';
import { tokenSign } from './token-sign.ts';

type ColumnView = BoardView['columns'][number];

const opponentTexts: Readonly<Record<Opponent, string>> = {
  friend: 'a friend',
  easy: 'the computer, easy',
  medium: 'the computer, medium',
  strong: 'the computer, strong',
};

/** The board: shows a moment, and takes moves while that moment is now. */
export class BoardElement extends LightElement {
  static override properties = {
    drive: { attribute: false },
    board: { attribute: false },
    now: { attribute: false },
    aimed: { state: true },
    by: { state: true },
    again: { state: true },
  };
  declare drive: Drive;
  declare board: BoardView;
  declare now: boolean;
  /** The column under the pointer or the focus. */
  declare aimed: number | null;
  declare by: 'next' | Side;
  /** The start form was asked for although the game has started. */
  declare again: boolean;
  #tabStop = 3;

  constructor() {
    super();
    this.aimed = null;
    this.by = 'next';
    this.again = false;
  }

  protected override render(): TemplateResult {
    const { started } = this.board;
    return html`<div class="board-area">
      ${started ? this.#players() : nothing} ${this.#board()} ${this.#asks(started)}
    </div>`;
  }

  #players(): TemplateResult {
    const { playerOne, playerTwo, nextPlayer, result } = this.board;
    const { scripted } = this.drive;
    const player = (side: Side, name: string | null) =>
      this.now && !scripted ? this.#driver(side, name, nextPlayer) : pastPlayer(side, name, nextPlayer);
    return html`<div class="players" role="group" aria-label=${playersLabel(this.now, scripted)}>
      ${player('one', playerOne)}
      ${result === null ? html`<span class="against" aria-hidden="true">–</span>` : html`<span class="result">${result}</span>`}
      ${player('two', playerTwo)}
    </div>`;
  }

  /** Now, a player can be made to move out of turn: see what the learner’s code says. */
  #driver(side: Side, name: string | null, nextPlayer: string | null): TemplateResult {
    const isNext = name !== null && name === nextPlayer;
    return html`<button
      class="player ${side} ${isNext ? 'next' : ''}"
      aria-pressed=${this.by === side}
      title="Make the next move as ${name ?? side}, whoever’s turn it is"
      @click=${() => {
        this.by = this.by === side ? 'next' : side;
      }}
    >
      ${tokenSign(side)}<span class="name">${name ?? side}</span>
      ${this.by === side ? html`<span class="as">plays next</span>` : isNext ? toMove : nothing}
    </button>`;
  }

  #board(): TemplateResult {
    const { board } = this;
    const { started } = board;
    const { width, height } = drawingOf(board);
    const canMove = started && this.now && this.#can('MakeMove').kind === 'possible';
    return html`<div class="board ${started ? '' : 'idle'}">
      <div class="columns" role="group" aria-label="Columns" @keydown=${this.#onKey} @pointerleave=${() => this.#aim(null)}>
        ${board.columns.map((column, index) => this.#column(column, index, canMove))}
      </div>
      <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
        ${boardDrawing(board, canMove ? this.#ghost(board) : null, this.#side())}
      </svg>
    </div>`;
  }

  #column({ name, tokens }: ColumnView, index: number, canMove: boolean): TemplateResult {
    const held = tokens.length === 0 ? 'empty' : `from the bottom: ${tokens.join(', ')}`;
    return html`<button
      class="column ${this.aimed === index && canMove ? 'aimed' : ''}"
      tabindex=${index === this.#tabStop ? 0 : -1}
      aria-disabled=${canMove ? 'false' : 'true'}
      aria-label="Column ${name}, ${held}"
      @pointerenter=${() => this.#aim(index)}
      @focus=${() => this.#aim(index)}
      @blur=${() => this.#aim(null)}
      @click=${() => this.#drop(name)}
    >
      <span aria-hidden="true">${name}</span>
    </button>`;
  }

  /** What the learner can ask of their game here, or why not. */
  #asks(started: boolean): TemplateResult | typeof nothing {
    const { busy, scripted } = this.drive;
    const [start, move] = [this.#can('StartGame'), this.#can('MakeMove')];
    if (scripted && move.kind === 'not') return html`<p class="gu-dim hint">${move.why}</p>`;
    if (!started || this.again) {
      return html`<panel-start
        .start=${start}
        .busy=${busy}
        .again=${this.again}
        @start-done=${() => {
          this.again = false;
        }}
      ></panel-start>`;
    }
    return html`<div class="asks">
      ${move.kind === 'not' ? html`<span class="gu-dim">${move.why}</span>` : this.#opponent(this.board.opponent)}
      <button
        class="gu-link"
        title="A game should start only once: see what yours says"
        @click=${() => {
          this.again = true;
        }}
      >
        startGame again …
      </button>
    </div>`;
  }

  #opponent(opponent: Opponent): TemplateResult {
    const choose = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) this.ask({ type: 'setOption', option: 'opponent', value: target.value });
    };
    return html`<label class="opponent gu-dim"
      >Against
      <select class="gu-input" @change=${choose}>
        ${selected}
        ${opponents.map((each) => html`<option value=${each} .selected=${each === opponent}>${opponentTexts[each]}</option>`)}
      </select>
    </label>`;
  }

  #ghost(board: BoardView): HoleView | null {
    const column = this.aimed === null ? undefined : board.columns[this.aimed];
    if (column === undefined || column.tokens.length >= board.height) return null;
    return { column: column.name, row: column.tokens.length };
  }

  /** Whose token would drop. */
  #side(): Side {
    if (this.by !== 'next') return this.by;
    const { nextPlayer, playerTwo } = this.board;
    return nextPlayer !== null && nextPlayer === playerTwo ? 'two' : 'one';
  }

  #can(command: string): Possibility {
    const found = this.drive.commands.find(({ type }) => type === command);
    return found?.possible ?? { kind: 'not', why: `There is no ${command}.` };
  }

  #aim(index: number | null): void {
    this.aimed = index;
    if (index !== null) this.#tabStop = index;
  }

  #drop(column: ColumnView['name']): void {
    if (this.#can('MakeMove').kind === 'not') return;
    const move: AskedMove = { column, by: this.by };
    this.ask({ type: 'giveCommand', command: 'MakeMove', arguments: { ...move } });
    this.by = 'next';
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('.column')];
    const at = this.#tabStop;
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
}

const toMove = html`<span class="turn gu-dim">to move</span>`;

/** In the past, a player is whoever the state at the cursor knows. */
function playersLabel(now: boolean, scripted: boolean): string {
  if (!now) return 'Who played, back then';
  return scripted ? 'Who plays' : 'Who makes the next move';
}

function pastPlayer(side: Side, name: string | null, nextPlayer: string | null): TemplateResult {
  const isNext = name !== null && name === nextPlayer;
  return html`<span class="player ${side} ${isNext ? 'next' : ''} ${name === null ? 'nobody' : ''}">
    ${tokenSign(side)}<span class="name">${name ?? 'nobody yet'}</span>${isNext ? toMove : nothing}
  </span>`;
}

customElements.define('panel-board', BoardElement);
