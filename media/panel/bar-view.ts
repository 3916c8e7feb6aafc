import { html, nothing, type TemplateResult } from 'lit';
import type { FoldedBy, PageMessage, ParityView, Showing } from '../../src/panel/contract.ts';

type Ask = (message: PageMessage) => void;

/** What is shown, whether it is live, and what can be done with it as a whole. */
export function barView({ subject, drive, state }: Showing, ask: Ask): TemplateResult {
  return html`<header class="bar">
      <h1 class="title">
        <span class="name">${subject.title}</span>
        <span class="gu-dim">${subject.events === 1 ? '1 event' : `${subject.events} events`}</span>
      </h1>
      ${liveView(subject.following, drive.busy, ask)}
      <button class="gu-icon" title="New game" aria-label="New game" @click=${() => ask({ type: 'newGame' })}>
        <span class="codicon codicon-debug-restart"></span>
      </button>
      <button class="gu-icon" title="Open large" aria-label="Open large" @click=${() => ask({ type: 'openLarge' })}>
        <span class="codicon codicon-screen-full"></span>
      </button>
    </header>
    <div class="bar fold">
      <div class="segments" role="group" aria-label="Folded by">
        ${segment('own', 'my code', state.foldedBy, ask)} ${segment('reference', 'reference', state.foldedBy, ask)}
      </div>
      ${parityView(state.parity)}
    </div>`;
}

function liveView(following: boolean, busy: boolean, ask: Ask): TemplateResult {
  if (busy) return html`<span class="badge busy"><span class="codicon codicon-sync turning"></span> running</span>`;
  if (following) return html`<span class="badge live"><span class="dot"></span> now</span>`;
  return html`<button
    class="badge past"
    title="Return to now"
    @click=${() => ask({ type: 'step', by: 'last' })}
  >
    <span class="codicon codicon-history"></span> return to now
  </button>`;
}

function segment(by: FoldedBy, text: string, chosen: FoldedBy, ask: Ask): TemplateResult {
  return html`<button
    class="segment"
    aria-pressed=${by === chosen}
    title=${by === 'own' ? 'State folded by your own apply' : 'State folded by the reference solution'}
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
      <span class="codicon codicon-check"></span> replay parity
    </span>`;
  }
  const [first] = parity.fields;
  const told = `live ${first?.live}, rebuilt ${first?.rebuilt}`;
  return html`<span class="parity differs" title=${told}>
    <span class="codicon codicon-warning"></span> ${first?.path}: ${told}
  </span>`;
}
