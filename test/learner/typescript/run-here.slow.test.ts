import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { runProgram } from '../../../src/dev/program.ts';
import { inRoot } from '../../../src/dev/root.ts';

function workspace(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-run-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'src'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

const run = (folder: string, ...args: readonly string[]) =>
  runProgram(process.execPath, [inRoot('src/cli/main.ts'), 'run', '--dir', folder, ...args]);

describe('running the learner’s own program', () => {
  it('runs src/cli.ts with what it imports, as a program that was started by itself', async (t) => {
    const folder = workspace(t, {
      'src/cli.ts': "import { hello } from './hello';\nconsole.log(hello(process.argv.length), process.argv[1]);\n",
      'src/hello.ts': "export const hello = (count: number): string => 'hello ' + String(count);\n",
    });
    const { code, output } = await run(folder);
    assert.equal(code, 0, output);
    assert.equal(output.trim(), `hello 2 ${join(folder, 'src/cli.ts')}`);
  });

  it('hands arguments on', async (t) => {
    const folder = workspace(t, { 'src/other.ts': 'console.log(process.argv.slice(2).join("+"));\n' });
    const { code, output } = await run(folder, 'src/other.ts', 'a', 'b');
    assert.equal(code, 0, output);
    assert.equal(output.trim(), 'a+b');
  });

  it('says what is missing, with exit code 2', async (t) => {
    const missing = await run(workspace(t, {}));
    assert.equal(missing.code, 2);
    assert.match(missing.output, /There is no src\/cli\.ts/);
    const broken = await run(workspace(t, { 'src/cli.ts': "import { x } from './nowhere';\nx();\n" }));
    assert.equal(broken.code, 2);
    assert.match(broken.output, /imports "\.\/nowhere"/);
  });
});
