import type { Wall } from '../../src/storming/wall.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Drawn rather than counted, so that notes that two people add on two branches have different ids and merge. */
export function freshId({ notes }: Wall): string {
  const taken = new Set(notes.map(({ id }) => id));
  let id: string;
  do id = [...crypto.getRandomValues(new Uint8Array(5))].map((byte) => letters[byte % letters.length]).join('');
  while (taken.has(id));
  return id;
}
