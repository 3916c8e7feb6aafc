import { plainName } from '../../base/names.ts';
import type { SourceFiles } from '../source-files.ts';

/** The folder with the learner's code; what is in it is imported by its path below it. */
export const folder = 'src';

const topPackage = 'connect_four';

/** Modules that Python calls otherwise than the course does. */
const ownNames: Readonly<Record<string, string>> = {
  'domain/errors': 'domain/exceptions',
  'application/connect-four-app': 'application/application',
  'persistence/event-store-db': 'persistence/eventstoredb',
};

/** `domain/game` → `src/connect_four/domain/game.py` */
export function fileNamed(module: string): string {
  return `${folder}/${topPackage}/${(ownNames[module] ?? module).replaceAll('-', '_')}.py`;
}

/** The file of a module of the course, in whichever package and spelling it is there. */
export function fileOfModule(files: SourceFiles, module: string): string | undefined {
  const usual = fileNamed(module);
  if (files.has(usual)) return usual;
  const wanted = [ownNames[module] ?? module, module].map((name) => `/${plainName(name)}`);
  return [...files.keys()].find((file) => wanted.some((name) => `/${plainName(stem(file))}`.endsWith(name)));
}

/** What Python knows a file by: `src/connect_four/domain/game.py` → `connect_four.domain.game` */
export function addressOf(file: string): string {
  return stem(file).split('/').slice(1).join('.');
}

export function isPackage(file: string): boolean {
  return file.endsWith('/__init__.py');
}

/** Without what its name ends in; a package is its folder. */
function stem(file: string): string {
  return file.replace(/(?:\/__init__)?\.py$/, '');
}
