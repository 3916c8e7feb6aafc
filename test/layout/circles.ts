import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRoot } from '../../src/dev/root.ts';

const run = promisify(execFile);

/** Where files below a folder import each other in a circle, as Biome tells it; empty when none do. */
export async function circlesIn(folder: string): Promise<string> {
  const rule = ['--only=suspicious/noImportCycles', '--max-diagnostics=none', '--colors=off'];
  const args = [inRoot('node_modules/@biomejs/biome/bin/biome'), 'lint', ...rule, '.'];
  try {
    await run(process.execPath, args, { cwd: folder });
    return '';
  } catch (failure) {
    const isVerdict = failure instanceof Error && 'code' in failure && failure.code === 1;
    if (!isVerdict || !('stdout' in failure) || !('stderr' in failure)) throw failure;
    return `${failure.stdout}${failure.stderr}`;
  }
}
