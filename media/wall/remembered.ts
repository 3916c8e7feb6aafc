/** What a page knows again after it was put away: another tab in front, a restart. */
export interface Remembered {
  readonly zoom: number;
  /** The note that had the focus. */
  readonly stop?: string;
  readonly draft?: Draft;
}

/** What somebody was writing, and on which note. */
export interface Draft {
  readonly id: string;
  readonly text: string;
}

const schema = 1;

export function toRemember({ zoom, stop, draft }: Remembered) {
  return { schema, zoom, ...(stop !== undefined && { stop }), ...(draft && { draft: { ...draft } }) };
}

/** Whatever an earlier version left is forgotten rather than guessed at. */
export function fromRemembered(state: unknown): Remembered | undefined {
  if (typeof state !== 'object' || state === null || !('schema' in state) || state.schema !== schema) return undefined;
  const zoom = 'zoom' in state && typeof state.zoom === 'number' ? state.zoom : 1;
  const stop = 'stop' in state && typeof state.stop === 'string' ? { stop: state.stop } : {};
  const draft = 'draft' in state ? draftFrom(state.draft) : undefined;
  return { zoom, ...stop, ...(draft && { draft }) };
}

function draftFrom(draft: unknown): Draft | undefined {
  if (typeof draft !== 'object' || draft === null || !('id' in draft) || !('text' in draft)) return undefined;
  const { id, text } = draft;
  return typeof id === 'string' && typeof text === 'string' ? { id, text } : undefined;
}
