import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { isLogDamaged } from '../../src/eventstore/disk/write-ahead-log.ts';

const pageBytes = 512;
const frameBytes = pageBytes + 24;
const headerBytes = 32;

/** A log of so many transactions of several frames each, as SQLite wrote it, behind an earlier round that was longer. */
function writtenLog(transactions: number): { readonly log: Buffer; readonly lastBegins: number } {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-log-'));
  try {
    const database = new DatabaseSync(join(folder, 'a.db'));
    database.exec(`PRAGMA page_size = ${pageBytes}; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;`);
    database.exec('CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT)');
    const insert = database.prepare('INSERT INTO a (text) VALUES (?)');
    const write = (count: number) => {
      for (let n = 0; n < count; n += 1) insert.run(`${n} `.repeat(700));
    };
    write(transactions * 3);
    database.exec('PRAGMA wal_checkpoint(RESTART)');
    write(transactions - 1);
    const before = endOf(readFileSync(join(folder, 'a.db-wal')));
    write(1);
    const log = readFileSync(join(folder, 'a.db-wal'));
    database.close();
    return { log, lastBegins: before };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the frames of this round end. */
function endOf(log: Buffer): number {
  let at = headerBytes;
  while (at + frameBytes <= log.length && log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) at += frameBytes;
  return at;
}

function spoiled(log: Buffer, at: number, bytes: number): Buffer {
  return Buffer.from(log).fill(0xa5, at, at + bytes);
}

describe('a write-ahead log', () => {
  const { log, lastBegins } = writtenLog(6);
  const end = endOf(log);

  it('is whole as SQLite left it, with frames of an earlier round behind it', () => {
    assert.ok(end < log.length && lastBegins < end - 2 * frameBytes, 'given frames enough');
    assert.equal(isLogDamaged(log), false);
  });

  it('is damaged wherever something is spoiled before its last transaction, however much', () => {
    for (const bytes of [1, 100, 600, 2_000])
      for (let at = headerBytes; at + bytes <= lastBegins; at += 37)
        assert.equal(isLogDamaged(spoiled(log, at, bytes)), true, `${bytes} bytes at ${at}`);
  });

  it('is damaged where its own head is', () => assert.equal(isLogDamaged(spoiled(log, 12, 1)), true));

  it('is no more than cut short wherever it ends', () => {
    for (let length = 0; length < log.length; length += 101)
      assert.equal(isLogDamaged(log.subarray(0, length)), false, `${length} bytes`);
  });

  it('is no more than cut short where frames of its last transaction never came to the disk', () => {
    for (let at = lastBegins; at < end; at += frameBytes) {
      assert.equal(isLogDamaged(Buffer.from(log).fill(0, at, at + frameBytes)), false, `no frame at ${at}`);
      const older = Buffer.from(log);
      log.copy(older, at, end, end + frameBytes);
      assert.equal(isLogDamaged(older), false, `an older frame at ${at}`);
    }
  });
});
