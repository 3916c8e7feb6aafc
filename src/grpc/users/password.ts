import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** A password as it is kept; both in base64. */
export interface KeptPassword {
  readonly salt: string;
  readonly hash: string;
}

const keyLength = 32;
/** A few milliseconds each: these passwords guard a port of this machine. */
const cost = { N: 4096, r: 8, p: 1 };

export function keepPassword(password: string): KeptPassword {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: keyOf(password, salt).toString('base64') };
}

export function isPassword(password: string, { salt, hash }: KeptPassword): boolean {
  const kept = Buffer.from(hash, 'base64');
  const key = keyOf(password, Buffer.from(salt, 'base64'));
  return kept.length === key.length && timingSafeEqual(kept, key);
}

function keyOf(password: string, salt: Uint8Array): Buffer {
  return scryptSync(password, salt, keyLength, cost);
}
