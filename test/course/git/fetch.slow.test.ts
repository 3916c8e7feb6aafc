import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fetchBranches } from '../../../src/course/git/fetch.ts';
import { gitIn } from '../../../src/course/git/git.ts';
import { addBranch } from '../branches/learners.ts';
import { everyByte, temporaryFolder } from '../workspace/fixture.ts';

/** A repository with one commit on `main`, and git in it. */
async function repository(test: TestContext) {
  const folder = await temporaryFolder(test);
  const run = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' }).toString();
  run('init', '--quiet', '--initial-branch=main');
  run('-c', 'user.name=Ann', '-c', 'user.email=ann@localhost', 'commit', '--quiet', '--allow-empty', '-m', 'Begin');
  return { folder, run, git: gitIn(folder, 'git') };
}

/** A program that writes its arguments and its process into a file, and goes on as it is told. */
async function program(test: TestContext, then: string) {
  const folder = await temporaryFolder(test);
  const [path, log] = [join(folder, 'program'), join(folder, 'log')];
  await writeFile(path, `#!/bin/sh\necho "$$ $*" > '${log}.new' && mv '${log}.new' '${log}'\n${then}\n`);
  await chmod(path, 0o755);
  return { path, wasCalled: () => existsSync(log), called: () => readFileSync(log, 'utf8').trim().split(' ') };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(25);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('fetching the branches of a room', () => {
  it('brings what remotes have into refs/remotes, and touches nothing of one’s own', async (test) => {
    const room = await repository(test);
    const mine = await repository(test);
    mine.run('branch', 'learner/own');
    mine.run('remote', 'add', 'room', room.folder);
    // Whoever has set it up like this would lose their own branches to a plain `git fetch --prune`.
    mine.run('config', 'remote.room.fetch', '+refs/heads/*:refs/heads/*');
    addBranch(room.folder, 'learner/ann', 'main', { 'a.txt': 'a' });
    addBranch(room.folder, 'learner/bob', 'main', { 'b.txt': 'b' });
    const heads = () => mine.run('for-each-ref', 'refs/heads');
    const before = heads();
    assert.deepEqual(await fetchBranches(mine.git, {}), { kind: 'fetched' });
    const remotes = () => mine.run('for-each-ref', '--format=%(refname)', 'refs/remotes').trim().split('\n');
    const [main, ann, bob] = ['main', 'learner/ann', 'learner/bob'].map((name) => `refs/remotes/room/${name}`);
    assert.deepEqual(remotes(), [ann, bob, main]);
    room.run('branch', '-D', 'learner/ann');
    room.run('tag', 'v1');
    assert.deepEqual(await fetchBranches(mine.git, {}), { kind: 'fetched' });
    assert.deepEqual(remotes(), [bob, main]);
    assert.equal(heads(), before);
    assert.equal(mine.run('tag'), '');
    assert.equal(
      [...(await everyByte(mine.folder)).keys()].some((path) => path.endsWith('FETCH_HEAD')),
      false,
    );
  });

  it('asks nobody for a password, and says what to do', async (test) => {
    const server = createServer((_, response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="room"' }).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    test.after(() => server.close());
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    const { port } = address;
    const { git, run } = await repository(test);
    const asking = await program(test, 'echo secret');
    run('config', 'core.askPass', asking.path);
    run('remote', 'add', 'room', `http://ann:token@127.0.0.1:${port}/room.git`);
    run('remote', 'add', 'other', `http://127.0.0.1:${port}/room.git`);
    process.env.SSH_ASKPASS = asking.path;
    test.after(() => delete process.env.SSH_ASKPASS);
    const outcome = await fetchBranches(git, {});
    assert.ok(outcome.kind === 'failed');
    assert.match(
      outcome.sentence,
      /^Could not fetch from other: could not read Username .*have git remember it: run “git fetch other” once/,
    );
    assert.match(outcome.sentence, /Could not fetch from room: /);
    assert.doesNotMatch(outcome.sentence, /token/);
    assert.equal(asking.wasCalled(), false);
  });

  it('tells ssh to ask for nothing, in the user’s own way to call it', async (test) => {
    const { git, run } = await repository(test);
    const ssh = await program(test, 'exit 255');
    run('config', 'core.sshCommand', `'${ssh.path}' -i key`);
    run('remote', 'add', 'room', 'ssh://example.invalid/room.git');
    const outcome = await fetchBranches(git, {});
    assert.match(outcome.kind === 'failed' ? outcome.sentence : '', /ssh agent/);
    assert.deepEqual(ssh.called().slice(1, 5), ['-i', 'key', '-o', 'BatchMode=yes']);
  });

  it('gives up a remote that does not answer in time', async (test) => {
    const { git, run } = await repository(test);
    const ssh = await program(test, 'exec sleep 600');
    run('config', 'core.sshCommand', ssh.path);
    run('remote', 'add', 'room', 'ssh://example.invalid/room.git');
    const outcome = await fetchBranches(git, { timeLimit: 1_000 });
    assert.match(
      outcome.kind === 'failed' ? outcome.sentence : '',
      /did not answer within 1 seconds.*Is the network there/,
    );
  });

  it('ends at once with all it has started when it is told to', async (test) => {
    const { git, run } = await repository(test);
    const ssh = await program(test, 'exec sleep 600');
    run('config', 'core.sshCommand', ssh.path);
    run('remote', 'add', 'room', 'ssh://example.invalid/room.git');
    const abort = new AbortController();
    const fetching = assert.rejects(fetchBranches(git, { signal: abort.signal }), { name: 'AbortError' });
    await until(ssh.wasCalled);
    const pid = Number(ssh.called()[0]);
    assert.ok(isAlive(pid));
    abort.abort();
    await fetching;
    await until(() => !isAlive(pid));
  });

  it('says when there is no remote, and goes on to the next when one is gone', async (test) => {
    const { git, run } = await repository(test);
    const none = await fetchBranches(git, {});
    assert.match(none.kind === 'failed' ? none.sentence : '', /git remote add room ADDRESS/);
    const room = await repository(test);
    run('remote', 'add', 'gone', join(room.folder, 'nowhere'));
    run('remote', 'add', 'room', room.folder);
    const outcome = await fetchBranches(git, {});
    assert.match(
      outcome.kind === 'failed' ? outcome.sentence : '',
      /^Could not fetch from gone: '.*nowhere' does not appear to be a git repository\. Is its address right/,
    );
    assert.match(run('branch', '--remotes'), /room\/main/);
  });
});
