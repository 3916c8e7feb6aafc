/**
 * A few words of a text file, and what stands in their place. Where `was` or `becomes` has several lines, it is written
 * with any indentation: its lines are set in as far as the line at which the edit begins. A line of which nothing is left
 * goes away.
 */
export interface TextEdit {
  /** Path below the workspace. */
  readonly file: string;
  /** Found exactly once in the file. */
  readonly was: string;
  readonly becomes: string;
}

/**
 * Makes edits of one file, each where its `was` stands in `source`, whatever the others put there.
 * @throws when a `was` is not found exactly once, or two of them are found in one place.
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const placed = edits.map((edit) => ({ edit, place: placeOf(source, edit) }));
  const inOrder = placed.toSorted((one, other) => one.place.start - other.place.start);
  const overlapping = inOrder.find(({ place }, at) => place.start < (inOrder[at - 1]?.place.end ?? 0));
  if (overlapping !== undefined)
    throw new Error(`${overlapping.edit.file} has two edits in one place: ${overlapping.edit.was}`);
  return inOrder.reduceRight((text, { edit, place }) => replaced(text, place, edit), source);
}

function placeOf(source: string, { file, was }: TextEdit): Place {
  const [found, ...more] = placesOf(source, dedented(was));
  if (found !== undefined && more.length === 0) return found;
  const times = found === undefined ? 'nowhere' : `${1 + more.length} times`;
  throw new Error(`${file} has ${times} what an edit changes: ${was.trim()}`);
}

function replaced(text: string, { start, end, indentation }: Place, { becomes }: TextEdit): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const inserted = setIn(dedented(becomes), indentation);
  return inserted === '' ? joinedWithoutBlank(before, after) : before + inserted + after;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly indentation: string;
}

function placesOf(source: string, lines: readonly string[]): Place[] {
  const places: Place[] = [];
  const [first = ''] = lines;
  if (first === '') return places;
  for (let start = source.indexOf(first); start >= 0; start = source.indexOf(first, start + 1)) {
    const indentation = /^ */.exec(source.slice(source.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
    const text = setIn(lines, indentation);
    if (source.startsWith(text, start)) places.push({ start, end: start + text.length, indentation });
  }
  return places;
}

/** Without blank lines around, and without the indentation that its lines have in common. */
function dedented(text: string): string[] {
  const lines = text
    .replace(/^(?: *\n)+/, '')
    .trimEnd()
    .split('\n');
  const depths = lines.flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  return lines.map((line) => line.slice(Math.min(...depths)).trimEnd());
}

function setIn([first = '', ...more]: readonly string[], indentation: string): string {
  return [first, ...more.map((line) => (line === '' ? '' : indentation + line))].join('\n');
}

/** The line goes away, and of two blank lines that would then meet, or one at the end of a block, one more. */
function joinedWithoutBlank(before: string, after: string): string {
  const left = before.slice(before.lastIndexOf('\n') + 1);
  const lineEnd = after.indexOf('\n');
  if (lineEnd < 0 || (left + after.slice(0, lineEnd)).trim() !== '') return before + after;
  const above = before.slice(0, before.length - left.length);
  const below = after.slice(lineEnd + 1);
  return above.endsWith('\n\n') && /^(?: *\}|\n)/.test(below) ? above.slice(0, -1) + below : above + below;
}
