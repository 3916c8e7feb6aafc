import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../root.ts';

/** Writes what TypeScript needs to know of `ground-up/testing`: its interfaces are declarations as they stand. */
export async function declareTesting(dist: string): Promise<void> {
  const types = await readFile(inRoot('src/testing/types.ts'), 'utf8');
  await writeFile(join(dist, 'testing.d.ts'), `${types}\nexport declare const startEventStore: StartEventStore;\n`);
}
