/** The class that would carry what is on a note: `Game started` is `GameStarted`. Empty when no letter or figure is on it. */
export function classNameOf(text: string): string {
  const words = text.match(/[\p{L}\p{N}_$]+/gu) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Whether a name in some code is that class's, however it is written: `GAME_STARTED`, `gameStarted`. */
export function carriesName(name: string, className: string): boolean {
  return plain(name) === plain(className);
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Where in a text such a class begins, in most languages: at the name, counted from 0; undefined where there is none. */
export function classIn(text: string, className: string): number | undefined {
  for (const { index, 0: found, 1: name } of text.matchAll(
    /\b(?:class|record|struct|interface)\s+([\p{L}\p{N}_$]+)/gu,
  )) {
    if (name !== undefined && carriesName(name, className)) return index + found.length - name.length;
  }
  return undefined;
}
