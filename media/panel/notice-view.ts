import { html, nothing, type TemplateResult } from 'lit';
import type { FromPage, Notice, NoticeAction, Words } from '../../src/pages/panel/contract.ts';
import type { Problem } from '../../src/pages/panel/state.ts';

const actions: Readonly<Record<NoticeAction, { text(words: Words): string; readonly message: FromPage }>> = {
  returnToNow: { text: () => 'Return to now', message: { type: 'step', by: 'last' } },
  fork: { text: () => 'Fork here', message: { type: 'fork' } },
  reload: { text: () => 'Run again', message: { type: 'reload' } },
  startOver: { text: ({ one }) => `New ${one}`, message: { type: 'startOver' } },
  openCode: { text: ({ file }) => `Open ${file}`, message: { type: 'openCode' } },
};

export function noticeView(notice: Notice, words: Words, ask: (message: FromPage) => void): TemplateResult {
  return html`<div class="notice" role="status">
    <span class="codicon codicon-info" aria-hidden="true"></span>
    <div class="words">
      ${notice.text}
      ${notice.actions.map((action) => {
        const { text, message } = actions[action];
        return html`<button class="gu-link" @click=${() => ask(message)}>${text(words)}</button>`;
      })}
    </div>
    <button class="gu-icon small" aria-label="Dismiss" title="Dismiss" @click=${() => ask({ type: 'dismissNotice' })}>
      <span class="codicon codicon-close"></span>
    </button>
  </div>`;
}

/** What is in the way, why, and where. */
export function problemView(problem: Problem, open: () => void): TemplateResult {
  return html`<div class="problem" role="alert">
    <span class="codicon codicon-error" aria-hidden="true"></span>
    <div class="words">
      <strong>${problem.headline}</strong>
      <span class="gu-dim">${problem.why}</span>
      ${problem.location === null ? nothing : html`<button class="gu-link gu-mono" @click=${open}>${locationText(problem.location)}</button>`}
    </div>
  </div>`;
}

export function locationText({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
}
