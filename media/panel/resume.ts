import type { FromPage, Resume, Snapshot, ToPage } from '../../src/pages/panel/contract.ts';
import type { Host } from '../shared/host.ts';

type PanelHost = Host<FromPage, ToPage>;

/** Raise it when what is remembered takes another shape: what an older page remembered is then forgotten. */
const schema = 2;

/** Remembers the stream and the point in time over a restart; not at every step of somebody who scrubs. */
export class Memory {
  readonly #host: PanelHost;
  #saving: number | undefined;

  constructor(host: PanelHost) {
    this.#host = host;
  }

  saveSoon(snapshot: () => Snapshot): void {
    this.#saving ??= window.setTimeout(() => {
      this.#saving = undefined;
      this.#save(snapshot());
    }, 300);
  }

  #save(now: Snapshot): void {
    if (now.kind !== 'showing') return;
    const { chosen: stream, followNewest, store } = now.choices;
    const stop = now.subject.following ? null : now.cursor.stop;
    // Without a store there is nothing to follow, and nobody has said that they would not.
    this.#host.remember({ schema, stream, stop, followNewest: followNewest || store === 'none' });
  }
}

/** Where the page was; whatever does not look like that is nothing. */
export function remembered(host: PanelHost): Resume | undefined {
  const state = host.remembered();
  if (typeof state !== 'object' || state === null) return undefined;
  const kept = new Map(Object.entries(state));
  const [stream, stop] = [kept.get('stream'), kept.get('stop')];
  if (kept.get('schema') !== schema || (typeof stream !== 'string' && stream !== null)) return undefined;
  const followNewest = kept.get('followNewest') === true;
  return { stream, stop: typeof stop === 'number' && Number.isInteger(stop) && stop >= 0 ? stop : null, followNewest };
}
