import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from '../../../base/errors.ts';
import type { RecordedEvent } from '../../events.ts';
import { PositionsByStream } from '../../local/index-streams.ts';
import { IndexPages } from '../index-pages.ts';
import { asDamage } from './damage.ts';
import { salvage } from './salvage.ts';

export interface Verification {
  /** Events that are as they were written. */
  readonly events: number;
  readonly streams: number;
  /** A sentence for each thing that is wrong; empty for a sound file. */
  readonly damages: readonly string[];
}

/** At most so many complaints of SQLite's are told; one broken page makes hundreds. */
const most = 20;

/** Goes through everything: the file's structure, each event, and the index of the standard projections. */
export function verify(database: DatabaseSync): Verification {
  const damages = [...structureDamages(database, 'integrity_check')];
  const streams = new Set<string>();
  const events: Pick<RecordedEvent, 'position' | 'stream' | 'type'>[] = [];
  try {
    for (const salvaged of salvage(database)) {
      if (salvaged.kind === 'lost') {
        damages.push(salvaged.reason);
        continue;
      }
      const { position, stream, type } = salvaged.event;
      streams.add(stream);
      events.push({ position, stream, type });
    }
    damages.push(...indexDamages(database, events));
  } catch (thrown) {
    damages.push(messageOf(asDamage(thrown)));
  }
  return { events: events.length, streams: streams.size, damages };
}

/** What SQLite finds wrong with its own structures; `quick_check` does not compare indexes with their tables. */
export function structureDamages(database: DatabaseSync, check: 'integrity_check' | 'quick_check'): readonly string[] {
  try {
    const answers = database
      .prepare(`PRAGMA ${check}(${most})`)
      .all()
      .map((row) => String(Object.values(row)[0]));
    return answers.length === 1 && answers[0] === 'ok' ? [] : answers.map((answer) => `SQLite says: ${answer}.`);
  } catch (thrown) {
    return [messageOf(asDamage(thrown))];
  }
}

function indexDamages(
  database: DatabaseSync,
  events: readonly Pick<RecordedEvent, 'position' | 'stream' | 'type'>[],
): readonly string[] {
  const pages = new IndexPages(database);
  const until = pages.until();
  const expected = PositionsByStream.of(events.filter(({ position }) => position <= until));
  const damages: string[] = [];
  for (const stream of new Set([...expected.byStream.keys(), ...pages.streams()])) {
    try {
      const kept = pages.read(stream).flatMap((page) => page.positions());
      const meant = expected.of(stream);
      if (kept.length !== meant.length || kept.some((position, n) => position !== meant[n]))
        damages.push(`The index of ${stream} does not fit the events.`);
    } catch (thrown) {
      damages.push(messageOf(asDamage(thrown)));
    }
  }
  return damages;
}
