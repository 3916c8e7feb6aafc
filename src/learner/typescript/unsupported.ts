import { getFormattedTokens } from 'sucrase';
import type { SourceLocation } from '../../base/source-location.ts';
import type { CouldNotRun } from '../learner-code.ts';

interface Token {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

const decorators = {
  what: 'a decorator',
  instead: 'Decorators do not run here. Call the function yourself, or write what it does into the class.',
};
const namespaces = {
  what: 'a namespace with values in it',
  instead: 'Write each value as an `export` of a module of its own and import it from there.',
};
const importEquals = { what: '`import … = require(…)`', instead: 'Write `import … from …`.' };
const exportEquals = { what: '`export =`', instead: 'Write `export default …` or `export { … }`.' };

/** Whether a parser's complaint is about a decorator where it did not expect one, as before a parameter. */
export function decoratorAt(source: string, at: SourceLocation): CouldNotRun | undefined {
  const found = source.split('\n')[at.line - 1]?.[at.column - 1] === '@';
  return found ? { kind: 'unsupportedSyntax', at, ...decorators } : undefined;
}

/**
 * Finds what sucrase would drop without a word (a `namespace` with values in it) or hand on
 * although no runtime knows it (decorators, `import =`, `export =`).
 */
export function unsupportedIn(file: string, source: string): CouldNotRun | undefined {
  if (!/@|\b(?:namespace|module)\s+[\w.$'"]|\b(?:import\s+\w+|export)\s*=/.test(source)) return undefined;
  const tokens = tokensOf(source);
  for (const [index, token] of tokens.entries()) {
    const found = unsupportedAt(tokens, index);
    if (found !== undefined) {
      return { kind: 'unsupportedSyntax', at: { file, line: token.line, column: token.column }, ...found };
    }
  }
  return undefined;
}

function unsupportedAt(tokens: readonly Token[], index: number): { what: string; instead: string } | undefined {
  const text = (distance: number) => tokens[index + distance]?.text;
  if (text(0) === '@') return decorators;
  if (text(0) === 'export' && text(1) === '=') return exportEquals;
  if (text(0) === 'import' && text(2) === '=' && text(3) === 'require') return importEquals;
  const opens = text(0) === 'namespace' || text(0) === 'module';
  return opens && text(-1) !== 'declare' && holdsValues(tokens, index) ? namespaces : undefined;
}

const declaresValue = new Set(['const', 'let', 'var', 'function', 'class', 'enum']);

/** Walks `namespace A.B { … }` from its first word; what is no such block holds nothing. */
function holdsValues(tokens: readonly Token[], start: number): boolean {
  let index = start + 1;
  if (!/^[\w$]+$/.test(tokens[index]?.text ?? '')) return false;
  while (/^[\w$.]+$/.test(tokens[index]?.text ?? '')) index++;
  if (tokens[index]?.text !== '{') return false;
  for (let depth = 0; index < tokens.length; index++) {
    const { text } = tokens[index] ?? { text: '' };
    if (text === '{') depth++;
    if (text === '}' && --depth === 0) return false;
    if (declaresValue.has(text) && tokens[index - 1]?.text !== 'declare') return true;
  }
  return false;
}

/** The parser's own tokens, so that neither a comment nor a text is taken for code. None when it cannot parse. */
function tokensOf(source: string): Token[] {
  let formatted: string;
  try {
    formatted = getFormattedTokens(source, { transforms: ['typescript'] });
  } catch {
    return [];
  }
  return formatted.split('\n').flatMap((row) => {
    const match = /^(\d+):(\d+)-\d+:\d+\s+(\S+)\s+(\S+)/.exec(row);
    if (match === null || match[3] === 'string' || match[3] === 'template') return [];
    return [{ line: Number(match[1]), column: Number(match[2]), text: match[4] ?? '' }];
  });
}
