/** About a hundred bytes of JSON, as a small event has them. */
export function sampleData(n: number): { readonly player: string; readonly column: string; readonly note: string } {
  return { player: `player-${n % 2}`, column: 'ABCDEFG'.charAt(n % 7), note: 'what was thought when it was played' };
}

/** Messages that the consumers of one persistent subscription share. */
export const persistentEvents = 100_000;
