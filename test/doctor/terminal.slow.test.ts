import assert from 'node:assert/strict';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runProgram } from '../../src/dev/program.ts';
import { inRoot } from '../../src/dev/root.ts';
import { startEventStore } from '../../src/testing/testing.ts';
import { type Owner, temporaryFolder } from '../course/workspace/fixture.ts';

const posix = process.platform !== 'win32' ? {} : { skip: 'Shell scripts stand in for programs.' };

/** A machine on which all is well: a folder of one's own, a name in git, a port that nobody has, no proxy. */
async function machine(test: Owner) {
  const home = await temporaryFolder(test, 'ground-up-home-');
  const folder = join(home, 'es');
  await mkdir(folder);
  await writeFile(
    join(home, '.gitconfig'),
    '[user]\n  name = Somebody Secret\n  email = somebody.secret@example.org\n',
  );
  const own = Object.entries(process.env).filter(([name]) => !/proxy$|^GIT_|^GROUND_UP_|^XDG_/i.test(name));
  const env = { ...Object.fromEntries(own), HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
  const doctor = (args: readonly string[] = [folder], more: NodeJS.ProcessEnv = {}) =>
    runProgram(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', inRoot('src/cli/main.ts'), 'doctor', '--limit', '300', ...args],
      {
        env: { ...env, ...more },
      },
    );
  return { home, folder, doctor };
}

/** What is said of one thing, up to the next. */
function about(output: string, subject: string): string {
  const all = output.split(/\n(?=[✗!?✓] )/);
  const told = all.find((part) => /^[✗!?✓] (.*)/.exec(part)?.[1]?.startsWith(subject));
  return told ?? assert.fail(`Nothing is said about ${subject}:\n${output}`);
}

describe('ground-up doctor', () => {
  it('finds all well where it is, and tells nobody’s name', posix, async (test) => {
    const { folder, doctor } = await machine(test);
    const store = await startEventStore();
    const { port } = new URL(store.connectionString.replace('esdb:', 'http:'));
    await store.stop();
    const { code, output } = await doctor([folder, '--port', port]);
    assert.equal(code, 0, output);
    assert.match(output, /^All is well: 7 things were looked at\.$/m);
    assert.match(about(output, 'Git'), /^✓ Git: Version \d+\.\d+.* is there\./);
    assert.match(output, /^Ground Up \d+\.\d+\.\d+, Node \d+/m);
    assert.doesNotMatch(output, /secret/i);
    assert.ok(!output.includes(homedir()) || homedir() === '/', output);
  });

  it('finds no git on the PATH, an old one, and the one that was installed then', posix, async (test) => {
    const { home, folder, doctor } = await machine(test);
    const bin = join(home, 'bin');
    await mkdir(bin);
    const looked = async () => doctor([folder], { PATH: bin });
    const missing = await looked();
    assert.equal(missing.code, 1);
    assert.match(about(missing.output, 'Git'), /^! Git\n {2}There is no git on this machine/);
    assert.match(about(missing.output, 'Your name in git'), /^\? /);

    await writeFile(join(bin, 'git'), '#!/bin/sh\necho "git version 2.17.1"\n');
    await chmod(join(bin, 'git'), 0o755);
    assert.match(about((await looked()).output, 'Git'), /^✗ Git\n {2}Git 2\.17\.1 is too old/);

    const { output: found } = await runProgram('sh', ['-c', 'command -v git']);
    await mkdir(join(home, 'new'));
    await symlink(found.trim(), join(home, 'new', 'git'));
    assert.match(about((await doctor([folder], { PATH: join(home, 'new') })).output, 'Git'), /^✓ /);
  });

  it('tells what the surroundings say: no name, a proxy, a synchronised drive', posix, async (test) => {
    const { home, doctor } = await machine(test);
    const folder = join(home, 'Dropbox', 'es');
    await mkdir(folder, { recursive: true });
    await writeFile(join(home, '.gitconfig'), '');
    const { code, output } = await doctor([folder], { http_proxy: 'http://ada:hunter2@proxy.example:3128' });
    assert.equal(code, 1, output);
    assert.match(about(output, 'Your name in git'), /^! .*\n.*\n {2}Run: git config --global user\.name/);
    assert.match(about(output, 'Proxy'), /^! Proxy\n {2}http_proxy is set and no_proxy doesn’t except localhost/);
    assert.match(about(output, 'Where the folder is'), /~\/Dropbox\/es is in a folder of Dropbox/);
    assert.doesNotMatch(output, /hunter2|proxy\.example/);
    assert.ok(!output.includes(home), output);
  });

  it('tells who has the port, and that it is the tutorial’s own store where it is', posix, async (test) => {
    const { folder, doctor } = await machine(test);
    const store = await startEventStore();
    test.after(() => store.stop());
    const { port } = new URL(store.connectionString.replace('esdb:', 'http:'));
    const foreign = await doctor([folder, '--port', port]);
    assert.equal(foreign.code, 1, foreign.output);
    assert.ok(about(foreign.output, `Port ${port}`).includes(`(process ${process.pid}), which is an EventStoreDB`));
    const own = await doctor([folder, '--port', port], { GROUND_UP_CONNECTION_STRING: store.connectionString });
    assert.equal(own.code, 0, own.output);
  });

  it('looks into an event store, and refuses what makes no sense', posix, async (test) => {
    const { folder, home, doctor } = await machine(test);
    const data = join(home, 'store');
    await mkdir(data);
    const { output } = await doctor([folder, '--data', data]);
    assert.match(about(output, 'Event store'), /^✓ Event store: There is no event store yet/);
    await writeFile(join(data, 'events.seal.json'), '{"state":"open"}');
    const gone = await doctor([folder, '--data', data]);
    assert.equal(gone.code, 1);
    assert.match(about(gone.output, 'Event store'), /^✗ .*\n {2}There was an event store in ~\/store/);

    const nowhere = await doctor([join(home, 'nowhere')]);
    assert.deepEqual([nowhere.code, /There is no folder/.test(nowhere.output)], [2, true]);
    const noTime = await doctor([folder, '--limit', 'soon']);
    assert.deepEqual([noTime.code, /“soon” is no time/.test(noTime.output)], [2, true]);
    const noPort = await doctor([folder, '--port', 'high']);
    assert.deepEqual([noPort.code, /“high” is no port/.test(noPort.output)], [2, true]);
  });
});
