import { statSync } from 'node:fs';
import { databaseIn } from '../store-files.ts';
import type { TakenStore } from '../take.ts';
import { DamagedFile, whatToDo } from './damage.ts';
import { structureDamages, verify } from './verification.ts';

/** Files up to this size are looked through whole when nobody knows how they were left; of larger ones, the structure alone. Bytes. */
const looksThrough = 64 * 1024 * 1024;

/** What a person should know of how the file was found, in a sentence, if anything. Throws when it cannot be used as it is. */
export function inspect(folder: string, { database, content, finding, damagedLog }: TakenStore): string | undefined {
  const isNew = finding === 'new' || finding === 'unsealed';
  const log = damagedLog === undefined ? undefined : `${logLost} ${damagedLog}.`;
  if (finding === 'gone' || (content === 'nothing' && !isNew))
    throw new Error(log === undefined ? emptied : `${log} ${emptied}`);
  if (content === 'nothing' || finding === 'as it was left') return undefined;
  const changed = finding === 'changed';
  const whole = changed || statSync(databaseIn(folder)).size <= looksThrough;
  const damages = [...structureDamages(database, whole ? 'integrity_check' : 'quick_check')];
  if (changed && damages.length === 0 && content === 'a store') damages.push(...verify(database).damages);
  if (damages.length > 0) throw new DamagedFile(`${damages.slice(0, 3).join(' ')} ${whatToDo(folder)}`);
  return log ?? (changed ? soundAfterAll : undefined);
}

const emptied =
  'There was a store in it, and its file events.sqlite is empty or gone. Put the file back; or, to begin anew without it, delete events.seal.json as well';

const logLost =
  'The end of the store’s log was damaged, so the last events before its process ended are missing. The log as it was is kept in';

const soundAfterAll =
  'The store’s file was changed since it was closed last. It was looked through, and every event in it is as it was written.';
