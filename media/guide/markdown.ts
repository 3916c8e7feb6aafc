import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Html } from '../../src/pages/guide/contract.ts';
import type { Send } from './send.ts';

/** Text the host has rendered and made safe. */
export function markdown(text: Html): TemplateResult {
  return html`<div class="prose">${unsafeHTML(text)}</div>`;
}

/** Follows a link through the host; the page itself never goes anywhere. */
export function followLink(event: Event, send: Send): void {
  const target = event.target instanceof Element ? event.target.closest('a') : null;
  if (target === null) return;
  event.preventDefault();
  event.stopPropagation();
  const link = target.getAttribute('data-link');
  if (link !== null) send({ type: 'openLink', link });
}
