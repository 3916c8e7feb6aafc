import type { CodePattern } from '../language.ts';

/** Each as it is written in TypeScript; a name in any of the usual spellings, as a regular expression. */
const written: Readonly<Record<string, (name: string) => string>> = {
  raises: () => '\\bthrow\\b',
  returns: () => '\\breturn\\b',
  calls: (name) => `${name}\\s*\\(`,
  assigns: (name) => `(?<=\\.\\s*)${assigned(name)}`,
  appendsTo: (name) => `${name}\\s*\\.\\s*(?:push|unshift|splice)\\s*\\(|${assigned(name)}`,
  creates: (name) => `\\bnew\\s+${name}`,
  mentions: (name) => name,
};

export function regularExpressionOf(pattern: CodePattern): RegExp {
  const [kind = '', name = ''] = pattern.split(':');
  return new RegExp(written[kind]?.(wholeName(name)) ?? wholeName(pattern), 'i');
}

/** A name in any of the spellings habits differ in: `playerOne`, `player_one`, `_playerOne`. */
export function anySpelling(name: string): string {
  const letters = [...name.replaceAll('_', '')].map((letter) => letter.replace(/[$\\^.*+?()[\]{}|]/, '\\$&'));
  return letters.join('_?');
}

function wholeName(name: string): string {
  return `(?<![\\w$])[#_]*${anySpelling(name)}(?![\\w$])`;
}

/** `=`, `+=`, `??=` and their like, and no comparison. */
function assigned(name: string): string {
  return `${name}\\s*(?:[-+*/%&|?]{1,2})?=(?![=>])`;
}
