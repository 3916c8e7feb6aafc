import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CellName, FromPage, MatrixState } from '../../src/pages/matrix/contract.ts';
import { attentionTemplate } from './attention.ts';
import { type CellPlace, cellAt, linesOf, nearest, type PlacedLine, placeAfter, placeNow } from './cells.ts';
import { followingTemplate } from './following.ts';
import { nothingChosen, reasonTemplate } from './reason.ts';
import { cellId, tableTemplate } from './table.ts';

/** The whole page, without a shadow: find in page and headings work across all of it. */
export class MatrixElement extends LitElement {
  static override properties = {
    state: { attribute: false },
    opened: { state: true },
    stop: { state: true },
  };

  declare state: MatrixState | undefined;
  /** The cell whose reason is open. */
  declare opened: CellPlace | undefined;
  /** The one cell that the tab key stops at. */
  declare stop: CellPlace;
  send: (message: FromPage) => void = () => {};
  #lines: readonly PlacedLine[] = [];

  constructor() {
    super();
    this.state = undefined;
    this.opened = undefined;
    this.stop = { row: 0, step: 0 };
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Branches come and go while they are followed; what somebody is at stays with its branch. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('state') || this.state === undefined) return;
    const before = this.#lines;
    this.#lines = linesOf(this.state);
    this.stop = placeNow(this.#lines, before, this.stop) ?? nearest(this.#lines, this.stop);
    this.opened = this.opened && placeNow(this.#lines, before, this.opened);
  }

  protected override render(): TemplateResult {
    const { state } = this;
    if (state === undefined) return html`<main><p class="empty">Opening the matrix…</p></main>`;
    return html`
      <main>
        ${this.#header(state)}
        <div class="tables" @keydown=${(event: KeyboardEvent) => this.#move(event)}>
          ${attentionTemplate(state.attention, (cell) => this.#show(cell))} ${this.#tables(state)} ${unchecked(state)}
        </div>
        <section
          class="reason"
          id="reason"
          tabindex="-1"
          aria-labelledby="reason-title"
          @keydown=${(event: KeyboardEvent) => this.#leaveReason(event)}
        >
          ${this.#reason()}
        </section>
      </main>
      <p class="gu-hidden" role="status">${state.checking ? 'Checking…' : state.summary}</p>
    `;
  }

  #header({ summary, checking, following }: MatrixState): TemplateResult {
    const ask = (message: FromPage) => () => !checking && this.send(message);
    return html`
      <header>
        <h1>Branches</h1>
        <p class="summary">${checking ? 'Checking…' : summary}</p>
        <div class="actions">
          <button class="gu-button quiet" aria-disabled=${checking} @click=${ask({ type: 'checkAgain' })}>
            Check again
          </button>
          ${
            following.kind === 'on'
              ? nothing
              : html`<button class="gu-button quiet" @click=${() => this.send({ type: 'follow' })}>Follow…</button>`
          }
          <button class="gu-button quiet" @click=${() => this.send({ type: 'copyAsMarkdown' })}>Copy as Markdown</button>
          <button class="gu-button quiet" @click=${() => this.send({ type: 'saveAs' })}>Save as…</button>
        </div>
        ${followingTemplate(following, this.send)}
      </header>
    `;
  }

  #tables({ sections }: MatrixState): TemplateResult[] {
    let firstRow = 0;
    return sections.map((section, at) => {
      const view = {
        section,
        firstRow,
        stop: this.stop,
        opened: this.opened,
        open: (place: CellPlace, event: MouseEvent) => this.#open(place, event),
        focused: (place: CellPlace) => {
          this.stop = place;
        },
      };
      firstRow += section.rows.length;
      return tableTemplate(view, at);
    });
  }

  #reason(): TemplateResult {
    const { opened } = this;
    const found = opened && cellAt(this.#lines, opened);
    if (opened === undefined || found === undefined) return nothingChosen;
    return reasonTemplate({ ...found, step: opened.step, send: this.send });
  }

  /** Shows somebody's game for whoever stays at the list they chose them from. */
  #show({ branch, step }: CellName): void {
    const row = this.#lines.findIndex(({ line }) => line.branch === branch);
    if (row >= 0) this.#choose({ row, step });
  }

  /** Whoever opens a cell by keyboard is taken to its reason; Escape leads back. */
  #open(place: CellPlace, { detail }: MouseEvent): void {
    this.#choose(place);
    const byKeyboard = detail === 0;
    void this.updateComplete.then(() => {
      // The reason may have come over it.
      this.querySelector(`#${cellId(place)}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (byKeyboard) this.querySelector<HTMLElement>('#reason')?.focus();
    });
  }

  #choose(place: CellPlace): void {
    this.opened = place;
    this.stop = place;
    this.#showGame(place);
    void this.updateComplete.then(() => this.querySelector('#reason')?.scrollTo({ top: 0 }));
  }

  /** Where the code did not run, there is no game to look at. */
  #showGame(place: CellPlace): void {
    const found = cellAt(this.#lines, place);
    if (found === undefined || found.cell.told?.ran === false) return;
    this.send({ type: 'showGame', branch: found.line.branch, step: place.step });
  }

  #move(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.cell')) return;
    const to = placeAfter(this.#lines, this.stop, event);
    if (to === undefined) return;
    event.preventDefault();
    this.stop = to;
    this.#focus(to);
  }

  #leaveReason(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.opened === undefined) return;
    event.preventDefault();
    this.#focus(this.opened);
  }

  #focus(place: CellPlace): void {
    this.querySelector<HTMLElement>(`#${cellId(place)}`)?.focus();
  }
}

function unchecked({ unchecked: rows }: MatrixState): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`
    <section class="unchecked" aria-labelledby="unchecked">
      <h2 id="unchecked">Not checked</h2>
      <dl>
        ${rows.map(({ label, sentence }) => html`<div><dt>${label}</dt><dd>${sentence}</dd></div>`)}
      </dl>
    </section>
  `;
}
