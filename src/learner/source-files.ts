/**
 * The learner's source files: path below the workspace with forward slashes → text. Whoever asks
 * for a run reads them (from disk, from unsaved editors or from a git tree), so that checking a
 * branch needs no working tree.
 */
export type SourceFiles = ReadonlyMap<string, string>;
