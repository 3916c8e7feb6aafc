const headerBytes = 32;
const frameHeaderBytes = 24;

/** SQLite's format: both begin with this, the last bit says in which order the bytes are summed. */
const magic = 0x377f0682;

type Sum = readonly [number, number];

/**
 * Whether a write-ahead log holds more than SQLite will read of it. At the first frame whose
 * checksum does not match SQLite takes the log for ended: right where a write was cut short, but
 * where whole transactions follow, what was acknowledged would be lost without a word.
 */
export function isLogDamaged(log: Buffer): boolean {
  if (log.length < headerBytes + frameHeaderBytes) return false;
  const littleEndian = log.readUInt32BE(0) === magic;
  const pageBytes = log.readUInt32BE(8);
  let sum = summed(log, 0, 24, [0, 0], littleEndian);
  if (log.readUInt32BE(0) >>> 1 !== magic >>> 1 || !isSum(log, 24, sum)) return true;
  const salts = log.subarray(16, 24);
  const frameBytes = frameHeaderBytes + pageBytes;
  const isOurs = (at: number) => log.subarray(at + 8, at + 16).equals(salts);
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    sum = summed(log, at, 8, sum, littleEndian);
    sum = summed(log, at + frameHeaderBytes, pageBytes, sum, littleEndian);
    if (isOurs(at) && isSum(log, at + 16, sum)) continue;
    // Frames of an earlier round of the log carry other salts.
    return followingTransactions(log, at + frameBytes, frameBytes, isOurs) > 0;
  }
  return false;
}

/** Transactions that were begun after a place and not by its own: only then was that one sure to be on disk. */
function followingTransactions(log: Buffer, from: number, frameBytes: number, isOurs: (at: number) => boolean): number {
  let transactions = 0;
  let isCommitted = false;
  for (let at = from; at + frameBytes <= log.length && isOurs(at); at += frameBytes) {
    if (isCommitted) transactions += 1;
    // A frame that ends a transaction says how many pages the database then has.
    isCommitted = log.readUInt32BE(at + 4) > 0;
  }
  return transactions;
}

/** SQLite's own checksum, over words of four bytes and pairs of them. */
function summed(log: Buffer, from: number, length: number, [first, second]: Sum, littleEndian: boolean): Sum {
  let a = first;
  let b = second;
  for (let at = from; at < from + length; at += 8) {
    a = (a + (littleEndian ? log.readUInt32LE(at) : log.readUInt32BE(at)) + b) >>> 0;
    b = (b + (littleEndian ? log.readUInt32LE(at + 4) : log.readUInt32BE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

function isSum(log: Buffer, at: number, [first, second]: Sum): boolean {
  return log.readUInt32BE(at) === first && log.readUInt32BE(at + 4) === second;
}
