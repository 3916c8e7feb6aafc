import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import { databaseIn, sealIn } from '../store-files.ts';

const schema = v.union([
  /** Somebody has the store open, or its process was killed. */
  v.object({ state: v.literal('open') }),
  /** It was closed in order; length and CRC-32 of the file as it was left. */
  v.object({ state: v.literal('closed'), bytes: v.number(), crc32: v.number() }),
]);

/**
 * A note beside the file that there is a store, and how it was left. With it a file that was
 * changed, cut or emptied while nobody had it open is not taken for what it was, nor for a new one.
 */
export type Seal = v.InferOutput<typeof schema>;

/** Undefined when there is none, or what is there makes no sense. */
export function readSeal(folder: string): Seal | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(sealIn(folder), 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

export function writeSeal(folder: string, seal: Seal): void {
  writeFileSync(sealIn(folder), `${JSON.stringify(seal)}\n`);
}

/**
 * `new`: there is nothing. `gone`: there was a store, and its file is not there or empty. `unsealed`: of an
 * earlier Ground Up, or one that died at its birth. `unclean`: its process ended without closing it.
 */
export type Finding = 'new' | 'gone' | 'unsealed' | 'unclean' | 'as it was left' | 'changed';

/**
 * How the file stands against its seal. Call before SQLite opens it: on POSIX systems, closing a
 * file lets go of every lock that the process has on it.
 */
export async function compareWithSeal(folder: string): Promise<Finding> {
  const seal = readSeal(folder);
  const bytes = sizeOf(databaseIn(folder));
  if (bytes === 0) return seal === undefined ? 'new' : 'gone';
  if (seal === undefined) return 'unsealed';
  if (seal.state === 'open') return 'unclean';
  const { size, sum } = await summed(databaseIn(folder));
  return size === seal.bytes && sum === seal.crc32 ? 'as it was left' : 'changed';
}

/** Seals a file that was closed in order. At once, since whoever closes a store may be about to end. */
export function sealClosed(folder: string): void {
  const file = openSync(databaseIn(folder), 'r');
  try {
    const piece = Buffer.allocUnsafe(pieceBytes);
    let bytes = 0;
    let sum = 0;
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      bytes += read;
      sum = crc32(piece.subarray(0, read), sum);
    }
    writeSeal(folder, { state: 'closed', bytes, crc32: sum });
  } finally {
    closeSync(file);
  }
}

const pieceBytes = 4 * 1024 * 1024;

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

async function summed(file: string): Promise<{ readonly size: number; readonly sum: number }> {
  const handle = await open(file, 'r');
  try {
    const piece = Buffer.allocUnsafe(pieceBytes);
    let size = 0;
    let sum = 0;
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, pieceBytes);
      if (bytesRead === 0) return { size, sum };
      size += bytesRead;
      sum = crc32(piece.subarray(0, bytesRead), sum);
    }
  } finally {
    await handle.close();
  }
}
