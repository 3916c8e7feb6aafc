import type { Lane, Note, NoteKind, Place, Wall } from './wall.ts';

export const kindNames: Readonly<Record<NoteKind, string>> = {
  event: 'Event',
  command: 'Command',
  actor: 'Actor',
  constraint: 'Constraint or policy',
  aggregate: 'Aggregate',
  hotSpot: 'Hot spot',
};

export const laneNames: Readonly<Record<Lane, string>> = {
  before: 'Before',
  happened: 'What happened',
  after: 'After',
};

/** A note by what is written on it: `event “Game started”`, `empty command`. */
export function nameOf({ kind, text }: Pick<Note, 'kind' | 'text'>): string {
  const name = kindNames[kind].toLowerCase();
  return text.trim() === '' ? `empty ${name}` : `${name} “${text.trim()}”`;
}

/** Moments are counted from 1 where people read them. */
export function placeName({ at, lane, row }: Place): string {
  const inRow = row === 0 ? '' : `, row ${row + 1}`;
  return `moment ${at + 1}, ${laneNames[lane].toLowerCase()}${inRow}`;
}

/** All that a note is, for somebody who doesn't see the wall. */
export function spokenNote(
  note: Note,
  { causes, effects }: { causes: readonly Note[]; effects: readonly Note[] },
): string {
  const parts = [capitalised(nameOf(note)), placeName(note)];
  if (causes.length > 0) parts.push(`follows from ${causes.map(nameOf).join(', ')}`);
  if (effects.length > 0) parts.push(`leads to ${effects.map(nameOf).join(', ')}`);
  return parts.join('; ');
}

/** What leads to each note and what it leads to, by its id. */
export function linksOf({ notes, connections }: Wall): ReadonlyMap<string, Links> {
  const links = new Map<string, Links>(notes.map(({ id }) => [id, { causes: [], effects: [] }]));
  const byId = new Map(notes.map((note) => [note.id, note]));
  for (const { from, to } of connections) {
    const cause = byId.get(from);
    const effect = byId.get(to);
    if (cause === undefined || effect === undefined) continue;
    links.get(from)?.effects.push(effect);
    links.get(to)?.causes.push(cause);
  }
  return links;
}

export interface Links {
  readonly causes: Note[];
  readonly effects: Note[];
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
