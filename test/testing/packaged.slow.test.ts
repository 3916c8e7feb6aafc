import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
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

function serveArguments(): readonly string[] {
  const cli = join(project, 'node_modules', 'ground-up', 'dist', 'cli.js');
  return [cli, 'serve', '--memory', '--port', '0', '--print-connection-string'];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
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

  it('ends with the program that started it, even when that was killed', {
    skip: process.platform === 'win32' && 'Windows tells nobody that a parent is gone.',
  }, async () => {
    const started = JSON.stringify([process.execPath, ...serveArguments()]);
    const program = write(
      'parent.cjs',
      "const { spawn } = require('node:child_process');",
      `const [command, ...args] = ${started};`,
      "const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });",
      'child.stdout.once("data", () => console.log(child.pid));',
    );
    const parent = execFile(process.execPath, [program]);
    const pid = Number(await new Promise<string>((resolve) => parent.stdout?.once('data', resolve)));
    parent.kill('SIGKILL');
    for (let attempt = 0; attempt < 200 && isAlive(pid); attempt += 1) await wait(50);
    assert.ok(!isAlive(pid));
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
    const child = execFile(process.execPath, serveArguments());
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', resolve));
    assert.match(line, /^esdb:\/\/127\.0\.0\.1:\d+\?tls=false\n$/);
    child.kill('SIGTERM');
    assert.equal(await exited, 0);
  });
});
