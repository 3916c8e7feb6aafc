const ending = '.storming.json';

/** A wall's file by whatever somebody, or the dialog that asked them, made of its name: `a`, `a.json` and `a.storming` are `a.storming.json`. */
export function wallFileName(name: string): string {
  return `${wallTitle(name)}${ending}`;
}

/** What a wall is called: its file's name without the ending. */
export function wallTitle(name: string): string {
  return name.replace(/(?:\.storming|\.json)+$/, '');
}
