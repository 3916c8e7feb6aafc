import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundle, nodeOptions } from '../build/bundle.ts';
import { inRoot, root } from '../root.ts';

export interface InHostBundle {
  /** What VS Code calls. */
  readonly entry: string;
  readonly files: readonly string[];
}

/** Bundles `test/vscode/in-host/*.test.ts` for VS Code's extension host, each file alone. */
export async function bundleInHostTests(dist = inRoot('test-results', 'in-host')): Promise<InHostBundle> {
  const sources = globSync('test/vscode/in-host/*.test.ts', { cwd: root }).sort();
  const outputOf = (source: string) => `${basename(source, '.ts')}.cjs`;
  const entry = 'entry.cjs';
  const entries = [
    { source: inRoot('src/dev/in-host/entry.ts'), output: entry },
    ...sources.map((source) => ({ source: inRoot(source), output: outputOf(source) })),
  ];
  await bundle(entries, nodeOptions, { production: false, dist });
  return { entry: join(dist, entry), files: sources.map((source) => join(dist, outputOf(source))) };
}
