import { html, nothing, type TemplateResult } from 'lit';
import type { FromPage, Showing, Words } from '../../../src/pages/panel/contract.ts';
import type { FoldedBy, ParityView, StateView } from '../../../src/pages/panel/state.ts';
import type { MenuItem } from './menu-element.ts';
import { eventCount, pickView } from './pick-view.ts';

type Ask = (message: FromPage) => void;

/** What is shown, whether it is live, and what can be done with it as a whole. */
export function barView(showing: Showing, ask: Ask): TemplateResult {
  const { subject, check, drive, state, prediction, words } = showing;
  return html`<header class="bar">
      ${titleView(showing, ask)} ${liveView(subject.following, drive.busy, ask)}
      ${subject.kind !== 'check' && check === null ? icon('debug-restart', `New ${words.one}`, () => ask({ type: 'startOver' })) : nothing}
      ${icon('repo-forked', 'Fork here: play another future', () => ask({ type: 'fork' }))}
      ${icon('screen-full', 'Open large', () => ask({ type: 'openLarge' }))}
      <panel-menu .items=${menuOf(words, prediction !== null)}></panel-menu>
    </header>
    <div class="bar fold">
      <div class="segments" role="group" aria-label="State rebuilt by">
        ${segment('own', check?.branch ? 'its code' : 'my code', state, ask)} ${segment('reference', 'reference', state, ask)}
      </div>
      ${state.standIn === null ? parityView(state.parity) : html`<span class="stand-in gu-dim">${state.standIn}</span>`}
    </div>`;
}

/** A check has its own title above; here one chooses among all that it led to. */
function titleView(showing: Showing, ask: Ask): TemplateResult {
  const { subject, choices, check } = showing;
  const mayPick = check !== null || choices.store !== 'none';
  const title = mayPick ? pickView(showing, ask) : html`<span class="name">${subject.title}</span>`;
  return html`<div class="title">
    ${check === null ? html`<h1>${title}</h1>` : html`<div class="names">${title}</div>`}
    <p class="gu-dim">${eventCount(subject.events)}${choices.store === 'lost' ? ' · the store cannot be reached' : nothing}</p>
  </div>`;
}

function menuOf({ file }: Words, predicting: boolean): readonly MenuItem[] {
  return [
    {
      icon: predicting ? 'check' : 'question',
      text: 'Predict before stepping',
      message: { type: 'predict', on: !predicting },
    },
    { icon: 'beaker', text: 'Copy as a test', message: { type: 'copyAsTest' } },
    { icon: 'export', text: 'Export as JSON …', message: { type: 'export' } },
    { icon: 'desktop-download', text: 'Import from JSON …', message: { type: 'import' } },
    { icon: 'go-to-file', text: `Open ${file}`, message: { type: 'openCode' } },
  ];
}

function icon(name: string, label: string, press: () => void): TemplateResult {
  return html`<button class="gu-icon" title=${label} aria-label=${label} @click=${press}>
    <span class="codicon codicon-${name}"></span>
  </button>`;
}

function liveView(following: boolean, busy: boolean, ask: Ask): TemplateResult {
  if (busy) return html`<span class="badge busy"><span class="codicon codicon-sync turning"></span> running</span>`;
  if (following) return html`<span class="badge live"><span class="dot"></span> now</span>`;
  return html`<button
    class="badge past"
    title="Return to now"
    @click=${() => ask({ type: 'step', by: 'last' })}
  >
    <span class="codicon codicon-history"></span> <span><span class="wordy">return </span>to now</span>
  </button>`;
}

function segment(by: FoldedBy, text: string, { foldedBy, own }: StateView, ask: Ask): TemplateResult {
  const told = by === 'own' ? 'State rebuilt by your own apply' : 'State rebuilt by the reference solution';
  return html`<button
    class="segment"
    aria-pressed=${by === foldedBy}
    title=${by === 'own' && own.kind === 'not' ? own.why : told}
    @click=${() => ask({ type: 'foldedBy', by })}
  >
    ${text}
  </button>`;
}

/** Live state against the state rebuilt from the events. */
function parityView(parity: ParityView): TemplateResult | typeof nothing {
  if (parity.kind === 'unknown') return nothing;
  if (parity.kind === 'same') {
    return html`<span class="parity same" title="The live object and the one rebuilt from its events say the same">
      <span class="codicon codicon-check"></span> same after replay
    </span>`;
  }
  const [first] = parity.fields;
  const more = parity.fields.length === 1 ? nothing : html` <span>and ${parity.fields.length - 1} more</span>`;
  return html`<p class="parity differs" role="alert">
    <span class="codicon codicon-warning" aria-hidden="true"></span>
    <span>
      <strong>Not the same after replay:</strong> live <code>${first?.path}</code> is <code>${first?.live}</code>, rebuilt from its
      events it is <code>${first?.rebuilt}</code>${more}
    </span>
  </p>`;
}
