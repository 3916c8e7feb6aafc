import type { Snapshot, ToPage } from './contract.ts';

/** What the page shows after a message. A patch for something that is not on screen changes nothing. */
export function applyMessage(snapshot: Snapshot, message: ToPage): Snapshot {
  if (message.type === 'snapshot') return message.snapshot;
  if (snapshot.kind !== 'showing') return snapshot;
  return message.type === 'rows' ? { ...snapshot, window: message.window } : { ...snapshot, ...message.patch };
}
