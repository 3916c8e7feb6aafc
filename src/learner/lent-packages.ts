import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { clientPackage } from './protocol.ts';

/** Where the build puts what is lent, beside the bundles. */
export const lentFolder = 'lent';

/**
 * The packages that a learner's code may import without having installed them: those that are beside us, or that we have
 * installed ourselves. Name → folder; `here` is a folder of this program.
 */
export function findLentPackages(here: string): Readonly<Record<string, string>> {
  const folder = folderOf(here, clientPackage);
  return folder === undefined ? {} : { [clientPackage]: folder };
}

function folderOf(here: string, name: string): string | undefined {
  const beside = join(here, lentFolder, name);
  if (existsSync(beside)) return beside;
  try {
    return dirname(createRequire(join(here, 'package.json')).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
