import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

const manifest = v.object({ name: v.literal('ground-up'), version: v.string() });

/** Of the package that this file belongs to: built or from the sources, its package.json is the nearest one of that name above. */
export function ownVersion(folder: string = import.meta.dirname): string {
  const read = v.safeParse(manifest, manifestIn(folder));
  if (read.success) return read.output.version;
  const above = dirname(folder);
  if (above === folder) throw new Error('The package.json of this program is gone.');
  return ownVersion(above);
}

function manifestIn(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
