/** What crosses from the harness into VS Code's extension host, and back. */
export const environment = {
  /** A file to append one JSON line per event to. */
  results: 'GROUND_UP_IN_HOST_RESULTS',
  /** The bundled test files, absolute, one a line. */
  files: 'GROUND_UP_IN_HOST_FILES',
} as const;

export type InHostEvent =
  | { readonly kind: 'passed'; readonly name: string }
  | { readonly kind: 'skipped'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: string }
  /** The last line; without it the host broke off. */
  | { readonly kind: 'ended' };
