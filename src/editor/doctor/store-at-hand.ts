import { assertNever } from '../../base/errors.ts';
import type { Outcome } from '../../doctor/finding.ts';
import type { StoreAtHand, VerifyStore } from '../../doctor/store.ts';
import { whyNoAnswer } from '../store/ask-server.ts';
import type { StoreOpen, StoreState } from '../store/hosted-store.ts';
import type { StorePart } from '../store/store-part.ts';
import { storeText } from '../store/store-status.ts';

export interface StoreInWindow {
  /** `notStarted` where no tutorial is open. */
  readonly state: StoreState;
  /** Where the store that comes along keeps its events. */
  readonly folder: string;
  /** The address of a server that was chosen instead. */
  readonly chosen: string | undefined;
  readonly verify: VerifyStore;
  readonly loadPart: () => Promise<StorePart>;
}

/** The window's event store as the doctor wants it: one that is open knows how it stands, another is looked into. */
export function storeAtHand({ state, folder, chosen, verify, loadPart }: StoreInWindow): StoreAtHand {
  switch (state.kind) {
    case 'open':
      return { kind: 'open', outcome: outcomeOf(state) };
    case 'lost':
      return { kind: 'open', outcome: lost(storeText(state).tooltip) };
    case 'starting':
      return { kind: 'open', outcome: { kind: 'unknown', reason: storeText(state).tooltip } };
    case 'notStarted':
    case 'failed':
      if (chosen !== undefined)
        return { kind: 'remote', whyNoAnswer: async () => whyNoAnswer(await loadPart(), chosen) };
      return { kind: 'folder', folder, verify, ...(state.kind === 'failed' && { failed: state.reason }) };
    default:
      return assertNever(state);
  }
}

function lost(wrong: string): Outcome {
  return { kind: 'problem', wrong, remedy: 'Start that server, or use another one.', action: 'useServer' };
}

function outcomeOf(state: StoreOpen): Outcome {
  const { tooltip } = storeText(state);
  if (state.trouble !== undefined) {
    const remedy = 'Open it again, or begin a new one with all that can be read of it.';
    return { kind: 'problem', wrong: tooltip, remedy, action: 'showStore' };
  }
  if (state.from === 'shared') {
    const remedy = 'Nothing has to be done. To have it in this window, close the other one.';
    return { kind: 'warning', wrong: tooltip, remedy, action: 'showStore' };
  }
  if (state.from === 'memory') {
    const remedy = 'Update VS Code: a newer one keeps your events on this disk.';
    return { kind: 'warning', wrong: tooltip, remedy, action: 'updateEditor' };
  }
  return { kind: 'well', note: tooltip };
}
