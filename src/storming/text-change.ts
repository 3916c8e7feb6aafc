/** Lines `from` up to and without `to`, counted from 0, are replaced by a text of whole lines. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The least run of whole lines that makes one text into another; undefined when they are the same. Lines and not
 * characters, since half of an emoji is no place where an editor can cut. Both use the same line ends.
 */
export function textChange(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const old = linesOf(before);
  const wanted = linesOf(after);
  const most = Math.min(old.length, wanted.length);
  let from = 0;
  while (from < most && old[from] === wanted[from]) from++;
  let alike = 0;
  while (alike < most - from && old[old.length - 1 - alike] === wanted[wanted.length - 1 - alike]) alike++;
  return { from, to: old.length - alike, text: wanted.slice(from, wanted.length - alike).join('') };
}

/** Each with its line end, the last one without where the text has none there. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}
