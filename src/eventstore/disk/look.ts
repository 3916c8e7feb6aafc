import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { salvage } from './damage/salvage.ts';
import { type Verification, verify } from './damage/verification.ts';
import { toLine } from './event-line.ts';
import { makeSchema } from './sqlite-schema.ts';
import { databaseIn } from './store-files.ts';
import { closeQuietly, type NotTaken, notOpened, takeStore } from './take.ts';

/** Goes through a whole store that nobody has open, damaged or not, and changes nothing in it. */
export function verifyStore(folder: string): Promise<({ readonly kind: 'verified' } & Verification) | NotTaken> {
  return look(folder, (database) => ({ kind: 'verified', ...verify(database) }));
}

export interface Exported {
  readonly kind: 'exported';
  readonly events: number;
  /** A sentence for each that could not be read. */
  readonly lost: readonly string[];
}

/** Gives a line of JSON for each event that can still be read, in order. */
export function exportStore(folder: string, write: (line: string) => void): Promise<Exported | NotTaken> {
  return look(folder, (database) => {
    const lost: string[] = [];
    let events = 0;
    for (const salvaged of salvage(database)) {
      if (salvaged.kind === 'lost') {
        lost.push(salvaged.reason);
      } else {
        write(toLine(salvaged.event));
        events += 1;
      }
    }
    return { kind: 'exported', events, lost };
  });
}

async function look<T>(folder: string, work: (database: DatabaseSync) => T): Promise<T | NotTaken> {
  if (!existsSync(databaseIn(folder))) return { kind: 'failed', reason: `There is no event store in ${folder}.` };
  const taken = await takeStore(folder);
  if (taken.kind !== 'taken') return taken;
  const { database, content } = taken;
  try {
    if (content === 'nothing') return { kind: 'failed', reason: `The event store in ${folder} is empty.` };
    makeSchema(database, content);
    return work(database);
  } catch (thrown) {
    return notOpened(folder, thrown);
  } finally {
    closeQuietly(database);
  }
}
