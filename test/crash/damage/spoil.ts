import { readFileSync, truncateSync, writeFileSync } from 'node:fs';

export const harms = ['a flipped bit', 'a page of zeroes', 'a cut end'] as const;

export type Harm = (typeof harms)[number];

const pageBytes = 4096;

/** Does a file harm at a random place, and says where. */
export function spoil(file: string, harm: Harm, random: (below: number) => number): string {
  const content = readFileSync(file);
  switch (harm) {
    case 'a flipped bit': {
      const byte = random(content.length);
      const bit = random(8);
      content[byte] = (content[byte] ?? 0) ^ (1 << bit);
      writeFileSync(file, content);
      return `bit ${bit} of byte ${byte}`;
    }
    case 'a page of zeroes': {
      const page = random(Math.floor(content.length / pageBytes));
      content.fill(0, page * pageBytes, (page + 1) * pageBytes);
      writeFileSync(file, content);
      return `page ${page + 1}`;
    }
    case 'a cut end': {
      const left = random(content.length);
      truncateSync(file, left);
      return `after ${left} of ${content.length} bytes`;
    }
  }
}
