import { plainName } from '../../base/names.ts';
import type { SourceFiles } from '../source-files.ts';
import { scheme } from './wire.ts';

/** Tried in this order, as TypeScript's bundler resolution does. */
const endings = ['', '.ts', '.mts', '.js', '.mjs', '.json', '/index.ts', '/index.js'];

/** `./x.js` in TypeScript often means the file `x.ts`. */
const sourceOf: readonly (readonly [RegExp, string])[] = [
  [/\.js$/, '.ts'],
  [/\.mjs$/, '.mts'],
];

export function isRelative(specifier: string): boolean {
  return /^\.{0,2}\/|^\.{1,2}$/.test(specifier);
}

/** The file a relative import means, or undefined when there is none. */
export function resolveRelative(files: SourceFiles, from: string, specifier: string): string | undefined {
  const target = joined(from, specifier);
  return target === undefined ? undefined : fileAt(files, target);
}

/** The file of a protocol module: `domain/game` is `src/domain/game.ts`, whatever way its words are joined. */
export function fileOfModule(files: SourceFiles, module: string): string | undefined {
  return fileAt(files, `src/${module}`) ?? fileAt(files, module) ?? similarFile(files, `src/${module}`);
}

function fileAt(files: SourceFiles, path: string): string | undefined {
  const candidates = [...endings.map((ending) => path + ending), ...sourceOf.map(([js, ts]) => path.replace(js, ts))];
  return candidates.find((candidate) => files.has(candidate));
}

function similarFile(files: SourceFiles, path: string): string | undefined {
  const wanted = endings.slice(1).map((ending) => plainName(path + ending));
  return [...files.keys()].find((file) => wanted.includes(plainName(file)));
}

function joined(from: string, specifier: string): string | undefined {
  const path = specifier.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}

/** The address under which a child knows a file; what stands in its stacks. */
export function addressOf(file: string): string {
  return scheme + file.split('/').map(encodeURIComponent).join('/');
}
