/** A piece of source text that means something; offsets into the text. */
export interface Token {
  /** A template counts as a string when nothing is put into it; `regex` is any literal whose text is of no interest. */
  readonly kind: 'word' | 'string' | 'template' | 'regex' | 'mark';
  /** What a string says with its escapes resolved, otherwise the text itself. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const space = /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const word = /[\p{L}\p{N}_$#][\p{L}\p{N}_$]*/uy;
const quoted = /'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?/y;
const templatePart = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*/y;
/** No longer than anybody writes one, so that looking for the end of what is none takes no time. */
const regex = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n]){0,200}\]|[^/\\\n[]){1,500}\/\p{L}*/uy;

/** Words a value does not end with, so that a slash behind them begins a regular expression. */
const beforeRegex = /^(?:return|typeof|case|in|of|do|else|void|delete|throw|new|await|yield)$/;

/**
 * Reads TypeScript or JavaScript as tokens. It takes any text, half-written or not meant to be code at all,
 * and never throws: what it is for goes on working while somebody types.
 */
export function scan(source: string): readonly Token[] {
  const tokens: Token[] = [];
  // How deep in braces each template was left for the code inside of it.
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  const take = (kind: Token['kind'], length: number, text = source.slice(at, at + length)) => {
    tokens.push({ kind, text, start: at, end: at + length });
    at += length;
  };
  /** From behind the backtick, or behind the brace that ends what was put in. */
  const takeTemplate = (lead: number, whole: boolean) => {
    at += lead;
    const text = match(templatePart) ?? '';
    at -= lead;
    const goesOn = source.startsWith('${', at + lead + text.length);
    const length = lead + text.length + (goesOn ? 2 : 1);
    if (goesOn) templates.push(depth);
    take(whole && !goesOn ? 'string' : 'template', Math.min(length, source.length - at), cooked(text));
  };
  while (at < source.length) {
    const skipped = match(space);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    const char = source[at];
    const name = match(word);
    const string = match(quoted);
    if (name !== undefined) take('word', name.length);
    else if (string !== undefined) take('string', string.length, cooked(string.slice(1, -1)));
    else if (char === '`') takeTemplate(1, true);
    else if (char === '}' && templates.at(-1) === depth) {
      templates.pop();
      takeTemplate(1, false);
    } else {
      const literal = char === '/' && mayBeginRegex(tokens.at(-1)) ? match(regex) : undefined;
      if (char === '{') depth++;
      if (char === '}') depth--;
      if (literal === undefined) take('mark', 1);
      else take('regex', literal.length);
    }
  }
  return tokens;
}

function mayBeginRegex(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'word') return beforeRegex.test(before.text);
  return before.kind === 'mark' && !/[)\]}]/.test(before.text);
}

const plainEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

function cooked(text: string): string {
  return text.replace(
    /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r?\n)|([\s\S]))/gi,
    (whole, long, short, byte, newline, char) => {
      const digits = long ?? short ?? byte;
      if (digits !== undefined) return codePoint(Number.parseInt(digits, 16)) ?? whole;
      return newline === undefined ? (plainEscapes[char] ?? char) : '';
    },
  );
}

function codePoint(code: number): string | undefined {
  return code > 0x10_ff_ff ? undefined : String.fromCodePoint(code);
}
