import { chmod } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { inRoot, root } from '../root.ts';
import { browserEntries, type Entry, exerciseEntries, nodeEntries } from './entries.ts';
import { lazyParts } from './lazy-parts.ts';

export interface BundleOptions {
  /** Smaller files without source maps: what learners install. */
  readonly production: boolean;
  /** Where the bundles go, absolute. */
  readonly dist: string;
}

/** Makes every bundle and says what went into each. */
export async function bundleAll(options: BundleOptions): Promise<readonly Metafile[]> {
  const [extension, browser, exercises] = await Promise.all([
    bundleWithLazyParts(nodeEntries, options),
    bundle(browserEntries(), browserOptions, options),
    bundle(exerciseEntries(), nodeOptions, options),
  ]);
  await chmod(join(options.dist, 'cli.js'), 0o755);
  return [...extension, browser, exercises];
}

/** A lazy part may import further parts lazily, so this goes on until a round meets no new one. */
async function bundleWithLazyParts(entries: readonly Entry[], options: BundleOptions): Promise<readonly Metafile[]> {
  const made = new Map<string, string>();
  const results: Metafile[] = [];
  let round = entries;
  while (round.length > 0) {
    for (const { output, source } of round) made.set(output, source);
    const met = new Map<string, Entry>();
    const plugins = [lazyParts((part) => met.set(part.output, part))];
    results.push(await bundle(round, { ...nodeOptions, plugins }, options));
    for (const { output, source } of met.values()) {
      const taken = made.get(output);
      if (taken !== undefined && taken !== source) throw new Error(`${taken} and ${source} would both be ${output}.`);
    }
    round = [...met.values()].filter(({ output }) => !made.has(output));
  }
  return results;
}

/** Bundles for Node, as VS Code and `ground-up` load them. */
export const nodeOptions: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  // CommonJS has no import.meta; these are what it has instead.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename', 'import.meta.url': 'moduleUrl' },
  inject: [inRoot('src/dev/build/module-url.ts')],
};

const browserOptions: BuildOptions = {
  platform: 'browser',
  format: 'iife',
  // What VS Code 1.106 carries.
  target: 'chrome138',
  loader: { '.svg': 'dataurl', '.ttf': 'file' },
};

export async function bundle(
  entries: readonly Entry[],
  kind: BuildOptions,
  { production, dist }: BundleOptions,
): Promise<Metafile> {
  const result = await build({
    ...kind,
    entryPoints: entries.map(({ source, output }) => ({ in: source, out: output.slice(0, -extname(output).length) })),
    outExtension: entries.some(({ output }) => output.endsWith('.cjs')) ? { '.js': '.cjs' } : {},
    outdir: dist,
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return result.metafile;
}
