import { transform as sucrase } from 'sucrase';
import { messageOf } from '../../base/errors.ts';
import type { CouldNotRun } from '../learner-code.ts';
import { withoutAccessors } from './accessors.ts';
import { decoratorAt, unsupportedIn } from './unsupported.ts';

/** One of the learner's files as JavaScript; line n of `code` is line n of the source. */
export interface Transformed {
  readonly kind: 'transformed';
  readonly code: string;
}

/** Turns TypeScript into JavaScript, or says what keeps it from being turned. */
export function transform(file: string, text: string): Transformed | CouldNotRun {
  const source = withoutByteOrderMark(text);
  if (source.length > longest) return tooLong(file);
  const unsupported = unsupportedIn(file, source);
  if (unsupported !== undefined) return unsupported;
  try {
    const { code } = sucrase(source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      preserveDynamicImport: true,
      filePath: file,
    });
    return { kind: 'transformed', code: withoutAccessors(code) };
  } catch (failure) {
    return syntaxError(file, source, failure);
  }
}

/** Characters of a file. Transforming keeps the host busy, and nobody writes that much by hand. */
const longest = 1_000_000;

function tooLong(file: string): CouldNotRun {
  const what = `a file of more than ${longest.toLocaleString('en')} characters`;
  return { kind: 'unsupportedSyntax', at: { file, line: 1, column: 1 }, what, instead: 'Write it as several files.' };
}

/** Some editors on Windows begin a file with one; it would shift the columns of the first line. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function syntaxError(file: string, source: string, failure: unknown): CouldNotRun {
  const message = messageOf(failure);
  const place = /\((\d+):(\d+)\)\s*$/.exec(message);
  const at = { file, line: Number(place?.[1] ?? 1), column: Number(place?.[2] ?? 1) };
  return (
    decoratorAt(source, at) ?? {
      kind: 'syntaxError',
      at,
      message: cleaned(message, source, at),
    }
  );
}

/** sucrase says `Error transforming src/a.ts: Unexpected token (3:5)`; the place is told beside it. */
function cleaned(message: string, source: string, at: { readonly line: number; readonly column: number }): string {
  const bare = message.replace(/^Error transforming .*?: /, '').replace(/\s*\(\d+:\d+\)\s*$/, '');
  if (!bare.startsWith('Unexpected token')) return bare;
  const rest =
    source
      .split('\n')
      [at.line - 1]?.slice(at.column - 1)
      .trim() ?? '';
  const found = /^(?:[\p{L}\p{N}_$]+|.)/u.exec(rest)?.[0];
  if (found === undefined) return `${bare}: the ${endsAt(source, at) ? 'file' : 'line'} ends here`;
  return `${bare}: found \`${found}\` here`;
}

function endsAt(source: string, at: { readonly line: number }): boolean {
  return source.split('\n').slice(at.line).join('').trim() === '';
}
