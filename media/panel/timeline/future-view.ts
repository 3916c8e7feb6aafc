import { html, nothing, type TemplateResult } from 'lit';
import type { FromPage } from '../../../src/pages/panel/contract.ts';
import type { OtherFuture, Row } from '../../../src/pages/panel/timeline.ts';
import { smallPictureView } from '../state/picture-view.ts';

const names = { original: 'The original', fork: 'The fork' } as const;

/** The future that was left at a fork: its picture and what happened in it, beside the one that is played. */
export function futureView(future: OtherFuture, ask: (message: FromPage) => void): TemplateResult {
  const { is, title, differsFrom, rows, picture, outcome } = future;
  return html`<aside class="future" aria-label="The other future">
    <div class="future-head">
      <h2>
        <span class="codicon codicon-repo-forked" aria-hidden="true"></span> ${names[is]}
        <span class="gu-dim">${title}</span>
      </h2>
      <button class="gu-link" @click=${() => ask({ type: 'switchFuture' })}>Play on there</button>
      <button class="gu-icon small" aria-label="Close" title="Close" @click=${() => ask({ type: 'closeFuture' })}>
        <span class="codicon codicon-close"></span>
      </button>
    </div>
    <div class="future-body ${picture.kind}">
      ${smallPictureView(picture)}
      <div class="future-story" tabindex="0" role="group" aria-label="What happened there">
        <p class="gu-dim">They differ from revision ${differsFrom} on.</p>
        ${rows.map(storyLine)}
        ${outcome === null ? nothing : html`<p class="result">${outcome}</p>`}
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
