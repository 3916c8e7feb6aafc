import { html, nothing, type TemplateResult } from 'lit';
import type { GuideEvent, GuideField, GuideRow } from '../../src/pages/guide/contract.ts';

/** Expected against actual events, one row each, the first difference marked; `whose` heads the actual ones. */
export function comparison(rows: readonly GuideRow[], whose: string): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`
    <table class="comparison">
      <caption class="gu-hidden">Expected events beside ${whose === 'yours' ? whose : `those of ${whose}`}</caption>
      <thead>
        <tr>
          <th scope="col"><span class="gu-hidden">Event</span></th>
          <th scope="col">expected</th>
          <th scope="col">${whose}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowTemplate(row, whose))}
      </tbody>
    </table>
  `;
}

function rowTemplate(row: GuideRow, whose: string): TemplateResult {
  if (row.kind === 'folded') return foldedRow(row);
  const first = row.kind !== 'same' && row.first;
  return html`
    <tr class="${row.kind}${first ? ' first' : ''}">
      <th scope="row" title=${first ? 'The first difference' : nothing}>
        ${row.index}${first ? html`<span class="gu-hidden">, the first difference</span>` : nothing}
      </th>
      <td>${side('expected')}${row.kind === 'unexpected' ? absent('nothing') : eventNote(row.expected)}</td>
      <td>
        ${side(whose)}${row.kind === 'missing' ? absent('missing') : eventNote(row.actual, row.kind === 'unexpected')}
      </td>
    </tr>
  `;
}

function foldedRow({ count, alike }: Extract<GuideRow, { kind: 'folded' }>): TemplateResult {
  const events = count === 1 ? 'event' : 'events';
  const text = alike ? `${count} ${events} alike` : `${count} more ${events}`;
  return html`<tr class="folded"><td></td><td colspan="2">${text}</td></tr>`;
}

/** Seen only where there is no room for columns; the headings of the table say it to everybody else. */
const side = (name: string) => html`<span class="side" aria-hidden="true">${name}</span>`;

function absent(what: string): TemplateResult {
  return html`<span class="gu-note event absent">${what}</span>`;
}

function eventNote({ type, typeDiffers, fields }: GuideEvent, unexpected = false): TemplateResult {
  return html`
    <div class="gu-note event${unexpected ? ' unexpected' : ''}">
      <span class="type${typeDiffers ? ' differing' : ''}">${type}</span>
      ${unexpected ? html`<span class="gu-hidden">unexpected</span>` : nothing}
      ${fields.length === 0 ? nothing : html`<dl>${fields.map(fieldTemplate)}</dl>`}
    </div>
  `;
}

function fieldTemplate({ name, value, differs }: GuideField): TemplateResult {
  return html`
    <div class=${differs ? 'differing' : nothing}>
      <dt>${name}</dt>
      <dd>${value ?? html`<em>not there</em>`}${differs ? html`<span class="gu-hidden"> differs</span>` : nothing}</dd>
    </div>
  `;
}
