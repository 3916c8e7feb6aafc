import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from '../base/errors.ts';
import { EmbeddedEventStore, type EmbeddedStore } from './embedded-event-store.ts';
import type { EventStore } from './event-store.ts';
import { MemoryStorage } from './memory-storage.ts';
import { type Owner, readOwner } from './owner.ts';
import { prepareDatabase } from './sqlite-schema.ts';
import { StorageEventStore } from './storage-event-store.ts';

export interface StoreOptions {
  /** Milliseconds since 1970; the clock of this machine unless told otherwise. */
  readonly now?: () => number;
}

/** A store that lives as long as this process. */
export function openMemoryStore({ now }: StoreOptions = {}): EventStore {
  return new StorageEventStore(new MemoryStorage(), now);
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly store: EmbeddedStore }
  /** A living process owns the folder: this one, or the one named. Connect to its server instead. */
  | { readonly kind: 'held'; readonly owner: Owner | undefined; readonly reason: string }
  /** This runtime has no `node:sqlite`; a store in memory is the way out. */
  | { readonly kind: 'unsupported'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** A store in one file of this folder, which is made when it is missing. One owner at a time. */
export async function openEmbeddedStore(folder: string, options: StoreOptions = {}): Promise<OpenResult> {
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
    database = new Database(join(folder, 'events.sqlite'));
    prepareDatabase(database);
    return { kind: 'opened', store: new EmbeddedEventStore(database, folder, options.now) };
  } catch (thrown) {
    closeQuietly(database);
    return isBusy(thrown) ? held(folder) : failed(folder, thrown);
  }
}

/** SQLite says no more than "disk I/O error" of a folder it may not write to, so that is found out here. */
function failed(folder: string, thrown: unknown): OpenResult {
  const sentence = `The event store in ${folder} could not be opened: ${messageOf(thrown)}`;
  const obstacle = whyNothingCanBeWritten(folder);
  const reason =
    obstacle === undefined ? sentence : `${sentence}. Nothing can be written into that folder (${obstacle}).`;
  return { kind: 'failed', reason };
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

function held(folder: string): OpenResult {
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

function closeQuietly(database: DatabaseSync | undefined): void {
  try {
    database?.close();
  } catch {
    // It was never open.
  }
}
