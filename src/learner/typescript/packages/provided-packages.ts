import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { clientPackage } from '../wire.ts';

/** Where the build puts the packages that are provided, beside the bundles. */
const providedFolder = 'packages';

/**
 * The packages that a learner's code may import without having installed them: those that are beside us, or that we have
 * installed ourselves. Name → folder; `here` is a folder of this program.
 */
export function findProvidedPackages(here: string): Readonly<Record<string, string>> {
  const folder = folderOf(here, clientPackage);
  return folder === undefined ? {} : { [clientPackage]: folder };
}

function folderOf(here: string, name: string): string | undefined {
  const beside = join(here, providedFolder, name);
  if (existsSync(beside)) return beside;
  try {
    return dirname(createRequire(join(here, 'package.json')).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
