import { statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { runProgram } from '../program.ts';
import { inRoot } from '../root.ts';
import { buildAll } from './build.ts';

export interface Packed {
  /** Absolute. */
  readonly vsix: string;
  readonly bytes: number;
}

/** Builds for learners and packs what `.vscodeignore` lets through into `ground-up.vsix`. */
export async function pack(): Promise<Packed> {
  await buildForLearners();
  const vsix = inRoot('ground-up.vsix');
  const vsce = inRoot('node_modules/@vscode/vsce/vsce');
  // The bundles contain what they need, so that no dependency is looked for or packed.
  const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', vsix];
  const { code, output } = await runProgram(process.execPath, args);
  if (code !== 0) throw new Error(`vsce could not pack the extension:\n${output.trim()}`);
  return { vsix, bytes: statSync(vsix).size };
}

/** Builds beside `dist` and then swaps, so that an editor that runs from `dist` never meets half of it. */
async function buildForLearners(): Promise<void> {
  const dist = inRoot('dist');
  const fresh = inRoot('node_modules', '.cache', `ground-up-dist-${process.pid}`);
  try {
    await buildAll({ production: true, dist: fresh });
    await rm(dist, { recursive: true, force: true });
    await rename(fresh, dist);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
