import { html, svg, type TemplateResult } from 'lit';
import type { Side } from '../../../src/pages/panel/connect-four/board.ts';

/** The same marks as on the board, so that nobody needs to tell red from yellow. */
export function tokenSign(side: Side): TemplateResult {
  return html`<svg class="sign token ${side}" viewBox="0 0 16 16" aria-hidden="true">
    <circle class="face" cx="8" cy="8" r="7"></circle>
    ${svg`<circle class="mark" cx="8" cy="8" r=${side === 'one' ? 4 : 2}></circle>`}
  </svg>`;
}
