/** `next_player`, `NextPlayer` and `#nextPlayer` → `nextplayer`: what is left where habits of spelling don't count. */
export function plainName(name: string): string {
  return name.replace(/[-_#$]/g, '').toLowerCase();
}

/** `next_player` → `nextPlayer` */
export function camelCased(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `nextPlayer` → `next_player` */
export function snakeCased(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
