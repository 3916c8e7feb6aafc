import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { BoardView, HoleView, Side } from '../../../src/pages/panel/connect-four/board.ts';

/** The board's own units: a cell is 40 wide and 36 high. */
export const cell = { width: 40, height: 36, radius: 14 } as const;

type Size = Pick<BoardView, 'columns' | 'height'>;

/** Where everything is on a board of this size. */
export function drawingOf({ columns, height: rows }: Size) {
  const names = columns.map(({ name }) => name);
  return {
    width: cell.width * columns.length,
    height: cell.height * rows + 8,
    x: (column: HoleView['column']) => names.indexOf(column) * cell.width + cell.width / 2,
    y: (row: number) => 4 + (rows - 1 - row) * cell.height + cell.height / 2,
    holes: names.flatMap((column) => Array.from({ length: rows }, (_, row): HoleView => ({ column, row }))),
    fall: (row: number) => rows - row,
  };
}

type Drawing = ReturnType<typeof drawingOf>;

/** Tokens first, the frame with its holes over them, so that a token drops behind the frame as it should. */
export function boardDrawing(board: BoardView, ghost: HoleView | null, next: Side, mask = 'holes'): SVGTemplateResult {
  const { last, winning } = board;
  const drawing = drawingOf(board);
  const { width, height, holes, x, y } = drawing;
  const circle = (name: string, { column, row }: HoleView, radius: number) =>
    svg`<circle class=${name} cx=${x(column)} cy=${y(row)} r=${radius}></circle>`;
  return svg`
    <defs>
      <mask id=${mask}>
        <rect width=${width} height=${height} fill="white"></rect>
        ${holes.map(({ column, row }) => svg`<circle cx=${x(column)} cy=${y(row)} r=${cell.radius} fill="black"></circle>`)}
      </mask>
    </defs>
    <rect class="back" width=${width} height=${height} rx="9"></rect>
    ${ghost === null ? nothing : circle(`ghost ${next}`, ghost, cell.radius - 1.5)}
    ${board.columns.map(({ name, tokens }) =>
      tokens.map((side, row) => token(drawing, side, { column: name, row }, isHole(last, name, row))),
    )}
    <rect class="frame" width=${width} height=${height} rx="9" mask=${`url(#${mask})`}></rect>
    ${ghost === null ? nothing : svg`<rect class="lit" x=${x(ghost.column) - cell.width / 2} width=${cell.width} height=${height} mask=${`url(#${mask})`}></rect>`}
    ${holes.map((hole) => circle('rim', hole, cell.radius))}
    ${winning.length === 0 ? nothing : winningLine(drawing, winning)}
    ${last === null || winning.length > 0 ? nothing : circle('last', last, cell.radius + 1)}`;
}

/** Told apart by shape as well as by colour: player one wears a ring, player two a disc. */
function token({ x, y, fall }: Drawing, side: Side, { column, row }: HoleView, isLast: boolean): SVGTemplateResult {
  const drop = isLast ? `drops from-${fall(row)}` : '';
  return svg`<g class="token ${side} ${drop}">
    <circle class="face" cx=${x(column)} cy=${y(row)} r=${cell.radius + 0.5}></circle>
    <circle class="mark" cx=${x(column)} cy=${y(row)} r=${side === 'one' ? 8.5 : 4}></circle>
  </g>`;
}

function winningLine({ x, y }: Drawing, winning: readonly HoleView[]): SVGTemplateResult {
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
