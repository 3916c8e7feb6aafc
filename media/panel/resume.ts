import type { HostMessage, PageMessage, Resume, Snapshot } from '../../src/panel/contract.ts';
import type { Host } from '../shared/host.ts';

type PanelHost = Host<PageMessage, HostMessage>;

/** Raise it when what is remembered takes another shape: what an older page remembered is then forgotten. */
const schema = 1;

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
    const { chosen: stream } = now.choices;
    this.#host.remember(
      stream === null ? null : { schema, stream, stop: now.subject.following ? null : now.cursor.stop },
    );
  }
}

/** Where the page was; whatever does not look like that is nothing. */
export function remembered(host: PanelHost): Resume | undefined {
  const state = host.remembered();
  if (typeof state !== 'object' || state === null) return undefined;
  const kept = new Map(Object.entries(state));
  const [stream, stop] = [kept.get('stream'), kept.get('stop')];
  if (kept.get('schema') !== schema || typeof stream !== 'string') return undefined;
  return { stream, stop: typeof stop === 'number' && Number.isInteger(stop) && stop >= 0 ? stop : null };
}
