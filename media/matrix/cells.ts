import type { MatrixCell, MatrixLine, MatrixSection, MatrixState } from '../../src/pages/matrix/contract.ts';

/** A cell by its row, counted through all tables from 0, and its step. */
export interface CellPlace {
  readonly row: number;
  readonly step: number;
}

/** A row of whichever table it is in. */
export interface PlacedLine {
  readonly section: MatrixSection;
  readonly line: MatrixLine;
}

export function linesOf({ sections }: MatrixState): PlacedLine[] {
  return sections.flatMap((section) => section.rows.map((line) => ({ section, line })));
}

export function cellAt(
  lines: readonly PlacedLine[],
  { row, step }: CellPlace,
): (PlacedLine & { cell: MatrixCell }) | undefined {
  const placed = lines[row];
  const cell = placed?.line.cells[step];
  return placed === undefined || cell === undefined ? undefined : { ...placed, cell };
}

/** Where the cell at a place of other lines is now; undefined when its branch has gone. */
export function placeNow(
  lines: readonly PlacedLine[],
  before: readonly PlacedLine[],
  { row, step }: CellPlace,
): CellPlace | undefined {
  const branch = before[row]?.line.branch;
  const now = lines.findIndex(({ line }) => line.branch === branch);
  return now < 0 ? undefined : nearest(lines, { row: now, step });
}

/** The place that is nearest to one that may not be there any longer. */
export function nearest(lines: readonly PlacedLine[], { row, step }: CellPlace): CellPlace {
  const there = Math.max(0, Math.min(row, lines.length - 1));
  return { row: there, step: Math.max(0, Math.min(step, lastStep(lines, there))) };
}

/** Where a key leads from a cell, as in every grid; undefined for a key that leads nowhere. */
export function placeAfter(
  lines: readonly PlacedLine[],
  from: CellPlace,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
): CellPlace | undefined {
  const { row, step } = from;
  const far = ctrlKey || metaKey;
  const moves: Readonly<Record<string, CellPlace>> = {
    ArrowLeft: { row, step: step - 1 },
    ArrowRight: { row, step: step + 1 },
    ArrowUp: { row: row - 1, step },
    ArrowDown: { row: row + 1, step },
    Home: { row: far ? 0 : row, step: 0 },
    End: far ? { row: lines.length - 1, step: Number.POSITIVE_INFINITY } : { row, step: Number.POSITIVE_INFINITY },
  };
  const to = moves[key];
  return to && nearest(lines, to);
}

function lastStep(lines: readonly PlacedLine[], row: number): number {
  return (lines[row]?.line.cells.length ?? 1) - 1;
}
