import { html, svg, type TemplateResult } from 'lit';
import type { BoardView } from '../../../src/pages/panel/connect-four/board.ts';
import { boardDrawing, drawingOf } from './board-drawing.ts';

/** A board to be looked at only. */
export function smallBoard(board: BoardView): TemplateResult {
  const { width, height } = drawingOf(board);
  return html`<div class="board small"><svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${svg`${boardDrawing(board, null, 'one', 'other-holes')}`}
  </svg></div>`;
}
