import * as v from 'valibot';
import { messageOf } from '../base/errors.ts';
import { formatNumber } from './format.ts';
import { emptyWall, idPattern, lanes, limits, noteKinds, type Wall } from './wall.ts';

export type ReadWall = { readonly kind: 'wall'; readonly wall: Wall } | Unreadable;

/** What is wrong with the text, as sentences for whoever is to mend it. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly sentence: string;
}

const id = v.pipe(v.string(), v.regex(idPattern, 'an id is 1 to 12 small letters and figures'));
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

export const placeSchema = v.strictObject({
  at: whole(limits.at),
  lane: v.picklist(lanes),
  row: whole(limits.row),
});

export const noteSchema = v.strictObject({
  id,
  kind: v.picklist(noteKinds),
  ...placeSchema.entries,
  text: v.pipe(v.string(), v.maxLength(limits.text)),
});

export const connectionSchema = v.strictObject({ from: id, to: id });

/** Strict, since what isn't known couldn't be written back and would be lost. */
const wallSchema = v.strictObject({
  storming: v.literal(formatNumber),
  notes: v.pipe(v.array(noteSchema), v.maxLength(limits.notes)),
  connections: v.pipe(v.array(connectionSchema), v.maxLength(limits.connections)),
});

/** The wall that a file's text holds, or why there is none to be seen. An empty file is an empty wall. */
export function readWall(text: string): ReadWall {
  if (text.trim() === '') return { kind: 'wall', wall: emptyWall };
  if (text.length > limits.fileText) return unreadable(tooLarge(text.length));
  const marker = conflictMarkerLine(text);
  if (marker !== undefined) {
    return unreadable(
      `Git could not merge two versions of this wall and left its marks, the first on line ${marker}. Keep the lines of one version or of both, and delete the marks.`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (failure) {
    return unreadable(`This text is not JSON: ${messageOf(failure)}.`);
  }
  const later = laterFormat(json);
  if (later !== undefined) {
    return unreadable(`This wall was made by a later version (format ${later}); this one knows ${formatNumber}.`);
  }
  const read = v.safeParse(wallSchema, json, { abortEarly: true });
  if (!read.success) return unreadable(sentenceOf(read.issues[0]));
  const { notes, connections } = read.output;
  return joined({ notes, connections });
}

/** Ids are there once, and connections lead from one note that is there to another. */
function joined({ notes, connections }: Wall): ReadWall {
  const known = new Set<string>();
  for (const note of notes) {
    if (known.has(note.id)) return unreadable(`Two notes have the id “${note.id}”. Give one of them another.`);
    known.add(note.id);
  }
  for (const { from, to } of connections) {
    const missing = [from, to].find((end) => !known.has(end));
    if (missing !== undefined) {
      return unreadable(
        `The connection from “${from}” to “${to}” needs a note “${missing}”, and there is none. Delete its line, or bring the note back.`,
      );
    }
    if (from === to) return unreadable(`Note “${from}” is connected to itself. Delete that line.`);
  }
  // The same line twice is what a merge of two equal additions makes, and says nothing new.
  return { kind: 'wall', wall: { notes, connections: withoutDoubles(connections) } };
}

function withoutDoubles(connections: Wall['connections']): Wall['connections'] {
  const sorted = Map.groupBy(connections, ({ from, to }) => `${from} ${to}`);
  return [...sorted.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
}

function unreadable(sentence: string): Unreadable {
  return { kind: 'unreadable', sentence };
}

function tooLarge(length: number): string {
  const inMillions = (characters: number) => Math.round(characters / 100_000) / 10;
  return `This file has ${inMillions(length)} million characters; a wall has ${inMillions(limits.fileText)} million at most.`;
}

/** Counted from 1. Inside of JSON no line can begin like this. */
function conflictMarkerLine(text: string): number | undefined {
  const at = text.search(/^(?:<{7}|>{7}|\|{7}|={7})(?:\s|$)/m);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}

function laterFormat(json: unknown): number | undefined {
  const number = typeof json === 'object' && json !== null && 'storming' in json ? json.storming : undefined;
  return typeof number === 'number' && number > formatNumber ? number : undefined;
}

type Issue = v.InferIssue<typeof wallSchema>;

function sentenceOf(issue: Issue): string {
  const [list, index] = (issue.path ?? []).map(({ key }) => key);
  if (list === undefined || (list === 'storming' && issue.received === 'undefined'))
    return 'This text is JSON, but no wall: a wall has “storming”, “notes” and “connections”.';
  if (index === undefined) return memberSentence(String(list), issue);
  const what = list === 'notes' ? 'Note' : 'Connection';
  const key = issue.path?.[2]?.key;
  const whose = `${what} ${Number(index) + 1} of the file${named(issue)}`;
  if (key === undefined) return `${whose} is ${clipped(issue.received)}, and should be an object.`;
  if (issue.expected === 'never') return `${whose} has “${key}”, which this version doesn’t know.`;
  if (issue.received === 'undefined') return `${whose} has no “${key}”.`;
  if (issue.type === 'max_length')
    return `${whose} has “${key}” of ${issue.received} characters; ${issue.requirement} is the most.`;
  return `${whose} has “${key}”: ${clipped(issue.received)}. Expected is ${expected(issue)}.`;
}

function memberSentence(member: string, issue: Issue): string {
  if (issue.expected === 'never') return `This wall has “${member}”, which this version doesn’t know.`;
  if (issue.received === 'undefined') return `This wall has no “${member}”.`;
  if (issue.type === 'max_length')
    return `This wall has ${issue.received} ${member}; ${issue.requirement} is the most.`;
  return `This wall’s “${member}” is ${clipped(issue.received)}, and should be ${issue.expected ?? issue.message}.`;
}

/** What was found may be a whole book. */
function clipped(received: string): string {
  return received.length > 60 ? `${received.slice(0, 60).toWellFormed()}…` : received;
}

function expected(issue: Issue): string {
  return issue.type === 'regex' ? issue.message : (issue.expected ?? issue.message);
}

/** ` (“a1b2”)`, where the note says which one it is. */
function named({ path }: Issue): string {
  const value = path?.[1]?.value;
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && idPattern.test(id) ? ` (“${id}”)` : '';
}
