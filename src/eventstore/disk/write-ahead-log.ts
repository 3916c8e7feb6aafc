const headerBytes = 32;
const frameHeaderBytes = 24;
/** More than any log goes through; salts that are farther away were never written. */
const mostRounds = 0x1000_0000;

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
  const frameBytes = frameHeaderBytes + pageBytes;
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    sum = summed(log, at, 8, sum, littleEndian);
    sum = summed(log, at + frameHeaderBytes, pageBytes, sum, littleEndian);
    if (roundOf(log, at) === 'this' && isSum(log, at + 16, sum)) continue;
    return goesOn(log, at, frameBytes);
  }
  return false;
}

/**
 * Whether something was written after a frame that does not match and is not of its own transaction: only then was
 * that one sure to be on disk, and not just cut short.
 */
function goesOn(log: Buffer, from: number, frameBytes: number): boolean {
  let isOver = false;
  for (let at = from; at + frameBytes <= log.length; at += frameBytes) {
    const round = roundOf(log, at);
    // No frame that was ever written begins like that.
    if (round === 'none') isOver = true;
    if (round !== 'this') continue;
    if (isOver) return true;
    // A frame that ends a transaction says how many pages the database then has.
    isOver = log.readUInt32BE(at + 4) > 0;
  }
  return false;
}

/** In which round of the log a frame was written: each has salts of its own, the first of which counts the rounds. */
function roundOf(log: Buffer, at: number): 'this' | 'earlier' | 'none' {
  const salts = log.subarray(at + 8, at + 16);
  if (salts.equals(log.subarray(16, 24))) return 'this';
  if (salts.every((byte) => byte === 0)) return 'earlier';
  const rounds = (log.readUInt32BE(16) - salts.readUInt32BE(0)) >>> 0;
  return rounds > 0 && rounds < mostRounds ? 'earlier' : 'none';
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
