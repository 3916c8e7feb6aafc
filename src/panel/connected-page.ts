import type { Showing, Snapshot, ToPage } from '../pages/panel/contract.ts';
import type { RowWindow } from '../pages/panel/timeline.ts';

/** Everything to be shown but for the rows, of which each page has its own. */
export type WithoutRows = Exclude<Snapshot, Showing> | Omit<Showing, 'window'>;

export interface Rows {
  /** Changes when any row may have changed. */
  readonly key: string;
  make(first: number, count: number): RowWindow;
}

/** One page that shows the panel; several may be open at once. It remembers what the page knows, and tells the rest. */
export class ConnectedPage {
  readonly #post: (message: ToPage) => void;
  #ready = false;
  #first = 0;
  #count = 60;
  /** The stop that was last in sight for certain. */
  #lookedAt = 0;
  #sent: Snapshot | undefined;
  /** What the rows it has were made of. */
  #rowsKey = '';

  constructor(post: (message: ToPage) => void) {
    this.#post = post;
  }

  get isReady(): boolean {
    return this.#ready;
  }

  /** It has (again) nothing on screen. */
  begin(): void {
    this.#ready = true;
    this.#sent = undefined;
  }

  wantRows(first: number, count: number): void {
    this.#first = first;
    this.#count = count;
  }

  bring(now: WithoutRows, rows: Rows): void {
    const before = this.#sent;
    if (now.kind !== 'showing') {
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(now)) return;
      this.#sent = now;
      this.#post({ type: 'snapshot', snapshot: now });
      return;
    }
    this.#lookAround(now.cursor.stop);
    const asBefore = before?.kind === 'showing' ? before.window : undefined;
    const window = this.#windowOf(rows, asBefore);
    const showing = { ...now, window };
    this.#sent = showing;
    if (before?.kind !== 'showing') {
      this.#post({ type: 'snapshot', snapshot: showing });
      return;
    }
    if (window !== asBefore) this.#post({ type: 'rows', window });
    const patch = changedParts(before, now);
    if (Object.keys(patch).length > 0) this.#post({ type: 'patch', patch });
  }

  /** Rows elsewhere than the cursor are replaced by those around it, without the page having to ask. */
  #lookAround(stop: number): void {
    if (this.#lookedAt === stop) return;
    this.#lookedAt = stop;
    const inSight = stop >= this.#first && stop < this.#first + this.#count;
    if (!inSight) this.#first = Math.max(0, stop - Math.floor(this.#count / 2));
  }

  /** Rows are made anew only when they may have changed: moving through time fields them as they are. */
  #windowOf(rows: Rows, asBefore: RowWindow | undefined): RowWindow {
    const key = `${rows.key}/${this.#first}/${this.#count}`;
    if (asBefore !== undefined && key === this.#rowsKey) return asBefore;
    this.#rowsKey = key;
    const window = rows.make(this.#first, this.#count);
    const same = asBefore !== undefined && JSON.stringify(window) === JSON.stringify(asBefore);
    return same ? asBefore : window;
  }
}

const parts = [
  'words',
  'subject',
  'choices',
  'drive',
  'cursor',
  'state',
  'otherFuture',
  'prediction',
  'check',
  'comparison',
  'problem',
  'notice',
  'announcement',
] as const;

/** The parts of a view that are not what they were. */
function changedParts(before: Showing, now: Omit<Showing, 'window'>): Partial<Showing> {
  const changed = parts.filter((part) => JSON.stringify(now[part]) !== JSON.stringify(before[part]));
  return Object.fromEntries(changed.map((part) => [part, now[part]]));
}
