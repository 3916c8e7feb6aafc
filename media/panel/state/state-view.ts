import { html, nothing, type TemplateResult } from 'lit';
import type { FromPage, Words } from '../../../src/pages/panel/contract.ts';
import type { FieldView, StateView } from '../../../src/pages/panel/state.ts';
import { problemView } from '../notice-view.ts';

export interface StateOptions {
  readonly all: boolean;
  readonly toggleAll: () => void;
  readonly ask: (message: FromPage) => void;
}

/** Every field of the aggregate, with what this step changed marked; what the picture shows already is folded away. */
export function stateView(state: StateView, { name }: Words, { all, toggleAll, ask }: StateOptions): TemplateResult {
  const isTwice = ({ change, pictured }: FieldView) => change === 'same' && pictured;
  const folded = all ? [] : state.fields.filter(isTwice);
  const shown = all ? state.fields : state.fields.filter((field) => !isTwice(field));
  return html`<div class="state">
    ${state.stuck === null ? nothing : problemView(state.stuck, () => ask({ type: 'openStuck' }))}
    <dl class="fields gu-mono">${shown.map(fieldRow)}</dl>
    ${shown.length === 0 ? html`<p class="gu-dim hint">Your ${name} shows no fields yet.</p>` : nothing}
    ${moreView(folded.length, all, state, toggleAll)}
    ${state.foldedBy === 'own' && state.own.kind === 'not' ? html`<p class="gu-dim hint">${state.own.why}</p>` : nothing}
  </div>`;
}

function fieldRow({ path, change, kind, text, before }: FieldView): TemplateResult {
  return html`<div class="field ${change}">
    <dt>${path}</dt>
    <dd>${before === null ? valueView({ change, kind, text }) : (grownView(before, text) ?? changedView({ kind, text, before }))}</dd>
  </div>`;
}

function valueView({ change, kind, text }: Pick<FieldView, 'change' | 'kind' | 'text'>): TemplateResult {
  return html`<span class="value ${kind}"
    >${change === 'same' ? nothing : html`<span class="gu-hidden">now </span>`}${text}</span
  >`;
}

function changedView({ kind, text, before }: Pick<FieldView, 'kind' | 'text' | 'before'>): TemplateResult {
  return html`<del><span class="gu-hidden">was </span>${before}</del> ${valueView({ change: 'changed', kind, text })}`;
}

/** A list that got longer is shown once, with what came to it marked. */
function grownView(before: string, now: string): TemplateResult | undefined {
  const kept = before.slice(0, -1);
  const added = now.slice(kept.length, -1);
  const grown = before.startsWith('[') && before.endsWith(']') && now.endsWith(']') && now.startsWith(kept);
  if (!grown || added === '' || !(kept === '[' || added.startsWith(', '))) return undefined;
  const separator = kept === '[' ? '' : ', ';
  return html`<span class="value list">${kept}${separator}<ins><span class="gu-hidden">added </span>${added.slice(separator.length)}</ins>]</span>`;
}

function moreView(folded: number, all: boolean, { fields, shownWhere }: StateView, toggle: () => void) {
  if (!fields.some(({ pictured }) => pictured) || (folded === 0 && !all)) return nothing;
  const text = all ? 'Show less' : `${folded} more, as ${shownWhere}`;
  return html`<button class="gu-link more" aria-expanded=${all} @click=${toggle}>${text}</button>`;
}
