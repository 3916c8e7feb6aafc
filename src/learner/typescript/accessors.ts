import { codeOnly } from './find-member.ts';

const declaration =
  /(?<=[;{}\n])([ \t]*)((?:(?:public|private|protected|override|static)\s+)*)accessor[ \t]+(#?[\p{L}_$][\p{L}\p{N}_$]*)/gu;

/**
 * Writes `accessor name` out as what it stands for, a private field with a getter and a setter: no runtime knows the word
 * yet. Lines stay where they are.
 */
export function withoutAccessors(source: string): string {
  if (!source.includes('accessor')) return source;
  const found = [...codeOnly(source).matchAll(declaration)];
  return found.reduceRight((text, match) => {
    const [whole, indentation = '', modifiers = '', name = ''] = match;
    return text.slice(0, match.index) + indentation + written(modifiers, name) + text.slice(match.index + whole.length);
  }, source);
}

function written(modifiers: string, name: string): string {
  const kept = /\bstatic\b/.test(modifiers) ? 'static ' : '';
  if (name.startsWith('#')) return kept + name;
  const field = `#accessor_${name}`;
  return `${kept}get ${name}() { return this.${field}; } ${kept}set ${name}(value) { this.${field} = value; } ${kept}${field}`;
}
