/** A learner's files with an exercise's given ones laid over them. */
export interface BroughtFiles<T> {
  readonly files: ReadonlyMap<string, T>;
  /** Given files that would have replaced something the learner wrote; theirs are in `files`. */
  readonly differing: ReadonlyMap<string, T>;
}

/**
 * Lays what an exercise gives over the learner's own files. A file the learner has not touched since
 * the course handed it out (in one of `known`) is replaced; one they have changed is not.
 */
export function bringAlong<T>(
  mine: ReadonlyMap<string, T>,
  given: ReadonlyMap<string, T>,
  known: readonly ReadonlyMap<string, T>[],
  same: (one: T, other: T) => boolean,
): BroughtFiles<T> {
  const files = new Map(mine);
  const differing = new Map<string, T>();
  for (const [path, file] of given) {
    const own = mine.get(path);
    const isAsGiven = (tree: ReadonlyMap<string, T>) => {
      const earlier = tree.get(path);
      return own !== undefined && earlier !== undefined && same(own, earlier);
    };
    if (own === undefined || same(own, file) || known.some(isAsGiven)) files.set(path, file);
    else differing.set(path, file);
  }
  return { files, differing };
}
