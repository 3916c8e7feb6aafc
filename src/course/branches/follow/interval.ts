/** Seconds; a room pushes no faster, and a server is not to be bothered more often. */
export const shortestInterval = 15;

/** A timer can wait no longer than some 24 days; a day is more than anybody follows. */
const longestInterval = 24 * 60 * 60;

/** Milliseconds from one fetch to the next, for seconds that somebody set; undefined where following is off. */
export function intervalOf(seconds: unknown): number | undefined {
  if (typeof seconds !== 'number' || !(seconds > 0)) return undefined;
  return Math.min(Math.max(seconds, shortestInterval), longestInterval) * 1000;
}

/** `every 30 seconds`, `every minute`, `every 2 minutes` */
export function intervalText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds % 60 !== 0) return `every ${seconds} seconds`;
  return seconds === 60 ? 'every minute' : `every ${seconds / 60} minutes`;
}
