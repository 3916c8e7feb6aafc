import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from '../../base/errors.ts';
import { asDamage } from './damage/damage.ts';
import { compareWithSeal, type Finding } from './damage/seal.ts';
import { type Owner, readOwner } from './owner.ts';
import { type FileContent, takeDatabase } from './sqlite-schema.ts';
import { databaseIn, logIn } from './store-files.ts';
import { isLogDamaged } from './write-ahead-log.ts';

/** Why there is no store; the reason is a sentence. */
export type NotTaken =
  /** A living process owns the folder: this one, or the one named. Connect to its server instead. */
  | { readonly kind: 'held'; readonly owner: Owner | undefined; readonly reason: string }
  /** This runtime has no `node:sqlite`; a store in memory is the way out. */
  | { readonly kind: 'unsupported'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface TakenStore {
  readonly kind: 'taken';
  /** Locked for this process; nothing in it was changed. */
  readonly database: DatabaseSync;
  readonly content: FileContent;
  readonly finding: Finding;
  /** Where a copy is of the log, when SQLite could not read all of it. */
  readonly damagedLog: string | undefined;
}

/** The file of a store, for this process alone, before anybody has looked into it. Makes the folder when it is missing. */
export async function takeStore(folder: string): Promise<TakenStore | NotTaken> {
  const Database = await loadSqlite();
  if (Database === undefined) {
    return {
      kind: 'unsupported',
      reason: 'This runtime has no SQLite (it comes with Node 22.13 and later), so events can be kept in memory only.',
    };
  }
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    const finding = await compareWithSeal(folder);
    // Looked at before SQLite takes what it can of it and throws it away.
    const log = readDamagedLog(folder);
    database = new Database(databaseIn(folder));
    const content = takeDatabase(database);
    return { kind: 'taken', database, content, finding, damagedLog: log && keepLog(folder, log) };
  } catch (thrown) {
    closeQuietly(database);
    return isBusy(thrown) ? held(folder) : notOpened(folder, thrown);
  }
}

function readDamagedLog(folder: string): Buffer | undefined {
  if (!existsSync(logIn(folder))) return undefined;
  const log = readFileSync(logIn(folder));
  return isLogDamaged(log) ? log : undefined;
}

function keepLog(folder: string, log: Buffer): string {
  const copy = `${logIn(folder)}-${new Date().toISOString().replaceAll(':', '-')}`;
  writeFileSync(copy, log);
  return copy;
}

/** SQLite says no more than "disk I/O error" of a folder it may not write to, so that is found out here. */
export function notOpened(folder: string, thrown: unknown): NotTaken {
  const sentence = `The event store in ${folder} could not be opened: ${wordsFor(asDamage(thrown))}`;
  const obstacle = whyNothingCanBeWritten(folder);
  const reason =
    obstacle === undefined ? sentence : `${sentence}. Nothing can be written into that folder (${obstacle}).`;
  return { kind: 'failed', reason };
}

export function closeQuietly(database: DatabaseSync | undefined): void {
  try {
    database?.close();
  } catch {
    // It was never open.
  }
}

/** What the system has a code for, in words. */
function wordsFor(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file is in the way where a folder should be';
    case 'ENOENT':
      return 'such a folder cannot be made';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `nothing may be written there (${code})`;
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return messageOf(thrown);
  }
}

function whyNothingCanBeWritten(folder: string): string | undefined {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return undefined;
  } catch (thrown) {
    return messageOf(thrown);
  }
}

function held(folder: string): NotTaken {
  const owner = readOwner(folder);
  const who =
    owner === undefined
      ? 'another process'
      : owner.pid === process.pid
        ? 'this process already'
        : `process ${owner.pid}`;
  return { kind: 'held', owner, reason: `The event store in ${folder} is held by ${who}.` };
}

async function loadSqlite(): Promise<typeof DatabaseSync | undefined> {
  try {
    return (await import('node:sqlite')).DatabaseSync;
  } catch {
    return undefined;
  }
}

const sqliteBusy = 5;

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'errcode' in thrown && thrown.errcode === sqliteBusy;
}
