import { access, readFile } from 'node:fs/promises';
import { whatToDo } from '../eventstore/disk/damage/damage.ts';
import { readSeal } from '../eventstore/disk/damage/seal.ts';
import { type Owner, readOwner } from '../eventstore/disk/owner.ts';
import { databaseIn, logIn } from '../eventstore/disk/store-files.ts';
import { isLogDamaged } from '../eventstore/disk/write-ahead-log.ts';
import type { Examination, Outcome } from './finding.ts';

/** The event store as whoever asks for the examination has it. */
export type StoreAtHand =
  /** Whoever has it open knows how it stands. */
  | { readonly kind: 'open'; readonly outcome: Outcome }
  /** At an address of the learner's choice; resolves to a sentence when it does not answer. */
  | { readonly kind: 'remote'; readonly whyNoAnswer: () => Promise<string | undefined> }
  /** In a folder, and not open here. */
  | {
      readonly kind: 'folder';
      readonly folder: string;
      readonly verify: VerifyStore;
      /** Why it could not be opened when that was last tried. */
      readonly failed?: string;
    };

/** Goes through all of a store in a process of its own: a big one must not hold up the rest. */
export type VerifyStore = (folder: string, signal: AbortSignal) => Promise<Verified>;

export type Verified =
  | { readonly kind: 'sound'; readonly sentence: string }
  | { readonly kind: 'damaged'; readonly sentence: string }
  /** Nobody could look, for the reason that the sentence says. */
  | { readonly kind: 'refused'; readonly sentence: string };

export function storeExamination(atHand: StoreAtHand): Examination {
  return {
    subject: 'Event store',
    async examine(signal) {
      switch (atHand.kind) {
        case 'open':
          return atHand.outcome;
        case 'remote': {
          const reason = await atHand.whyNoAnswer();
          return reason === undefined
            ? { kind: 'well', note: 'The event store you chose answers.' }
            : lost(`The event store you chose does not answer. ${reason}`);
        }
        case 'folder':
          return lookIntoFolder(atHand, signal);
      }
    },
  };
}

function lost(wrong: string): Outcome {
  const remedy = 'Start that server, use another one, or leave the address empty for the store that comes along.';
  return { kind: 'problem', wrong, remedy, action: 'useServer' };
}

type StoreInFolder = Extract<StoreAtHand, { kind: 'folder' }>;

async function lookIntoFolder({ folder, verify, failed }: StoreInFolder, signal: AbortSignal): Promise<Outcome> {
  const outcome = await lookInto(folder, () => verify(folder, signal));
  if (failed === undefined || outcome.kind !== 'well') return outcome;
  const wrong = `The event store could not be opened. ${failed}`;
  return {
    kind: 'problem',
    wrong,
    remedy: 'Open it again: what its files hold is not in the way.',
    action: 'showStore',
  };
}

async function lookInto(folder: string, verify: () => Promise<Verified>): Promise<Outcome> {
  if (!(await isThere(databaseIn(folder)))) return readSeal(folder) === undefined ? none : gone(folder);
  // SQLite throws away what it can't read of a log, so this has to be known before anybody opens the file.
  if (await hasDamagedLog(folder)) return brokenLog(folder);
  const { kind, sentence } = await verify();
  switch (kind) {
    case 'sound':
      return { kind: 'well', note: `The event store is sound: ${sentence}` };
    case 'damaged':
      return {
        kind: 'problem',
        wrong: `The event store is damaged. ${sentence}`,
        remedy: whatToDo(folder),
        action: 'showStore',
      };
    case 'refused':
      return livingOwner(folder) === undefined ? unusable(folder, sentence) : held(folder, sentence);
  }
}

const none: Outcome = { kind: 'well', note: 'There is no event store yet. It is made when it is first needed.' };

function gone(folder: string): Outcome {
  return {
    kind: 'problem',
    wrong: `There was an event store in ${folder}, and its file events.sqlite is gone.`,
    remedy: 'Put the file back; or, to begin anew without it, delete events.seal.json as well.',
  };
}

function brokenLog(folder: string): Outcome {
  return {
    kind: 'problem',
    wrong: `The end of the event store’s log, ${logIn(folder)}, is damaged: the last events before its process ended can’t be read.`,
    remedy: 'Open the store: it tells what is left, and keeps a copy of the log beside it.',
    action: 'showStore',
  };
}

function held(folder: string, sentence: string): Outcome {
  const address = readOwner(folder)?.connectionString;
  const reach =
    address === undefined
      ? 'Close that window, or end that process, to have the store here.'
      : `It can be reached at ${address}, and a tutorial’s window does so by itself. To have it here, close the other window.`;
  return {
    kind: 'warning',
    wrong: `${sentence} That is another window, or “ground-up serve”.`,
    remedy: reach,
    action: 'showStore',
  };
}

function unusable(folder: string, sentence: string): Outcome {
  const remedy = `Mend that, or put the folder ${folder} away: a new store is made when one is next needed.`;
  return { kind: 'problem', wrong: sentence, remedy, action: 'showStore' };
}

async function hasDamagedLog(folder: string): Promise<boolean> {
  // Of a store that is open elsewhere the log grows while it is read.
  if (livingOwner(folder) !== undefined || !(await isThere(logIn(folder)))) return false;
  return isLogDamaged(await readFile(logIn(folder)));
}

/** A process that was killed leaves its note behind. */
function livingOwner(folder: string): Owner | undefined {
  const owner = readOwner(folder);
  return owner !== undefined && isAlive(owner.pid) ? owner : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // Somebody else's process may not even be asked.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
