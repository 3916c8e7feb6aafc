import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { BoardView, HoleView, Side } from '../../src/panel/contract.ts';

/** The board's own units: a cell is 40 wide and 36 high. */
export const cell = { width: 40, height: 36, radius: 14 } as const;
const columns = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
const rows = 6;
export const drawing = { width: cell.width * columns.length, height: cell.height * rows + 8 } as const;

const x = (column: HoleView['column']) => columns.indexOf(column) * cell.width + cell.width / 2;
const y = (row: number) => 4 + (rows - 1 - row) * cell.height + cell.height / 2;

/** Tokens first, the frame with its holes over them, so that a token drops behind the frame as it should. */
export function boardDrawing(board: BoardView, ghost: HoleView | null, next: Side, mask = 'holes'): SVGTemplateResult {
  const { last, winning } = board;
  return svg`
    <defs>
      <mask id=${mask}>
        <rect width=${drawing.width} height=${drawing.height} fill="white"></rect>
        ${columns.flatMap((column) =>
          Array.from(
            { length: rows },
            (_, row) => svg`<circle cx=${x(column)} cy=${y(row)} r=${cell.radius} fill="black"></circle>`,
          ),
        )}
      </mask>
    </defs>
    <rect class="back" width=${drawing.width} height=${drawing.height} rx="9"></rect>
    ${ghost === null ? nothing : svg`<circle class="ghost ${next}" cx=${x(ghost.column)} cy=${y(ghost.row)} r=${cell.radius - 1.5}></circle>`}
    ${board.columns.map(({ name, tokens }) =>
      tokens.map((side, row) => token(side, { column: name, row }, isHole(last, name, row))),
    )}
    <rect class="frame" width=${drawing.width} height=${drawing.height} rx="9" mask=${`url(#${mask})`}></rect>
    ${ghost === null ? nothing : svg`<rect class="lit" x=${x(ghost.column) - cell.width / 2} width=${cell.width} height=${drawing.height} mask=${`url(#${mask})`}></rect>`}
    ${columns.flatMap((column) => Array.from({ length: rows }, (_, row) => svg`<circle class="rim" cx=${x(column)} cy=${y(row)} r=${cell.radius}></circle>`))}
    ${winning.length === 0 ? nothing : winningLine(winning)}
    ${last === null || winning.length > 0 ? nothing : svg`<circle class="last" cx=${x(last.column)} cy=${y(last.row)} r=${cell.radius + 1}></circle>`}`;
}

/** Told apart by shape as well as by colour: player one wears a ring, player two a disc. */
function token(side: Side, { column, row }: HoleView, isLast: boolean): SVGTemplateResult {
  const drop = isLast ? `drops from-${rows - row}` : '';
  return svg`<g class="token ${side} ${drop}">
    <circle class="face" cx=${x(column)} cy=${y(row)} r=${cell.radius + 0.5}></circle>
    <circle class="mark" cx=${x(column)} cy=${y(row)} r=${side === 'one' ? 8.5 : 4}></circle>
  </g>`;
}

function winningLine(winning: readonly HoleView[]): SVGTemplateResult {
  const [first, last] = [winning[0], winning.at(-1)];
  if (first === undefined || last === undefined) return svg``;
  const ends = { x1: x(first.column), y1: y(first.row), x2: x(last.column), y2: y(last.row) };
  return svg`
    <line class="winning under" x1=${ends.x1} y1=${ends.y1} x2=${ends.x2} y2=${ends.y2}></line>
    <line class="winning" x1=${ends.x1} y1=${ends.y1} x2=${ends.x2} y2=${ends.y2}></line>
    ${winning.map(({ column, row }) => svg`<circle class="won" cx=${x(column)} cy=${y(row)} r=${cell.radius + 1}></circle>`)}`;
}

function isHole(hole: HoleView | null, column: HoleView['column'], row: number): boolean {
  return hole?.column === column && hole.row === row;
}
