/** What can hang on an event storming wall, in the order in which one asks for it. */
export const noteKinds = ['event', 'command', 'actor', 'constraint', 'aggregate', 'hotSpot'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** The lanes of the time line, from above: what leads to an event, the events, and what follows from them. */
export const lanes = ['before', 'happened', 'after'] as const;
export type Lane = (typeof lanes)[number];

/** Where a note hangs. What has the same moment belongs together; a later one is further right. */
export interface Place {
  /** The moment on the time line, a whole number from 0. */
  readonly at: number;
  readonly lane: Lane;
  /** From 0, downwards within the lane. */
  readonly row: number;
}

export interface Note extends Place {
  /** Short, and its own for as long as the note hangs there. */
  readonly id: string;
  readonly kind: NoteKind;
  readonly text: string;
}

/** One note leads to another, both by their id. */
export interface Connection {
  readonly from: string;
  readonly to: string;
}

export interface Wall {
  readonly notes: readonly Note[];
  readonly connections: readonly Connection[];
}

export const emptyWall: Wall = { notes: [], connections: [] };

/** As much as a wall takes; a file that has more is not read, so that no edit may make one. Text in UTF-16 units. */
export const limits = {
  notes: 2_000,
  connections: 4_000,
  text: 500,
  at: 9_999,
  row: 99,
  fileText: 8_000_000,
} as const;

/** Letters and figures only, so that an id can stand anywhere. */
export const idPattern = /^[a-z0-9]{1,12}$/;

export function noteOf({ notes }: Wall, id: string | undefined): Note | undefined {
  return id === undefined ? undefined : notes.find((note) => note.id === id);
}

export function isSameConnection(one: Connection, other: Connection): boolean {
  return one.from === other.from && one.to === other.to;
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.at === other.at && one.lane === other.lane && one.row === other.row;
}
