import { rowsOf } from './layout.ts';
import { type Lane, lanes, limits, type Note, type NoteKind, type Place, type Wall } from './wall.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** One place further; undefined at an edge. Downwards a lane has one free row below its others before the next begins. */
export function placeBeside({ notes }: Wall, note: Note, direction: Direction): Place | undefined {
  const { at, lane, row } = note;
  switch (direction) {
    case 'left':
      return at === 0 ? undefined : { at: at - 1, lane, row };
    case 'right':
      return at >= limits.at ? undefined : { at: at + 1, lane, row };
    case 'up': {
      if (row > 0) return { at, lane, row: row - 1 };
      const above = lanes[lanes.indexOf(lane) - 1];
      return above && { at, lane: above, row: Math.max(0, rowsOf(notes, above) - 1) };
    }
    case 'down': {
      // The note's own row doesn't count, or it would push the lane's end before it for ever.
      const others = rowsOf(
        notes.filter(({ id }) => id !== note.id),
        lane,
      );
      if (row < Math.min(others, limits.row)) return { at, lane, row: row + 1 };
      const below = lanes[lanes.indexOf(lane) + 1];
      return below && { at, lane: below, row: 0 };
    }
  }
}

/** Notes in the order in which they are read: moment by moment, each from above. */
export function readingOrder(notes: readonly Note[]): readonly Note[] {
  return [...notes].sort(
    (one, other) =>
      one.at - other.at ||
      lanes.indexOf(one.lane) - lanes.indexOf(other.lane) ||
      one.row - other.row ||
      byId(one, other),
  );
}

/**
 * The note that an arrow key leads to. Up and down stay within the moment and go on to the next one, so that every note can
 * be reached by these two alone; left and right go to the nearest moment that has one, at about the same height.
 */
export function noteBeside({ notes }: Wall, from: Note, direction: Direction): Note | undefined {
  if (direction === 'up' || direction === 'down') {
    const order = readingOrder(notes);
    return order[order.findIndex(({ id }) => id === from.id) + (direction === 'down' ? 1 : -1)];
  }
  const sign = direction === 'right' ? 1 : -1;
  const beyond = notes.filter(({ at }) => (at - from.at) * sign > 0);
  const distance = (note: Note) => Math.abs(note.at - from.at) * 10_000 + Math.abs(height(note) - height(from));
  return beyond.reduce<Note | undefined>(
    (nearest, note) => (nearest === undefined || distance(note) < distance(nearest) ? note : nearest),
    undefined,
  );
}

/** The note that is read where one was that is gone; the first one when it was not there either. */
export function noteInstead({ notes }: Wall, before: Wall, gone: string | undefined): Note | undefined {
  const order = readingOrder(before.notes);
  const at = order.findIndex(({ id }) => id === gone);
  const now = new Map(notes.map((note) => [note.id, note]));
  const others = at < 0 ? [] : [...order.slice(at), ...order.slice(0, at).reverse()];
  const [next] = others.flatMap(({ id }) => now.get(id) ?? []);
  return next ?? readingOrder(notes)[0];
}

const usualLane: Readonly<Record<NoteKind, Lane>> = {
  event: 'happened',
  command: 'before',
  actor: 'before',
  constraint: 'before',
  aggregate: 'before',
  hotSpot: 'after',
};

/** Where a new note goes: to the moment of the note beside which it is wanted, or one later when that is of the same kind. */
export function placeForNew({ notes }: Wall, kind: NoteKind, beside: Note | undefined): Place {
  const lane = usualLane[kind];
  const neighbour = beside ?? readingOrder(notes).at(-1);
  const at = neighbour === undefined ? 0 : Math.min(limits.at, neighbour.at + (neighbour.kind === kind ? 1 : 0));
  const taken = new Set(notes.filter((note) => note.lane === lane && note.at === at).map(({ row }) => row));
  let row = 0;
  while (taken.has(row) && row < limits.row) row++;
  return { at, lane, row };
}

function height({ lane, row }: Place): number {
  return lanes.indexOf(lane) * (limits.row + 1) + row;
}

function byId(one: Note, other: Note): number {
  return one.id < other.id ? -1 : 1;
}
