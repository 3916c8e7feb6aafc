import { globSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../root.ts';

const icons = ['codicon.css', 'codicon.ttf'];

const handedOut = ['package.json', 'base', '[0-9]*/README.md', '[0-9]*/*/given', '[0-9]*/*/solution'];

/** Wrong and alternative solutions prove the course to its authors; learners have no use for them. */
const proving = ['[0-9]*/*/mistakes.ts', '[0-9]*/*/mistakes', '[0-9]*/*/alternatives.ts', '[0-9]*/*/alternatives'];

export interface AssetOptions {
  readonly production: boolean;
  /** Where they go, absolute. */
  readonly dist: string;
}

/** Copies what is used as it is: the icon font, the driver for Python, and the files exercises hand out. */
export async function copyAssets({ production, dist }: AssetOptions): Promise<void> {
  await mkdir(dist, { recursive: true });
  for (const name of icons) await cp(inRoot('node_modules/@vscode/codicons/dist', name), join(dist, name));
  await cp(inRoot('src/learner/python/driver'), join(dist, 'python-driver'), { recursive: true, filter: isSource });
  const exercises = inRoot('exercises');
  for (const path of globSync(production ? handedOut : [...handedOut, ...proving], { cwd: exercises })) {
    await cp(join(exercises, path), join(dist, 'exercises', path), { recursive: true });
  }
}

/** What Python keeps beside its files belongs to one machine. */
function isSource(path: string): boolean {
  return !path.includes('__pycache__');
}
