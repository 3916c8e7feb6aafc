import { html, nothing, type TemplateResult } from 'lit';
import type { EventRow, RefusedRow, Row, SilentRow } from '../../../src/pages/panel/timeline.ts';
import { locationText } from '../notice-view.ts';

export interface RowPlace {
  /** Which row this is; also the stop it stands for. */
  readonly index: number;
  readonly total: number;
  readonly stop: number;
  readonly open: boolean;
  readonly go: () => void;
  readonly toggle: () => void;
  readonly openLocation: () => void;
  readonly skip: () => void;
}

/** One thing that happened: where it stands in time, what it was, and what led to it. */
export function rowView(row: Row, place: RowPlace): TemplateResult {
  const { index, stop } = place;
  const time = index === stop ? 'current' : index > stop ? 'later' : 'earlier';
  return html`
    ${row.kind === 'event' && row.startsLane ? laneDivider(row) : nothing}
    <div class="row ${row.kind} ${time} ${tone(row)} ${row.kind === 'event' ? row.lane : ''}">
      <button
        class="go"
        tabindex=${index === stop ? 0 : -1}
        aria-current=${index === stop ? 'step' : 'false'}
        @click=${place.go}
      >
        <span class="revision">${row.kind === 'event' ? row.revision : ''}</span>
        <span class="rail" aria-hidden="true"><i></i></span>
        <span class="what">${whatHappened(row)}</span>
      </button>
      ${extras(row, place)}
    </div>`;
}

function laneDivider({ lane, revision }: EventRow): TemplateResult {
  const uncommitted = revision === '0' ? 'uncommitted: nothing is stored yet' : 'stored up to here · uncommitted below';
  return html`<div class="lane"><span>${lane === 'uncommitted' ? uncommitted : 'stored'}</span></div>`;
}

function tone(row: Row): string {
  if (row.kind === 'refused') return row.slip ? 'slip' : '';
  if (row.kind !== 'event') return '';
  return `${row.failure === null ? '' : 'guilty'} ${row.skipped ? 'skipped' : ''}`;
}

function whatHappened(row: Row): TemplateResult {
  switch (row.kind) {
    case 'start':
      return html`<span class="gu-dim">start (no events)</span>`;
    case 'event':
      return eventText(row);
    case 'refused':
      return refusedText(row);
    case 'silent':
      return silentText(row);
  }
}

function eventText({ command, type, summary }: EventRow): TemplateResult {
  return html`${command === null ? nothing : html`<span class="command">${command}</span>`}
    <span class="line"><span class="type">${type}</span> <span class="summary">${summary}</span></span>`;
}

function refusedText({ command, name, message, slip, left }: RefusedRow): TemplateResult {
  return html`<span class="command">${command}</span>
    <span class="line"
      ><span class="refusal">${slip ? 'threw ' : ''}${name}</span> <span class="summary">${message}</span></span
    >
    <span class="line gu-dim">${leftBehind[left]}</span>`;
}

const leftBehind = {
  nothing: 'nothing recorded',
  changedState: 'state changed, but no event was recorded',
  recorded: 'refused, but an event was recorded',
};

function silentText({ command, changedState, stored }: SilentRow): TemplateResult {
  if (stored !== null) return storingText(command, stored);
  const told = changedState ? 'state changed, but no event was recorded' : 'nothing recorded, nothing changed';
  return html`<span class="command">${command}</span><span class="line"><span class="silence">${told}</span></span>`;
}

/** A call that stores has nothing to record. */
function storingText(command: string, stored: number): TemplateResult {
  const told = stored === 0 ? 'nothing stored' : stored === 1 ? '1 event stored' : `${stored} events stored`;
  return html`<span class="command">${command}</span><span class="line"><span class="silence">${told}</span></span>`;
}

function extras(row: Row, { open, toggle, openLocation, skip }: RowPlace): TemplateResult | typeof nothing {
  if (row.kind === 'refused' && row.location !== null) {
    return html`<button class="gu-link gu-mono location" tabindex="-1" @click=${openLocation}>${locationText(row.location)}</button>`;
  }
  if (row.kind !== 'event') return nothing;
  return html`<span class="tools">${skipToggle(row, skip)}${payloadToggle(row, open, toggle)}</span> ${open ? payload(row) : nothing}
  ${row.failure === null ? nothing : failure(row, openLocation)}`;
}

/** What if this had never happened? */
function skipToggle({ type, revision, skipped }: EventRow, skip: () => void): TemplateResult {
  const told = skipped ? `Put ${type} ${revision} back` : `Skip ${type} ${revision}: what if it had not happened?`;
  return html`<button
    class="gu-icon small unfold"
    tabindex="-1"
    aria-pressed=${skipped}
    aria-label=${told}
    title=${told}
    @click=${skip}
  >
    <span class="codicon codicon-${skipped ? 'eye-closed' : 'eye'}"></span>
  </button>`;
}

function payloadToggle({ type, revision }: EventRow, open: boolean, toggle: () => void): TemplateResult {
  return html`<button
    class="gu-icon small unfold"
    tabindex="-1"
    aria-expanded=${open}
    aria-label="Fields of ${type} ${revision}"
    title="Fields"
    @click=${toggle}
  >
    <span class="codicon codicon-chevron-${open ? 'down' : 'right'}"></span>
  </button>`;
}

function payload({ fields }: EventRow): TemplateResult {
  return html`<dl class="payload gu-mono">
    ${fields.map(({ path, text, kind }) => html`<div><dt>${path}</dt><dd class=${kind}>${text}</dd></div>`)}
  </dl>`;
}

function failure({ failure: problem }: EventRow, openLocation: () => void): TemplateResult {
  return html`<div class="failure">
    ${problem?.headline}
    ${problem?.location ? html`<button class="gu-link gu-mono" tabindex="-1" @click=${openLocation}>${locationText(problem.location)}</button>` : nothing}
  </div>`;
}
