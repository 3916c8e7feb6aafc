import { globSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { inRoot, root } from '../root.ts';

const client = '@eventstore/db-client';

/** Types that the editor needs to understand the learner's code; nothing of them ever runs. */
const types = ['@types/node', 'undici-types'];

export interface ProvidedOptions {
  readonly production: boolean;
  readonly dist: string;
}

/**
 * Fills `dist/packages` with the packages that a learner may import without being able to install
 * them: the official client as one file with its types, and Node's types.
 */
export async function providePackages({ production, dist }: ProvidedOptions): Promise<Metafile> {
  const folder = join(dist, 'packages');
  for (const name of types) await copyTypes(name, folder);
  return bundleClient(join(folder, client), production);
}

async function bundleClient(folder: string, production: boolean): Promise<Metafile> {
  const source = inRoot('node_modules', client);
  const names = Object.keys(createRequire(join(root, 'package.json'))(client)).filter((name) => name !== 'default');
  const { metafile } = await build({
    // Named one by one, or an `import { … }` would not find them: Node looks for the names of a CommonJS file in its text.
    stdin: { contents: `export { ${names.join(', ')} } from '${client}';`, resolveDir: root },
    outfile: join(folder, 'index.js'),
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    minify: production,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  for (const file of globSync('dist/**/*.d.ts', { cwd: source })) await copyInto(source, file, folder);
  const { name, version, license } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  // Said outright, or the runtime parses the whole file to find out.
  const manifest = { name, version, license, type: 'commonjs', main: 'index.js', types: 'dist/index.d.ts' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return metafile;
}

async function copyTypes(name: string, folder: string): Promise<void> {
  const source = inRoot('node_modules', name);
  const files = globSync('**/*.{d.ts,d.mts}', { cwd: source });
  for (const file of ['package.json', 'LICENSE', ...files]) await copyInto(source, file, join(folder, name));
}

async function copyInto(source: string, file: string, folder: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await cp(join(source, file), join(folder, file));
}
