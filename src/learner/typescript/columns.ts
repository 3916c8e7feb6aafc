/** Longer lines are no handwriting; aligning them would take long. */
const longest = 500;

/**
 * Where a column of a transformed line stands in the line it came from; both from 1. The transformer only takes
 * types out of a line (and puts a few words in), so the longest text both lines share aligns them. Its own source
 * map is not used: columns are wrong in it after a template with an empty end, such as `${a}`.
 */
export function originalColumn(transformed: string, original: string, column: number): number {
  if (transformed === original || transformed.length > longest || original.length > longest) return column;
  const width = original.length + 1;
  const shared = sharedLengths(transformed, original);
  let at = 0;
  for (let index = 0; index < transformed.length && index < column - 1; ) {
    const here = shared[index * width + at] ?? 0;
    if (
      at < original.length &&
      transformed[index] === original[at] &&
      here === 1 + (shared[(index + 1) * width + at + 1] ?? 0)
    ) {
      index++;
      at++;
    } else if (at < original.length && here === shared[index * width + at + 1]) at++;
    else index++;
  }
  const target = transformed[column - 1];
  while (at < original.length && original[at] !== target) at++;
  return Math.min(at, original.length) + 1;
}

/** For each pair of places, how long a text the rests from there on share (not necessarily without gaps). */
function sharedLengths(left: string, right: string): Uint16Array {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row--) {
    for (let place = right.length - 1; place >= 0; place--) {
      const below = lengths[(row + 1) * width + place] ?? 0;
      const beside = lengths[row * width + place + 1] ?? 0;
      const across = (lengths[(row + 1) * width + place + 1] ?? 0) + 1;
      lengths[row * width + place] = left[row] === right[place] ? across : Math.max(below, beside);
    }
  }
  return lengths;
}
