import { html, nothing, type TemplateResult } from 'lit';
import type { Notice, NoticeAction, PageMessage, Problem } from '../../src/panel/contract.ts';

const actions: Readonly<Record<NoticeAction, { readonly text: string; readonly message: PageMessage }>> = {
  returnToNow: { text: 'Return to now', message: { type: 'step', by: 'last' } },
  fork: { text: 'Fork here', message: { type: 'fork' } },
  reload: { text: 'Run again', message: { type: 'reload' } },
  newGame: { text: 'New game', message: { type: 'newGame' } },
  openCode: { text: 'Open game.ts', message: { type: 'openCode' } },
};

export function noticeView(notice: Notice, ask: (message: PageMessage) => void): TemplateResult {
  return html`<div class="notice" role="status">
    <span class="codicon codicon-info" aria-hidden="true"></span>
    <div class="words">
      ${notice.text}
      ${notice.actions.map((action) => {
        const { text, message } = actions[action];
        return html`<button class="gu-link" @click=${() => ask(message)}>${text}</button>`;
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
      ${problem.place === null ? nothing : html`<button class="gu-link gu-mono" @click=${open}>${placeText(problem.place)}</button>`}
    </div>
  </div>`;
}

export function placeText({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
}
