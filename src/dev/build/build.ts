import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyAssets } from './assets.ts';
import { type BundleOptions, bundleAll } from './bundle.ts';
import { declareTesting } from './declarations.ts';
import { noticesOf } from './notices.ts';
import { providePackages } from './provided-packages.ts';

/** Fills `dist` with everything that VS Code, the command line and the browser load. */
export async function buildAll(options: BundleOptions): Promise<void> {
  const metafiles = await bundleAll(options);
  await copyAssets(options);
  await declareTesting(options.dist);
  const provided = await providePackages(options);
  await writeFile(join(options.dist, 'NOTICES.txt'), noticesOf([...metafiles, provided]));
}
