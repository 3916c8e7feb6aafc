import type { DatabaseSync } from 'node:sqlite';
import type { EventStore } from './event-store.ts';
import { removeOwner, writeOwner } from './owner.ts';
import { SqliteStorage } from './sqlite-storage.ts';
import { StorageEventStore } from './storage-event-store.ts';

export interface EmbeddedStore extends EventStore {
  /** Tells whoever finds the folder held under which address its store can be reached. */
  announce(connectionString: string): void;
}

/** The store of a data folder that this process owns. */
export class EmbeddedEventStore extends StorageEventStore implements EmbeddedStore {
  readonly #folder: string;

  /** The database is already prepared, and owned from now on. */
  constructor(database: DatabaseSync, folder: string, now?: () => number) {
    super(new SqliteStorage(database), now);
    this.#folder = folder;
    writeOwner(folder, { pid: process.pid });
  }

  announce(connectionString: string): void {
    writeOwner(this.#folder, { pid: process.pid, connectionString });
  }

  override dispose(): void {
    if (this.isClosed) return;
    // Before the lock goes: afterwards the note could be the next owner's.
    removeOwner(this.#folder);
    super.dispose();
  }
}
