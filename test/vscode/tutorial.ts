import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Disposable, toDisposable } from '../../src/base/disposable.ts';
import { runProgram } from '../../src/dev/program.ts';
import { inRoot } from '../../src/dev/root.ts';

/** What learners install. `npm test` packs it first; alone it is as old as the last `npm run package`. */
export const packedExtension = inRoot('ground-up.vsix');

/** A tutorial as `ground-up init` makes it, in a temporary folder. */
export async function temporaryTutorial(): Promise<Disposable & { readonly folder: string }> {
  const cli = inRoot('dist', 'cli.js');
  assert.ok(existsSync(cli) && existsSync(packedExtension), 'Pack the extension first: npm run package');
  const parent = mkdtempSync(join(tmpdir(), 'ground-up-tutorial-'));
  const folder = join(parent, 'tutorial');
  const { code, output } = await runProgram(process.execPath, [cli, 'init', folder]);
  assert.equal(code, 0, output);
  return { folder, ...toDisposable(() => rmSync(parent, { recursive: true, force: true })) };
}
