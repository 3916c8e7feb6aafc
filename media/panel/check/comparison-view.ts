import { html, nothing, type TemplateResult } from 'lit';
import type { ComparisonRowView, ComparisonView, EventText } from '../../../src/pages/panel/check.ts';
import type { FromPage } from '../../../src/pages/panel/contract.ts';

/** What a check expected beside what there was, event by event. */
export function comparisonView(comparison: ComparisonView, ask: (message: FromPage) => void): TemplateResult {
  const { title, whose, rows, firstDivergence } = comparison;
  return html`<aside class="comparison" aria-label="Expected against ${whose}">
    <div class="future-head">
      <h2>${title}</h2>
      <button
        class="gu-icon small"
        aria-label="Close the comparison"
        title="Close"
        @click=${() => ask({ type: 'closeComparison' })}
      >
        <span class="codicon codicon-close"></span>
      </button>
    </div>
    <div class="comparison-scroll" tabindex="0" role="group" aria-label="Events, expected and ${whose}">
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="gu-hidden">Revision</span></th>
            <th scope="col">expected</th>
            <th scope="col">${whose}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row, index) => rowView(row, index, index === firstDivergence))}
        </tbody>
      </table>
    </div>
  </aside>`;
}

function rowView({ kind, expected, actual }: ComparisonRowView, index: number, first: boolean): TemplateResult {
  return html`<tr class="${kind} ${first ? 'first' : ''}">
    <th scope="row" class="gu-mono">${index}${first ? html`<span class="gu-hidden"> first difference</span>` : nothing}</th>
    <td>${noteOf(expected, kind === 'unexpected' ? 'nothing' : '')}</td>
    <td>${noteOf(actual, kind === 'missing' ? 'missing' : '', kind === 'unexpected')}</td>
  </tr>`;
}

function noteOf(event: EventText | null, otherwise: string, unwanted = false): TemplateResult {
  if (event === null) return html`<span class="gu-note gu-mono missing">${otherwise}</span>`;
  return html`<span class="gu-note gu-mono ${unwanted ? 'refused' : ''}">
    ${event.type}
    ${event.fields.map(
      ({ name, value, differs }) =>
        html`<span class="part">${name}: ${differs ? html`<mark>${value}</mark>` : value}</span>`,
    )}
  </span>`;
}
