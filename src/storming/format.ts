import type { Connection, Note, Wall } from './wall.ts';

/** The number of the format; a file with a higher one was made by a later version. */
export const formatNumber = 1;

/**
 * A wall as the text of its file, made to be compared and merged line by line: a note a line, its keys always in one
 * order, sorted by an id that never changes. So a note that is moved is one changed line.
 */
export function formatWall({ notes, connections }: Wall): string {
  const noteLines = [...notes].sort((one, other) => compare(one.id, other.id)).map(noteLine);
  const connectionLines = [...connections].sort(compareConnections).map(connectionLine);
  return `{\n  "storming": ${formatNumber},\n  "notes": ${list(noteLines)},\n  "connections": ${list(connectionLines)}\n}\n`;
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`;
}

function noteLine({ id, kind, at, lane, row, text }: Note): string {
  return object({ id, kind, at, lane, row, text });
}

function connectionLine({ from, to }: Connection): string {
  return object({ from, to });
}

function object(value: Readonly<Record<string, string | number>>): string {
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${JSON.stringify(member)}`);
  return `{ ${members.join(', ')} }`;
}

function compareConnections(one: Connection, other: Connection): number {
  return compare(one.from, other.from) || compare(one.to, other.to);
}

/** By code unit, the same on every machine. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
