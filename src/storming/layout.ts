import { type Connection, type Lane, lanes, limits, type Note, type NoteKind, type Place, type Wall } from './wall.ts';

/** Of the wall's own pixels, before zoom. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LaneBand {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly rows: number;
  /** Whether a note can be put below the last row. */
  readonly isOpen: boolean;
}

/** Where everything is drawn, in the editor and in a picture. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly LaneBand[];
  readonly boxes: ReadonlyMap<string, Box>;
}

/** Pixels: a moment's width, a row's height, the lanes' names on the left, the room around a lane's rows and to put a note below them. */
export const grid = { column: 156, row: 96, margin: 104, padding: 14, below: 34 } as const;

/** Actors are small and aggregates large, as on every such wall. */
const sizes: Readonly<Record<NoteKind, readonly [width: number, height: number]>> = {
  event: [128, 76],
  command: [128, 76],
  actor: [104, 56],
  constraint: [128, 76],
  aggregate: [146, 90],
  hotSpot: [128, 76],
};

/** Notes that were put at one and the same place lie fanned out, so that each can be seen and taken. */
const fan = 7;

/** An open wall has somewhere to put a note: below the rows of each lane, and for some moments after the last one. */
export function layoutOf({ notes }: Wall, { isOpen }: { readonly isOpen: boolean } = { isOpen: true }): Layout {
  const bands = bandsOf(notes, isOpen);
  const last = notes.reduce((most, { at }) => Math.max(most, at), -1);
  const end = bands.at(-1);
  const tops = new Map(bands.map(({ lane, top }) => [lane, top]));
  const taken = new Map<string, number>();
  const boxes = new Map<string, Box>();
  for (const note of notes) {
    const place = `${note.lane} ${note.at} ${note.row}`;
    const under = taken.get(place) ?? 0;
    taken.set(place, under + 1);
    boxes.set(note.id, boxOf(note, tops.get(note.lane) ?? 0, under * fan));
  }
  return {
    width: grid.margin + grid.column * Math.max(last + (isOpen ? 3 : 1), 4),
    height: end === undefined ? 0 : end.top + end.height,
    bands,
    boxes,
  };
}

export function rowsOf(notes: readonly Note[], lane: Lane): number {
  return notes.reduce((most, note) => (note.lane === lane ? Math.max(most, note.row + 1) : most), 0);
}

function bandsOf(notes: readonly Note[], isOpen: boolean): LaneBand[] {
  let top = 0;
  return lanes.map((lane) => {
    const rows = Math.max(1, rowsOf(notes, lane));
    const height = rows * grid.row + 2 * grid.padding + (isOpen ? grid.below : 0);
    const band = { lane, top, rows, height, isOpen };
    top += band.height;
    return band;
  });
}

function boxOf({ kind, at, row }: Note, laneTop: number, aside: number): Box {
  const [width, height] = sizes[kind];
  return {
    x: grid.margin + at * grid.column + (grid.column - width) / 2 + aside,
    y: laneTop + grid.padding + row * grid.row + (grid.row - height) / 2 + aside,
    width,
    height,
  };
}

/** The place whose cell holds a point; the nearest one for a point beside the wall. */
export function placeAt({ bands }: Layout, x: number, y: number): Place {
  const band = bands.find(({ top, height }) => y < top + height) ?? bands.at(-1);
  const at = clamp(Math.floor((x - grid.margin) / grid.column), limits.at);
  if (band === undefined) return { at, lane: 'happened', row: 0 };
  const last = Math.min(limits.row, band.isOpen ? band.rows : band.rows - 1);
  const row = clamp(Math.floor((y - band.top - grid.padding) / grid.row), last);
  return { at, lane: band.lane, row };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

/** A connection from edge to edge of two notes, as the data of an SVG path. */
export function pathBetween(from: Box, to: Box): string {
  const start = centre(from);
  const end = centre(to);
  const isUpright = Math.abs(end.x - start.x) < (from.width + to.width) / 2;
  const gap = Math.abs(end.y - start.y) - (from.height + to.height) / 2;
  if (isUpright && gap >= grid.row) {
    // Around whatever hangs between the two, or it would seem to lead from there.
    const aside = Math.min(from.x, to.x) - 34;
    return `M${from.x} ${start.y}C${aside} ${start.y} ${aside} ${end.y} ${to.x - arrow} ${end.y}`;
  }
  if (isUpright) {
    const down = end.y >= start.y ? 1 : -1;
    const [y1, y2] = [start.y + (down * from.height) / 2, end.y - (down * (to.height + 2 * arrow)) / 2];
    const bend = (y2 - y1) / 2;
    return `M${start.x} ${y1}C${start.x} ${y1 + bend} ${end.x} ${y2 - bend} ${end.x} ${y2}`;
  }
  const right = end.x >= start.x ? 1 : -1;
  const [x1, x2] = [start.x + (right * from.width) / 2, end.x - (right * (to.width + 2 * arrow)) / 2];
  const bend = (x2 - x1) / 2;
  return `M${x1} ${start.y}C${x1 + bend} ${start.y} ${x2 - bend} ${end.y} ${x2} ${end.y}`;
}

/** Pixels that the head of an arrow stands out beyond the end of its line. */
const arrow = 6;

function centre({ x, y, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The connections that can be drawn, each with its path. */
export function pathsOf(connections: readonly Connection[], boxes: Layout['boxes']): (Connection & { path: string })[] {
  return connections.flatMap((connection) => {
    const from = boxes.get(connection.from);
    const to = boxes.get(connection.to);
    return from === undefined || to === undefined ? [] : [{ ...connection, path: pathBetween(from, to) }];
  });
}
