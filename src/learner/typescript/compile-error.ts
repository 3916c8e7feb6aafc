import { Script } from 'node:vm';
import { transform } from 'sucrase';
import type { SourceLocation } from '../../base/source-location.ts';
import { originalColumn } from './columns.ts';

const opening = '(async function () {';

/**
 * Where a file is that parses but that the runtime will not compile, as with a name declared twice. For a module
 * the runtime tells no place, for a script it does; so the file is compiled (never run) as a script, its lines
 * where they were. Undefined when that finds nothing.
 */
export function compileErrorIn(file: string, source: string): SourceLocation | undefined {
  try {
    const { code } = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      preserveDynamicImport: true,
    });
    new Script(`${opening}${code}\n})`, { filename: 'learner', columnOffset: -opening.length });
    return undefined;
  } catch (failure) {
    const stack = failure instanceof Error ? (failure.stack ?? '') : '';
    const place = /^learner:(\d+)\n(.*)\n( *)\^/.exec(stack);
    if (place === null) return undefined;
    const [, line, text = '', indent = ''] = place;
    return { file, line: Number(line), column: columnIn(source, Number(line), text, indent.length) };
  }
}

/** The script's line differs from the learner's in types and imports only, none of which is what is wrong. */
function columnIn(source: string, line: number, text: string, before: number): number {
  const bare = text.startsWith(opening) ? before - opening.length : before;
  const code = text.startsWith(opening) ? text.slice(opening.length) : text;
  return originalColumn(code, source.split('\n')[line - 1] ?? '', bare + 1);
}
