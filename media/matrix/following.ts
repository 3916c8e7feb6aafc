import { html, nothing, type TemplateResult } from 'lit';
import type { FollowingState, FromPage } from '../../src/pages/matrix/contract.ts';
import { icons } from '../guide/icons.ts';

/** Whether the branches are followed, what that is at, and how it is stopped. */
export function followingTemplate(
  following: FollowingState,
  send: (message: FromPage) => void,
): TemplateResult | typeof nothing {
  if (following.kind === 'off') return nothing;
  const { interval, busy, now, last, problem } = following;
  return html`
    <div class="following">
      <p>
        <span class="live ${busy ? 'busy' : ''}">${busy ? icons.checking : icons.open}</span>
        <strong>Following ${interval}</strong>
        ${last === undefined ? nothing : html`<span>${last}</span>`}
        <span>${now}</span>
      </p>
      <button class="gu-button quiet" @click=${() => send({ type: 'stopFollowing' })}>Stop following</button>
      ${problem === undefined ? nothing : html`<p class="problem" role="alert">${icons.notYet}<span>${problem}</span></p>`}
    </div>
  `;
}
