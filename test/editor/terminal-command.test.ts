import assert from 'node:assert/strict';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runProgram } from '../../src/dev/program.ts';
import { writeCommand } from '../../src/editor/terminal-command.ts';
import { temporaryFolder } from '../course/workspace/fixture.ts';

const { execPath } = process;

describe('the command ground-up in a terminal', () => {
  const skip = process.platform === 'win32' && 'there is no sh';

  it('runs with what it is given, whatever the folders are called', { skip }, async (test) => {
    const parent = await temporaryFolder(test, "ground-up it's % here ");
    const cliPath = join(parent, 'cli.js');
    writeFileSync(
      cliPath,
      'console.log(process.env.ELECTRON_RUN_AS_NODE, ...process.argv.slice(2)); process.exitCode = 3;',
    );
    const folder = join(parent, 'bin');
    await writeCommand({ folder, execPath, cliPath });
    const { code, output } = await runProgram(join(folder, 'ground-up'), ['check', 'a b', '$HOME', '"']);
    assert.deepEqual([code, output.trim()], [3, '1 check a b $HOME "']);
  });

  it('is for the command prompt too, on lines of its own kind', async (test) => {
    const folder = await temporaryFolder(test);
    await writeCommand({ folder, execPath: 'C:\\100% VS Code\\Code.exe', cliPath: 'C:\\x\\cli.js' });
    const text = readFileSync(join(folder, 'ground-up.cmd'), 'utf8');
    assert.match(text, /\r\n"C:\\100%% VS Code\\Code\.exe" .*"C:\\x\\cli\.js" %\*\r\n$/);
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('is written anew for another editor, and left alone for the same', async (test) => {
    const folder = await temporaryFolder(test);
    const file = join(folder, 'ground-up');
    await writeCommand({ folder, execPath: '/old/code', cliPath: '/old/cli.js' });
    utimesSync(file, 1, 1);
    await writeCommand({ folder, execPath: '/old/code', cliPath: '/old/cli.js' });
    assert.equal(statSync(file).mtimeMs, 1_000);
    await writeCommand({ folder, execPath: '/new/code', cliPath: '/new/cli.js' });
    assert.match(readFileSync(file, 'utf8'), /'\/new\/code'/);
  });
});
