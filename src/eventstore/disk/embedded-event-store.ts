import type { DatabaseSync } from 'node:sqlite';
import type { Event } from '../../base/emitter.ts';
import type { EventStore } from '../event-store.ts';
import { StorageEventStore } from '../local/storage-event-store.ts';
import type { StoreUnavailable } from '../results.ts';
import { asRefusal } from '../store-error.ts';
import { Alarm } from './damage/alarm.ts';
import { sealClosed, writeSeal } from './damage/seal.ts';
import { FileWatch } from './file-watch.ts';
import { readOwner, removeOwner, writeOwner } from './owner.ts';
import { SqliteStorage } from './sqlite-storage.ts';

export interface EmbeddedStore extends EventStore {
  /** What a person should know of how the store was found, in a sentence; undefined when all is well. */
  readonly remark: string | undefined;
  /** Told once each that the store takes no more writes, that its file is damaged, that its file is lost. It takes no writes from then on. */
  readonly trouble: Event<StoreUnavailable>;
  /** Tells whoever finds the folder held under which address its store can be reached. */
  announce(connectionString: string): void;
}

/** How often an idle store looks whether its file is still there. Milliseconds. */
const lookEvery = 2_000;

export interface OpenedDatabase {
  /** Prepared, and owned from now on. */
  readonly database: DatabaseSync;
  readonly folder: string;
  readonly remark?: string | undefined;
  readonly now?: (() => number) | undefined;
}

/** The store of a data folder that this process owns. */
export class EmbeddedEventStore extends StorageEventStore implements EmbeddedStore {
  readonly remark: string | undefined;
  readonly trouble: Event<StoreUnavailable>;
  readonly #folder: string;
  readonly #alarm: Alarm;
  readonly #looking: NodeJS.Timeout;

  constructor({ database, folder, remark, now }: OpenedDatabase) {
    const alarm = new Alarm();
    const file = new FileWatch(folder);
    const storage = new SqliteStorage(database, {
      damaged: (damage) => alarm.sound(damage.refusal),
      beforeCommit: () => file.insist(),
    });
    super(storage, { now, stopped: (refusal) => alarm.sound(refusal) });
    this.#folder = folder;
    this.#alarm = alarm;
    this.remark = remark;
    this.trouble = alarm.event;
    // Nothing may be added to a file of which nobody knows what it holds.
    alarm.event((trouble) => this.takeNoMore(trouble));
    this.#looking = setInterval(() => this.#lookFor(file), lookEvery).unref();
    writeOwner(folder, { pid: process.pid });
    writeSeal(folder, { state: 'open' });
  }

  announce(connectionString: string): void {
    writeOwner(this.#folder, { pid: process.pid, connectionString });
  }

  override dispose(): void {
    if (this.isClosed) return;
    clearInterval(this.#looking);
    // Before the lock goes: afterwards the note could be the next owner's.
    removeOwner(this.#folder);
    super.dispose();
    if (this.#alarm.isSilent) this.#seal();
    this.#alarm.dispose();
  }

  #lookFor(file: FileWatch): void {
    try {
      file.insist();
    } catch (thrown) {
      this.#alarm.sound(asRefusal(thrown));
    }
  }

  /** Without a seal the next owner looks the file through, so that none is no loss. */
  #seal(): void {
    try {
      if (readOwner(this.#folder) === undefined) sealClosed(this.#folder);
    } catch {
      // The folder is gone, or the disk is full.
    }
  }
}
