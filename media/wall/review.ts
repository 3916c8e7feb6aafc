import { html, type TemplateResult } from 'lit';
import type { Finding } from '../../src/storming/findings.ts';

/** What the structure of the wall shows, each leading to its note. */
export function reviewTemplate(findings: readonly Finding[], goTo: (id: string) => void): TemplateResult {
  return html`
    <div class="help" id="review" popover role="dialog" aria-labelledby="review-title">
      <div class="help-head">
        <h2 id="review-title">Worth another look</h2>
        <button class="gu-icon" popovertarget="review" popovertargetaction="hide" aria-label="Close the review">
          <span class="codicon codicon-close" aria-hidden="true"></span>
        </button>
      </div>
      ${
        findings.length === 0
          ? html`<p>Nothing stands out: every event has a cause, every command an effect, and what comes first hangs first.</p>`
          : html`<p>Something to talk about, and not always something to mend.</p>
              <ul class="findings">
                ${findings.map(
                  ({ note, sentence }) =>
                    html`<li><button class="gu-link" @click=${() => goTo(note)}>${sentence}</button></li>`,
                )}
              </ul>`
      }
    </div>
  `;
}
