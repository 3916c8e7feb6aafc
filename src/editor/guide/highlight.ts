/**
 * Colours TypeScript just enough to read: comments, strings, numbers, keywords, types. Made for
 * the ten-line examples of the instructions; a real grammar would weigh more than the guide.
 */
export function highlight(code: string, escapeHtml: (text: string) => string): string {
  return [...code.matchAll(tokenPattern)].map((token) => markUp(token, escapeHtml)).join('');
}

/** Languages of a fenced block that are read as TypeScript; every other one stays plain. */
export const highlighted: ReadonlySet<string> = new Set(['ts', 'typescript', 'js', 'javascript', 'json']);

const tokenPattern = new RegExp(
  [
    /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/,
    /(?<string>'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\.|[^`\\])*`?)/,
    /(?<word>#?[\p{L}_$][\p{L}\p{N}_$]*)/u,
    /(?<number>\d[\d_.a-z]*)/,
    /(?<other>\s+|.)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gsu',
);

const keywords = new Set(
  (
    'abstract as async await break case catch class const continue default delete do else export extends false finally ' +
    'for from function get if implements import in instanceof interface let new null of private protected public ' +
    'readonly return satisfies set static super switch this throw true try type typeof undefined var void while yield'
  ).split(' '),
);

function markUp({ 0: text, groups }: RegExpExecArray, escapeHtml: (text: string) => string): string {
  const kind = kindOf(text, groups ?? {});
  return kind === undefined ? escapeHtml(text) : `<span class="code-${kind}">${escapeHtml(text)}</span>`;
}

function kindOf(text: string, groups: Readonly<Record<string, string | undefined>>): string | undefined {
  if (groups.comment !== undefined) return 'comment';
  if (groups.string !== undefined) return 'string';
  if (groups.number !== undefined) return 'number';
  if (groups.word === undefined) return undefined;
  if (keywords.has(text)) return 'keyword';
  return /^\p{Lu}/u.test(text) ? 'type' : undefined;
}
