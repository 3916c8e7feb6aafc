import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Direction } from '../event-store.ts';
import type { RecordedEvent } from '../events.ts';
import type { IndexPage } from '../local/link-positions.ts';
import { type EventStorage, tombstoneRevision } from '../local/storage.ts';
import { checksumOf } from './damage/checksum.ts';
import { asDamage, DamagedFile } from './damage/damage.ts';
import { eventFrom, namePlace, number, type Row, revisionFrom, storedTombstone, text, toRow } from './event-rows.ts';
import { IndexPages } from './index-pages.ts';
import { countedUntil, lengthIn } from './log.ts';
import { prepare } from './sqlite-statements.ts';

/** Streams whose number is remembered at most. */
const remembered = 50_000;

export interface StorageWatch {
  /** Told of every damage that a look into the file meets, before it is thrown. */
  damaged?(damage: DamagedFile): void;
  /** Asked before anything is made durable; throws to have it rolled back. */
  beforeCommit?(): void;
}

/** Keeps everything in one SQLite file and gives nothing out that is not as it was written. The database is already prepared, and owned from now on. */
export class SqliteStorage implements EventStorage {
  readonly #database: DatabaseSync;
  readonly #watch: StorageWatch;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #index: IndexPages;
  readonly #streamIds = new Map<string, number>();
  /** Up to here positions count events. */
  readonly #countedUntil: bigint;
  #lastPosition: bigint;

  constructor(database: DatabaseSync, watch: StorageWatch = {}) {
    this.#database = database;
    this.#watch = watch;
    this.#statements = prepare(database);
    this.#index = new IndexPages(database);
    this.#countedUntil = this.#look(() => countedUntil(database));
    this.#lastPosition = this.#readLastPosition();
  }

  transact<T>(work: () => T): T {
    const { begin, commit, rollback } = this.#statements;
    begin.run();
    try {
      const result = work();
      this.#watch.beforeCommit?.();
      commit.run();
      return result;
    } catch (thrown) {
      // SQLite may have rolled back by itself.
      if (this.#database.isTransaction) rollback.run();
      this.#streamIds.clear();
      this.#lastPosition = this.#readLastPosition();
      throw this.#reported(thrown);
    }
  }

  insert(event: RecordedEvent, findable: boolean): void {
    const row = toRow(event, findable);
    const { position, stream, revision, id, type, json, created, data, metadata } = row;
    this.#statements.insertEvent.run(
      position,
      this.#streamIdFor(stream),
      revision,
      id,
      type,
      json,
      created,
      data,
      metadata,
      row.findable,
      checksumOf(row),
    );
    this.#lastPosition = event.position;
  }

  lastPosition(): bigint {
    return this.#lastPosition;
  }

  lastRevision(name: string): bigint | undefined {
    const stream = this.#streamId(name);
    const row = stream === undefined ? undefined : this.#row(this.#statements.lastRevision, stream);
    return row === undefined ? undefined : revisionFrom(row.revision);
  }

  revisionOfId(name: string, id: string): bigint | undefined {
    const stream = this.#streamId(name);
    const row = stream === undefined ? undefined : this.#row(this.#statements.revisionOfId, id, stream);
    return row === undefined ? undefined : revisionFrom(row.revision);
  }

  readStream(name: string, from: bigint, direction: Direction, limit: number): RecordedEvent[] {
    const stream = this.#streamId(name);
    if (stream === undefined) return [];
    const { streamForwards, streamBackwards } = this.#statements;
    const statement = direction === 'forwards' ? streamForwards : streamBackwards;
    const start = from === tombstoneRevision ? storedTombstone : from;
    return this.#look(() => {
      const events = statement.all(stream, start, limit).map((row) => eventFrom(row, name));
      insistOnNeighbours(events, from, direction);
      return events;
    });
  }

  readAll(from: bigint, direction: Direction, limit: number): RecordedEvent[] {
    const { allForwards, allBackwards } = this.#statements;
    const statement = direction === 'forwards' ? allForwards : allBackwards;
    return this.#look(() => {
      const events = statement.all(from, limit).map((row) => eventFrom(row, text(row[namePlace])));
      this.#insistOnChain(direction === 'forwards' ? events : events.toReversed());
      if (direction === 'forwards') this.#insistOnEnds(events, from, limit);
      return events;
    });
  }

  readIndex(stream: string): readonly IndexPage[] {
    return this.#look(() => this.#index.read(stream));
  }

  keepIndex(positions: ReadonlyMap<string, readonly number[]>, until: bigint): void {
    this.#look(() => this.#index.keep(positions, until));
  }

  indexedUntil(): bigint {
    return this.#look(() => this.#index.until());
  }

  close(): void {
    this.#database.close();
  }

  /** Each record begins where the one before it ended. */
  #insistOnChain(events: readonly RecordedEvent[]): void {
    for (const [index, event] of events.entries()) {
      const before = events[index - 1];
      if (before !== undefined && this.#beginOf(event) !== before.position) throw missing(before.position);
    }
  }

  /** What was asked for begins in the first record, and ends with the log unless more was there than asked for. */
  #insistOnEnds(events: readonly RecordedEvent[], from: bigint, limit: number): void {
    if (from > this.#lastPosition) return;
    const [first] = events;
    if (first !== undefined && this.#beginOf(first) >= from && this.#beginOf(first) > 0n) throw missing(from);
    const last = events.at(-1)?.position ?? from;
    if (events.length < limit && last !== this.#lastPosition) throw missing(last);
  }

  #beginOf(event: RecordedEvent): bigint {
    return event.position - lengthIn(event, this.#countedUntil);
  }

  #readLastPosition(): bigint {
    return BigInt(number(this.#row(this.#statements.lastPosition)?.position ?? 0));
  }

  #streamId(name: string): number | undefined {
    const known = this.#streamIds.get(name);
    if (known !== undefined) return known;
    const row = this.#row(this.#statements.streamId, name);
    return row === undefined ? undefined : this.#remember(name, number(row.id));
  }

  #streamIdFor(name: string): number {
    const known = this.#streamId(name);
    if (known !== undefined) return known;
    return this.#remember(name, Number(this.#statements.insertStream.run(name).lastInsertRowid));
  }

  #remember(name: string, id: number): number {
    if (this.#streamIds.size >= remembered) this.#streamIds.clear();
    this.#streamIds.set(name, id);
    return id;
  }

  #row(statement: StatementSync, ...parameters: SQLInputValue[]): Row | undefined {
    return this.#look(() => statement.get(...parameters));
  }

  #look<T>(look: () => T): T {
    try {
      return look();
    } catch (thrown) {
      throw this.#reported(thrown);
    }
  }

  #reported(thrown: unknown): unknown {
    const told = asDamage(thrown);
    if (told instanceof DamagedFile) this.#watch.damaged?.(told);
    return told;
  }
}

function missing(position: bigint): DamagedFile {
  return new DamagedFile(`An event that follows position ${position} is missing in the file.`);
}

/** Events of a stream follow each other without a gap, or some are missing that the file should hold. */
function insistOnNeighbours(events: readonly RecordedEvent[], from: bigint, direction: Direction): void {
  const step = direction === 'forwards' ? 1n : -1n;
  let expected = direction === 'forwards' ? from : events[0]?.revision;
  for (const { stream, revision } of events) {
    if (revision !== expected && revision !== tombstoneRevision)
      throw new DamagedFile(`Event ${expected} of ${stream} is missing in the file.`);
    expected = revision === tombstoneRevision ? undefined : revision + step;
  }
}
