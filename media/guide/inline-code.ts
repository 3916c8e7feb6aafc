import { html, type TemplateResult } from 'lit';

/** Text with `code` in backticks. A lone backtick stays what it is. */
export function inlineCode(text: string): TemplateResult {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
