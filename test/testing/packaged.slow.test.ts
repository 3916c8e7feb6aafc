import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { buildAll } from '../../src/dev/build/build.ts';
import { inRoot } from '../../src/dev/root.ts';

const run = promisify(execFile);

/** A project of somebody else's that has the package installed. */
let project = '';

before(async () => {
  project = mkdtempSync(join(tmpdir(), 'ground-up-project-'));
  const installed = join(project, 'node_modules', 'ground-up');
  mkdirSync(installed, { recursive: true });
  copyFileSync(inRoot('package.json'), join(installed, 'package.json'));
  await buildAll({ production: true, dist: join(installed, 'dist') });
});

after(() => rmSync(project, { recursive: true, force: true }));

function write(name: string, ...lines: readonly string[]): string {
  const file = join(project, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** What TypeScript says of a file. */
async function complaints(file: string): Promise<string> {
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'esnext', '--module', 'nodenext'];
  const child = run(process.execPath, [tsc, ...options, file], { cwd: project });
  return child.then(
    ({ stdout }) => stdout,
    (thrown: unknown) => (thrown instanceof Error && 'stdout' in thrown ? String(thrown.stdout) : String(thrown)),
  );
}

describe('ground-up/testing, packed', () => {
  it('is imported by modules, and required by CommonJS', async () => {
    const work = [
      'const main = async () => {',
      '  await using store = await startEventStore();',
      '  console.log(store.connectionString);',
      '};',
      'main();',
    ];
    const module = write('esm.mjs', "import { startEventStore } from 'ground-up/testing';", ...work);
    const script = write('cjs.cjs', "const { startEventStore } = require('ground-up/testing');", ...work);
    for (const file of [module, script]) {
      const { stdout } = await run(process.execPath, [file]);
      assert.match(stdout, /^esdb:\/\/127\.0\.0\.1:\d+\?tls=false\n$/);
    }
  });

  it('has types', async () => {
    const good = [
      "import { startEventStore, type TestEventStore } from 'ground-up/testing';",
      'const store: TestEventStore = await startEventStore({ port: 0 });',
      'export const address: string = store.connectionString;',
      'await store.stop();',
    ];
    const typed = write('typed.mts', ...good);
    const wrong = write('wrong.mts', ...good, 'export const port: string = store.port;');
    assert.equal(await complaints(typed), '');
    assert.match(await complaints(wrong), /'number' is not assignable to type 'string'/);
  });

  it('serves other languages through the command line, which ends when it is told to', async () => {
    const cli = join(project, 'node_modules', 'ground-up', 'dist', 'cli.js');
    const child = execFile(process.execPath, [cli, 'serve', '--memory', '--port', '0', '--print-connection-string']);
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', resolve));
    assert.match(line, /^esdb:\/\/127\.0\.0\.1:\d+\?tls=false\n$/);
    child.kill('SIGTERM');
    assert.equal(await exited, 0);
  });
});
