import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../program.ts';
import { inRoot } from '../root.ts';

/** What names it lies with the sources; itself it is kept apart, so that neither a watcher nor "npm ci" minds it. */
const named = import.meta.dirname;
const folder = inRoot('.vscode-test', 'workbench');
const codeServer = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
const stamp = join(folder, 'installed');

/** VS Code's own server, as the npm package code-server carries it. */
export const serverMain = join(codeServer, 'out', 'server-main.js');

/**
 * Installs VS Code for the browser from the npm registry; done once, then again only after the lock
 * file changed. No compiler is needed: what it has in native modules comes built or is not needed.
 */
export async function installWorkbench(): Promise<void> {
  const wanted = createHash('sha256')
    .update(readFileSync(join(named, 'package-lock.json')))
    .digest('hex');
  if (existsSync(serverMain) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing VS Code for the browser (once, some 100 MB) …');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(named, file), join(folder, file));
  await npm(folder, 'ci');
  // Its package leaves these two for a script that also wants a compiler, so we fetch them ourselves.
  await npm(codeServer, 'install', '--omit=dev');
  await npm(join(codeServer, 'extensions'), 'install', '--omit=dev');
  writeFileSync(stamp, wanted);
}

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runProgram('npm', [...args, ...quiet], { cwd });
  if (code !== 0) throw new Error(`VS Code for the browser could not be installed; npm said:\n${output.trim()}`);
}
