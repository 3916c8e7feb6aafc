import type { CodePattern } from '../language.ts';

/** Each as it is written in Python; a name in any of the usual spellings, as a regular expression. */
const written: Readonly<Record<string, (name: string) => string>> = {
  raises: () => '\\braise\\b',
  returns: () => '\\breturn\\b',
  calls: (name) => `${name}\\s*\\(`,
  assigns: (name) => `(?<=\\.\\s*)${assigned(name)}`,
  appendsTo: (name) => `${name}\\s*\\.\\s*(?:append|extend|insert)\\s*\\(|${assigned(name)}`,
  creates: (name) => `${name}\\s*\\(`,
  mentions: (name) => name,
};

export function regularExpressionOf(pattern: CodePattern): RegExp {
  const [kind = '', name = ''] = pattern.split(':');
  return new RegExp(written[kind]?.(wholeName(name)) ?? wholeName(pattern), 'i');
}

/** A name in any of the spellings habits differ in: `player_one`, `playerOne`, `__player_one`. */
export function wholeName(name: string): string {
  const letters = [...name.replaceAll('_', '')].map((letter) => letter.replace(/[$\\^.*+?()[\]{}|]/, '\\$&'));
  return `(?<!\\w)_*${letters.join('_?')}(?!\\w)`;
}

/** `=`, `+=` and their like with or without a type before, and no comparison. */
function assigned(name: string): string {
  return `${name}\\s*(?::[^=\\n]+)?(?:[-+*/%&|@]{1,2})?=(?!=)`;
}
