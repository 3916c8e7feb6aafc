import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { IndexPage } from '../local/link-positions.ts';
import { DamagedFile } from './damage/damage.ts';
import { bytes, number, type Row, text } from './event-rows.ts';
import { packPositions, unpackPositions } from './packed-positions.ts';

/**
 * The table of what the standard projections keep: a row holds the positions of some thousand
 * links of one stream, one row follows the other, and each has a checksum.
 */
export class IndexPages {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: DatabaseSync) {
    this.#statements = prepare(database);
  }

  /** Every page of a stream, each checked. Throws `DamagedFile`. */
  read(stream: string): readonly IndexPage[] {
    let next = 0;
    return this.#statements.pages.all(stream).map((row) => {
      const [first, count, packed] = [number(row.first), number(row.count), bytes(row.positions)];
      if (first !== next || checksumOf(stream, row, packed) !== row.checksum) {
        throw new DamagedFile(`The index of ${stream} is not as it was written.`);
      }
      next += count;
      return { first, count, positions: () => unpackPositions(packed) };
    });
  }

  /** Names of the streams that have any. */
  streams(): readonly string[] {
    return this.#statements.streams.all().map((row) => text(row.stream));
  }

  /** Adds positions, and remembers that everything up to `until` is in the index. Call inside a transaction. */
  keep(positions: ReadonlyMap<string, readonly number[]>, until: bigint): void {
    for (const [stream, added] of positions) {
      const last = this.#statements.last.get(stream);
      const first = last === undefined ? 0 : number(last.first) + number(last.count);
      const page = packPositions(added);
      const row = { first, count: added.length };
      this.#statements.insert.run(stream, first, added.length, page, checksumOf(stream, row, page));
    }
    this.#statements.setUntil.run(until);
  }

  until(): bigint {
    return BigInt(number(this.#statements.until.get()?.value));
  }
}

function checksumOf(stream: string, { first, count }: Row, page: Uint8Array): number {
  return crc32(page, crc32(`${first} ${count} ${stream}`));
}

function prepare(database: DatabaseSync) {
  return {
    pages: database.prepare(
      'SELECT first, count, positions, checksum FROM index_pages WHERE stream = ? ORDER BY first',
    ),
    streams: database.prepare('SELECT DISTINCT stream FROM index_pages'),
    last: database.prepare('SELECT first, count FROM index_pages WHERE stream = ? ORDER BY first DESC LIMIT 1'),
    insert: database.prepare('INSERT INTO index_pages VALUES (?, ?, ?, ?, ?)'),
    until: database.prepare("SELECT value FROM marks WHERE name = 'indexed until'"),
    setUntil: database.prepare("UPDATE marks SET value = ? WHERE name = 'indexed until'"),
  };
}
