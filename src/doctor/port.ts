import type { Examination, Outcome } from './finding.ts';
import { tryPort } from './listening.ts';
import { type Holder, holderOf } from './port-holder.ts';

export interface PortAtHand {
  /** Where the event store wants to be. */
  readonly port: number;
  /** The address of a store that is open already: the tutorial's own; undefined where none is. */
  readonly ownAddress: string | undefined;
  /** Whether an EventStoreDB answers there. */
  readonly isEventStore: (port: number) => Promise<boolean>;
}

export function portExamination(atHand: PortAtHand): Examination {
  const { port } = atHand;
  return {
    subject: `Port ${port}`,
    async examine(signal) {
      switch (await tryPort(port)) {
        case 'free':
          return { kind: 'well', note: 'It is free for the event store.' };
        case 'taken':
          return taken(atHand, signal);
        case 'reserved':
          return {
            kind: 'warning',
            wrong: `The system keeps port ${port} to itself.`,
            remedy: elsewhere,
            action: 'showStore',
          };
      }
    },
  };
}

async function taken({ port, ownAddress, isEventStore }: PortAtHand, signal: AbortSignal): Promise<Outcome> {
  const [holder, isStore] = await Promise.all([holderOf(port, signal), isEventStore(port)]);
  if (isStore && ownAddress !== undefined && ownPort(ownAddress) === port)
    return { kind: 'well', note: 'The event store of the tutorial is there.' };
  const by = holder === undefined ? 'another program' : wordsFor(holder);
  if (isStore) {
    return {
      kind: 'warning',
      wrong: `Port ${port} is taken by ${by}, which is an EventStoreDB, KurrentDB or the store of another window.`,
      remedy: `Use that one, or end it. ${elsewhere}`,
      action: 'useServer',
    };
  }
  return {
    kind: 'warning',
    wrong: `Port ${port} is taken by ${by}, which does not answer as an event store does.`,
    remedy: `End it, if your code expects the store at ${port}. ${elsewhere}`,
    action: 'showStore',
  };
}

const elsewhere =
  'Otherwise nothing has to be done: your own store takes another port, which the status bar and GROUND_UP_CONNECTION_STRING tell.';

function wordsFor({ name, pid }: Holder): string {
  return name === undefined ? `process ${pid}` : `${name} (process ${pid})`;
}

/** `esdb://127.0.0.1:2113?tls=false` → 2113; not a number for another machine's. */
function ownPort(address: string): number {
  return Number(/[/@](?:localhost|127\.0\.0\.1|\[::1\]):(\d+)(?:[/?]|$)/.exec(address)?.[1]);
}
