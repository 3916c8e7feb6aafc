import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from '../../../src/dev/build/build.ts';
import { inRoot } from '../../../src/dev/root.ts';

export interface Size {
  readonly name: string;
  readonly bytes: number;
}

/** Every bundle as it is packed, and the package itself; largest first. */
export async function bundleSizes(): Promise<readonly Size[]> {
  const dist = mkdtempSync(join(tmpdir(), 'ground-up-sizes-'));
  try {
    await buildAll({ production: true, dist });
    const bundles = readdirSync(dist).filter((name) => /\.(js|css)$/.test(name));
    const sizes = bundles.map((name) => ({ name, bytes: statSync(join(dist, name)).size }));
    return [{ name: 'ground-up.vsix', bytes: statSync(inRoot('ground-up.vsix')).size }, ...sizes.sort(byBytes)];
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

function byBytes(one: Size, other: Size): number {
  return other.bytes - one.bytes;
}
