import { html, nothing, type TemplateResult } from 'lit';
import { verdictWords } from '../../../src/base/verdict-words.ts';
import type { CheckView } from '../../../src/pages/panel/check.ts';
import type { FromPage } from '../../../src/pages/panel/contract.ts';
import { locationText } from '../notice-view.ts';

const verdicts = {
  running: { icon: 'sync turning', text: 'running' },
  pass: { icon: 'pass-filled', text: verdictWords.pass },
  notYet: { icon: 'circle-large-outline', text: verdictWords.notYet },
  couldNotRun: { icon: 'error', text: verdictWords.couldNotRun },
} as const;

/** Which check is stepped through and whose code it ran, what came of it, and the way back. */
export function checkView(check: CheckView, ask: (message: FromPage) => void): TemplateResult {
  const { title, branch, chosen, back } = check;
  const isThere = chosen !== null;
  return html`<section class="check ${isThere ? check.verdict : 'left'}" aria-label="Check">
    <div class="check-head">
      <span class="codicon codicon-${branch === null ? 'beaker' : 'git-branch'}" aria-hidden="true"></span>
      <h1>${isThere ? title : `Played on from ${title}`}</h1>
      <button class="gu-button quiet back" @click=${() => ask({ type: 'leaveCheck' })}>
        <span class="codicon codicon-arrow-left" aria-hidden="true"></span> Back to ${back}
      </button>
      ${isThere ? verdictView(check) : nothing}
    </div>
    ${branch === null ? nothing : html`<p class="gu-dim">This is the code on ${branch}, not yours.</p>`}
    ${isThere ? toldView(check, ask) : nothing}
  </section>`;
}

function verdictView({ verdict }: CheckView): TemplateResult {
  const { icon, text } = verdicts[verdict];
  return html`<span class="check-verdict"
    ><span class="codicon codicon-${icon}" aria-hidden="true"></span> ${text}</span
  >`;
}

function toldView({ told }: CheckView, ask: (message: FromPage) => void): TemplateResult | typeof nothing {
  if (told === null) return nothing;
  const { headline, why, location } = told;
  return html`<div class="check-told">
    <strong>${headline}</strong>
    <span class="gu-dim">${why}</span>
    ${location === null ? nothing : html`<button class="gu-link gu-mono" @click=${() => ask({ type: 'openTold' })}>${locationText(location)}</button>`}
  </div>`;
}
