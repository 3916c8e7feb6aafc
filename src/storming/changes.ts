import { isSameConnection, isSamePlace, type Note, type Wall } from './wall.ts';
import { capitalised, kindNames, nameOf, placeName } from './words.ts';

/** More than these are counted and not told one by one. */
const most = 3;

/**
 * What is different on a wall, in sentences that can be read out: whoever did it, here, by undoing, in another editor or by
 * git. Empty when nothing is.
 */
export function changesBetween(before: Wall, after: Wall): string {
  const old = new Map(before.notes.map((note) => [note.id, note]));
  const now = new Map(after.notes.map((note) => [note.id, note]));
  const gone = before.notes.filter(({ id }) => !now.has(id));
  const told = [
    ...after.notes.flatMap((note) => noteChange(old.get(note.id), note)),
    ...gone.map((note) => `${capitalised(nameOf(note))} deleted.`),
  ];
  // Connections go with their note, which has been told.
  const isTold = ({ from, to }: { from: string; to: string }) => gone.some(({ id }) => id === from || id === to);
  for (const each of after.connections) {
    if (before.connections.some((known) => isSameConnection(known, each))) continue;
    told.push(connectionChange('now leads to', now.get(each.from), now.get(each.to)));
  }
  for (const each of before.connections) {
    if (isTold(each) || after.connections.some((known) => isSameConnection(known, each))) continue;
    told.push(connectionChange('no longer leads to', now.get(each.from), now.get(each.to)));
  }
  return told.length > most ? `${told.length} changes on the wall.` : told.join(' ');
}

function noteChange(before: Note | undefined, now: Note): string[] {
  if (before === now) return [];
  if (before === undefined) return [`${capitalised(nameOf(now))} added at ${placeName(now)}.`];
  const told: string[] = [];
  if (before.kind !== now.kind) {
    told.push(`${capitalised(nameOf(before))} is now a note of the kind ${kindNames[now.kind].toLowerCase()}.`);
  }
  if (before.text !== now.text) told.push(`Now says: ${now.text.trim() === '' ? 'nothing' : now.text}.`);
  if (!isSamePlace(before, now)) told.push(`${capitalised(nameOf(now))} moved to ${placeName(now)}.`);
  return told;
}

function connectionChange(verb: string, from: Note | undefined, to: Note | undefined): string {
  if (from === undefined || to === undefined) return 'A connection changed.';
  return `${capitalised(nameOf(from))} ${verb} ${nameOf(to)}.`;
}
