/** Lines of a program, without their line ends. */
export type Lines = readonly string[];

export function setIn(lines: Lines): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

/** `head { … }` with the body set in. */
export function block(head: string, body: Lines, end = '}'): string[] {
  const opened = head.endsWith('(') ? `${head}{` : `${head} {`;
  return body.length === 0 ? [`${opened}${end}`] : [opened, ...setIn(body), end];
}

/** Members of a class or declarations of a file, an empty line between any two. */
export function apart(...parts: readonly Lines[]): string[] {
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : ['', ...part]));
}

/** `playerOne` and `player_one`. */
export interface Spelling {
  readonly name: string;
  readonly spell: (name: string) => string;
}

export const spellings: readonly Spelling[] = [
  { name: 'camelCase', spell: (name) => name },
  { name: 'snake_case', spell: (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) },
];
