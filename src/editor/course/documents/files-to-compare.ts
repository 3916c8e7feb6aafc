export interface Comparing {
  /** Sources by path: as the exercise hands them out, as the solution has them, as the learner does. */
  readonly start: ReadonlyMap<string, string>;
  readonly solution: ReadonlyMap<string, string>;
  readonly own: ReadonlyMap<string, string>;
  /** The file the step is mostly about. */
  readonly place: string;
}

/**
 * Which files of a solution to show beside the learner's own: those in which there was something to write, unless the learner's
 * says the same. The one the step is mostly about comes first.
 */
export function filesToCompare({ start, solution, own, place }: Comparing): string[] {
  const paths = [...solution].flatMap(([path, text]) =>
    start.get(path) !== text && linesOf(own.get(path)) !== linesOf(text) ? [path] : [],
  );
  return paths.sort((one, other) => Number(other === place) - Number(one === place));
}

/** How lines end is the editor's business. */
function linesOf(text: string | undefined): string | undefined {
  return text?.replaceAll('\r\n', '\n');
}
