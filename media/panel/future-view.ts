import { html, nothing, svg, type TemplateResult } from 'lit';
import type { OtherFuture, PageMessage, Row } from '../../src/panel/contract.ts';
import { boardDrawing, drawing } from './board-drawing.ts';

/** The future that was left at a fork: its board and what happened in it, beside the one that is played. */
export function futureView(future: OtherFuture, ask: (message: PageMessage) => void): TemplateResult {
  const { title, sharedUpTo, rows, board, result } = future;
  const parted = sharedUpTo === null ? 'They part at the very beginning.' : `They part after revision ${sharedUpTo}.`;
  return html`<aside class="future" aria-label="The other future">
    <div class="future-head">
      <h2>
        <span class="codicon codicon-repo-forked" aria-hidden="true"></span> The other future
        <span class="gu-dim">${title}</span>
      </h2>
      <button class="gu-link" @click=${() => ask({ type: 'switchFuture' })}>Play on there</button>
      <button class="gu-icon small" aria-label="Close" title="Close" @click=${() => ask({ type: 'closeFuture' })}>
        <span class="codicon codicon-close"></span>
      </button>
    </div>
    <div class="future-body">
      ${
        board === null
          ? nothing
          : html`<div class="board small"><svg viewBox="0 0 ${drawing.width} ${drawing.height}" aria-hidden="true">
              ${svg`${boardDrawing(board, null, 'one', 'other-holes')}`}
            </svg></div>`
      }
      <div class="future-story" tabindex="0" role="group" aria-label="What happened there">
        <p class="gu-dim">${parted}</p>
        ${rows.map(storyLine)}
        ${result === null ? nothing : html`<p class="result">${result}</p>`}
      </div>
    </div>
  </aside>`;
}

function storyLine(row: Row): TemplateResult | typeof nothing {
  if (row.kind === 'event') {
    return html`<p><span class="revision gu-mono">${row.revision}</span> ${row.type} <span class="gu-dim">${row.summary}</span></p>`;
  }
  if (row.kind === 'refused') return html`<p class="gu-dim">${row.command} refused</p>`;
  return nothing;
}
