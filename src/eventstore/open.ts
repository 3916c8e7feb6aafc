import { inspect } from './disk/damage/inspection.ts';
import { EmbeddedEventStore, type EmbeddedStore } from './disk/embedded-event-store.ts';
import { makeSchema } from './disk/sqlite-schema.ts';
import { closeQuietly, type NotTaken, notOpened, takeStore } from './disk/take.ts';
import type { EventStore } from './event-store.ts';
import { MemoryStorage } from './local/memory-storage.ts';
import { StorageEventStore } from './local/storage-event-store.ts';

export interface StoreOptions {
  /** Milliseconds since 1970; the clock of this machine unless told otherwise. */
  readonly now?: () => number;
}

/** A store that lives as long as this process. */
export function openMemoryStore({ now }: StoreOptions = {}): EventStore {
  return new StorageEventStore(new MemoryStorage(), { now });
}

export type OpenResult = { readonly kind: 'opened'; readonly store: EmbeddedStore } | NotTaken;

/**
 * A store in one file of this folder, which is made when it is missing. One owner at a time. A
 * file that is damaged is not opened: the reason says what is wrong, and what can be done.
 */
export async function openEmbeddedStore(folder: string, { now }: StoreOptions = {}): Promise<OpenResult> {
  const taken = await takeStore(folder);
  if (taken.kind !== 'taken') return taken;
  const { database, content } = taken;
  try {
    const remark = inspect(folder, taken);
    makeSchema(database, content);
    return { kind: 'opened', store: new EmbeddedEventStore({ database, folder, remark, now }) };
  } catch (thrown) {
    closeQuietly(database);
    return notOpened(folder, thrown);
  }
}
