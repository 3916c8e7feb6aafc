/**
 * Where in time somebody looks. A stop is a number of entries that have happened: stop 0 is
 * before anything happened, and the last stop is now. `following` sticks to now as time goes on.
 */
export interface Cursor {
  readonly stop: number;
  readonly stops: number;
  readonly following: boolean;
}

export type Step = 'first' | 'back' | 'forward' | 'last';

/** A cursor on nothing yet, which will follow whatever comes. */
export const atTheStart: Cursor = { stop: 0, stops: 0, following: true };

export function seek(cursor: Cursor, stop: number): Cursor {
  const within = Math.max(0, Math.min(cursor.stops, Math.trunc(stop)));
  return { ...cursor, stop: within, following: within === cursor.stops };
}

export function step(cursor: Cursor, by: Step): Cursor {
  switch (by) {
    case 'first':
      return seek(cursor, 0);
    case 'back':
      return seek(cursor, cursor.stop - 1);
    case 'forward':
      return seek(cursor, cursor.stop + 1);
    case 'last':
      return seek(cursor, cursor.stops);
  }
}

/** Time has gone on (or a stream became shorter): there are `stops` entries now. */
export function resize(cursor: Cursor, stops: number): Cursor {
  const stop = cursor.following ? stops : Math.min(cursor.stop, stops);
  return { stop, stops, following: cursor.following || stop === stops };
}
