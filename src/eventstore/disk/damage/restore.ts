import { rmSync } from 'node:fs';
import { messageOf } from '../../../base/errors.ts';
import type { RecordedEvent } from '../../events.ts';
import { IndexStreams } from '../../local/index-streams.ts';
import { recordLength } from '../../local/positions.ts';
import { tombstoneRevision } from '../../local/storage.ts';
import { fromLine } from '../event-line.ts';
import { makeSchema } from '../sqlite-schema.ts';
import { SqliteStorage } from '../sqlite-storage.ts';
import { databaseIn } from '../store-files.ts';
import { closeQuietly, type NotTaken, takeStore } from '../take.ts';
import { sealClosed } from './seal.ts';

export interface Imported {
  readonly kind: 'imported';
  readonly events: number;
  /** Events that have another revision than they had, since some before them were lost. */
  readonly renumbered: number;
}

/** Makes a new store out of exported lines, all of them or nothing. Positions are counted anew, ids and times stay. */
export async function importStore(folder: string, lines: AsyncIterable<string>): Promise<Imported | NotTaken> {
  const taken = await takeStore(folder);
  if (taken.kind !== 'taken') return taken;
  const { database, content, finding } = taken;
  if (content !== 'nothing' || finding === 'gone') {
    closeQuietly(database);
    return { kind: 'failed', reason: `There is a store in ${folder} already; import into a folder of its own.` };
  }
  try {
    const read: RecordedEvent[] = [];
    for await (const line of lines) if (line.trim() !== '') read.push(parsed(line, read.length + 1));
    makeSchema(database, content);
    const storage = new SqliteStorage(database);
    const renumbered = storage.transact(() => insertAll(storage, read));
    storage.close();
    sealClosed(folder);
    return { kind: 'imported', events: read.length, renumbered };
  } catch (thrown) {
    closeQuietly(database);
    rmSync(databaseIn(folder), { force: true });
    return { kind: 'failed', reason: `Nothing was imported: ${messageOf(thrown)}` };
  }
}

function parsed(line: string, number: number): RecordedEvent {
  try {
    return fromLine(line);
  } catch (thrown) {
    throw new Error(`line ${number} holds no event (${messageOf(thrown)}).`);
  }
}

/** How many had to get another revision. */
function insertAll(storage: SqliteStorage, events: readonly RecordedEvent[]): number {
  const index = new IndexStreams(storage);
  const next = new Map<string, bigint>();
  let position = 0n;
  let renumbered = 0;
  for (const event of events) {
    const follows = next.get(event.stream) ?? 0n;
    const revision = event.revision === tombstoneRevision ? tombstoneRevision : follows;
    if (revision !== event.revision) renumbered += 1;
    if (revision === follows) next.set(event.stream, follows + 1n);
    position += recordLength(event);
    const restored = { ...event, revision, position };
    storage.insert(restored, true);
    index.inserted(restored);
    index.keep();
  }
  return renumbered;
}
