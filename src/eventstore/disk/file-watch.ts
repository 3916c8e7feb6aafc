import { type Stats, statSync } from 'node:fs';
import { StoreError } from '../store-error.ts';
import { databaseIn } from './store-files.ts';

/** The store's file is not there any more: a process may go on writing into one that nobody can find again. */
export class LostFile extends StoreError {
  constructor(file: string) {
    super({
      kind: 'unavailable',
      why: 'lost',
      reason: `The file ${file} was deleted or replaced while the store was open. Nothing more is written; what was stored in it can be read until this process ends, and is gone then.`,
    });
    this.name = 'LostFile';
  }
}

/** Knows whether the file that was opened still is the one in the folder. */
export class FileWatch {
  readonly #file: string;
  readonly #opened: Stats | undefined;

  /** The file is open already. */
  constructor(folder: string) {
    this.#file = databaseIn(folder);
    this.#opened = this.#look();
  }

  /** Throws `LostFile` when it is not. */
  insist(): void {
    const now = this.#look();
    if (now === undefined || now.ino !== this.#opened?.ino || now.dev !== this.#opened.dev)
      throw new LostFile(this.#file);
  }

  #look(): Stats | undefined {
    return statSync(this.#file, { throwIfNoEntry: false });
  }
}
