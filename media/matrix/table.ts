import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { verdictWords } from '../../src/base/verdict-words.ts';
import type { MatrixCell, MatrixLine, MatrixSection } from '../../src/pages/matrix/contract.ts';
import { icons } from '../guide/icons.ts';
import type { CellPlace } from './cells.ts';

export interface TableView {
  readonly section: MatrixSection;
  /** How many rows the tables before this one have. */
  readonly firstRow: number;
  /** The one cell that the tab key stops at. */
  readonly stop: CellPlace;
  /** The cell whose reason is open. */
  readonly opened: CellPlace | undefined;
  open(place: CellPlace, event: MouseEvent): void;
  focused(place: CellPlace): void;
}

const icon = { pass: icons.passed, notYet: icons.notYet, couldNotRun: icons.couldNotRun };

/** The branches of one exercise: a grid, so that arrow keys move between its cells. */
export function tableTemplate(view: TableView, at: number): TemplateResult {
  const { title, steps, rows } = view.section;
  return html`
    <section class="exercise" aria-labelledby="exercise-${at}">
      <h2 id="exercise-${at}">${title}</h2>
      <table role="grid" aria-labelledby="exercise-${at}">
        <thead>
          <tr>
            <th scope="col">Branch</th>
            ${steps.map(({ label, title: about }) => html`<th scope="col" title=${about}>${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ branch }) => branch,
            (line, index) => lineTemplate(view, line, view.firstRow + index),
          )}
        </tbody>
      </table>
    </section>
  `;
}

function lineTemplate(view: TableView, { name, note, cells }: MatrixLine, row: number): TemplateResult {
  return html`
    <tr>
      <th scope="row" title="${name.own}${name.shared}">
        <span class="name">${name.own}</span>
        <span class="note">${note}</span>
      </th>
      ${cells.map((cell, step) => cellTemplate(view, cell, { row, step }))}
    </tr>
  `;
}

function cellTemplate(view: TableView, cell: MatrixCell, place: CellPlace): TemplateResult {
  const { verdict, waiting } = cell;
  const opened = isSame(view.opened, place);
  return html`
    <td aria-selected=${opened}>
      <button
        class="cell ${verdict}${waiting ? ' waiting' : ''}"
        id=${cellId(place)}
        tabindex=${isSame(view.stop, place) ? 0 : -1}
        aria-controls=${opened ? 'reason' : nothing}
        @click=${(event: MouseEvent) => view.open(place, event)}
        @focus=${() => view.focused(place)}
      >
        ${waiting ? icons.open : icon[verdict]}<span class="gu-hidden">${verdictWords[verdict]}</span>
      </button>
    </td>
  `;
}

export function cellId({ row, step }: CellPlace): string {
  return `cell-${row}-${step}`;
}

function isSame(one: CellPlace | undefined, other: CellPlace): boolean {
  return one?.row === other.row && one.step === other.step;
}
