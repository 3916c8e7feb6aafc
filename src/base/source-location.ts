/** A place in somebody's source; line and column from 1, `file` relative to their workspace with forward slashes. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The function it is in, where that is known. */
  readonly function?: string;
}
