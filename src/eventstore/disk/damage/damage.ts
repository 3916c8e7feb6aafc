import { messageOf } from '../../../base/errors.ts';
import { StoreError } from '../../store-error.ts';

/** Something in the store's file is not as it was written. The sentence says what. */
export class DamagedFile extends StoreError {
  constructor(reason: string) {
    super({ kind: 'unavailable', why: 'damaged', reason });
    this.name = 'DamagedFile';
  }
}

/** SQLite's primary codes for a file whose structure makes no sense, and for one that is no database at all. */
const corrupt = new Set([11, 26]);

/** What SQLite throws, told as damage where it is one. */
export function asDamage(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !('errcode' in thrown) || typeof thrown.errcode !== 'number') return thrown;
  // The lower byte is the primary code.
  return corrupt.has(thrown.errcode & 0xff)
    ? new DamagedFile(`SQLite finds the structure of the file broken (${messageOf(thrown)}).`)
    : thrown;
}

/** Runs a look into the file; damage that SQLite meets is thrown as such. */
export function looking<T>(look: () => T): T {
  try {
    return look();
  } catch (thrown) {
    throw asDamage(thrown);
  }
}

/** What can be done about damage, for the end of a sentence about it. */
export function whatToDo(folder: string): string {
  return `Save what can be read with “ground-up serve --data ${folder} --export FILE”, put the folder away, and bring it back with “--import FILE”.`;
}
