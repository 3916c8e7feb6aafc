import { html, type TemplateResult } from 'lit';

/** What stands where the wall would, as long as the text can't be read. */
export function unreadableTemplate(sentence: string, openAsText: () => void): TemplateResult {
  return html`<section class="unreadable" role="alert">
    <h1>This file can’t be shown as a wall</h1>
    <p>${sentence}</p>
    <p class="gu-dim">Nothing of it was changed. Mend the text, and the wall is here again.</p>
    <button class="gu-button" @click=${openAsText}>Open as Text</button>
  </section>`;
}
