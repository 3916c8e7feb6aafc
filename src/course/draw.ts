import { randomBytes } from 'node:crypto';

/** A seed that nobody knows beforehand. */
export function newSeed(): string {
  return randomBytes(4).toString('hex');
}

/**
 * Draws what differs from one check to the next: names, columns, whole games. The same seed gives the same, so that a
 * verdict can be had again; nobody can write a program for one seed that passes with another.
 */
export class Draw {
  #state: number;

  constructor(seed: string) {
    this.#state = hashOf(seed);
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    return items.flatMap(() => left.splice(this.below(left.length), 1));
  }

  /** An id as they are made everywhere: `5b1d3f0a-8f0e-4b52-9d0c-3f1f6f1c0a34`. */
  uuid(): string {
    const digits = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx';
    return digits.replaceAll(/[xy]/g, (digit) => (digit === 'x' ? this.below(16) : 8 + this.below(4)).toString(16));
  }

  /** Mulberry32: small, and good enough to be unpredictable to a program. From 0 to below 1. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5);
}
