import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { inRoot } from '../../src/dev/root.ts';
import { storeExamination } from '../../src/doctor/store.ts';
import { verifyWith } from '../../src/doctor/verify-store.ts';
import { renewStore } from '../../src/eventstore/disk/damage/renew.ts';
import { databaseIn, logIn } from '../../src/eventstore/disk/store-files.ts';
import { openEmbeddedStore } from '../../src/eventstore/open.ts';
import { type Owner, temporaryFolder } from '../course/workspace/fixture.ts';
import { isWell, look, troubleIn } from './look.ts';

const verify = verifyWith(inRoot('src/cli/main.ts'));
const at = (folder: string) => storeExamination({ kind: 'folder', folder, verify });

/** A process that has the store of a folder open, with ten events in it. */
async function owner(test: Owner, folder: string) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', inRoot('test/doctor/store-child.ts'), folder],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  test.after(kill);
  await once(child.stdout, 'data');
  return {
    pid: child.pid,
    kill,
    async close() {
      child.stdin.end('end\n');
      await exited;
    },
  };
}

describe('the event store', () => {
  it('that was never made is none to worry about', async (test) => {
    const outcome = await look(at(join(await temporaryFolder(test), 'store')));
    assert.deepEqual(outcome, {
      kind: 'well',
      note: 'There is no event store yet. It is made when it is first needed.',
    });
  });

  it('is told to be held by another process, and is well once that has closed it', async (test) => {
    const folder = await temporaryFolder(test);
    const other = await owner(test, folder);
    const { kind, wrong, remedy } = await troubleIn(at(folder));
    assert.equal(kind, 'warning');
    assert.ok(wrong.includes(`is held by process ${other.pid}. That is another window`), wrong);
    assert.match(remedy, /Close that window/);
    await other.close();
    const after = await look(at(folder));
    assert.match(
      after.kind === 'well' ? after.note : after.kind,
      /^The event store is sound: \d+ events in \d+ streams/,
    );
  });

  it('is sound when its process was killed, and the note of that process stayed', async (test) => {
    const folder = await temporaryFolder(test);
    await (await owner(test, folder)).kill();
    await isWell(at(folder));
  });

  it('is told to be damaged, and is well when what can be read was brought into a new one', async (test) => {
    const folder = await temporaryFolder(test);
    await (await owner(test, folder)).close();
    const content = await readFile(databaseIn(folder));
    const event = content.indexOf('{"n":4}');
    assert.ok(event > 0, 'The event is in the file.');
    content.write('{"n":5}', event);
    await writeFile(databaseIn(folder), content);
    const { kind, wrong, remedy, action } = await troubleIn(at(folder));
    assert.deepEqual([kind, action], ['problem', 'showStore']);
    assert.match(wrong, /^The event store is damaged\. .*Event 4 of game-1 .* is not as it was written/);
    assert.ok(remedy.includes(`ground-up serve --data ${folder} --export FILE`), remedy);
    await renewStore(folder);
    await isWell(at(folder));
  });

  it('is told to be damaged when a page of its file makes no sense', async (test) => {
    const folder = await temporaryFolder(test);
    await (await owner(test, folder)).close();
    const content = await readFile(databaseIn(folder));
    const sound = Buffer.from(content);
    content.fill(0xa5, 4096, 8192);
    await writeFile(databaseIn(folder), content);
    assert.equal((await troubleIn(at(folder))).kind, 'problem');
    await writeFile(databaseIn(folder), sound);
    await isWell(at(folder));
  });

  it('is told to be gone when its file is, and is well when that is back', async (test) => {
    const folder = await temporaryFolder(test);
    await (await owner(test, folder)).close();
    const aside = join(folder, 'aside');
    await rename(databaseIn(folder), aside);
    const { wrong } = await troubleIn(at(folder));
    assert.match(wrong, /^There was an event store in .*, and its file events\.sqlite is gone/);
    await rename(aside, databaseIn(folder));
    await isWell(at(folder));
  });

  it('with a damaged log is left as it is, so that whoever opens it is told what is lost', async (test) => {
    const folder = await temporaryFolder(test);
    await (await owner(test, folder)).kill();
    const log = await readFile(logIn(folder));
    // Transactions that were acknowledged follow, and SQLite would throw them away.
    const middle = log.length >> 1;
    log.writeUInt8(log.readUInt8(middle) ^ 1, middle);
    await writeFile(logIn(folder), log);
    const { wrong, action } = await troubleIn(at(folder));
    assert.match(wrong, /log, .*events\.sqlite-wal, is damaged/);
    assert.equal(action, 'showStore');
    assert.deepEqual(await readFile(logIn(folder)), log);

    const opened = await openEmbeddedStore(folder);
    assert.ok(opened.kind === 'opened');
    assert.match(opened.store.remark ?? '', /the last events before its process ended are missing/);
    opened.store.dispose();
    await isWell(at(folder));
  });

  it('that something else lies in the place of is told, with what to do', async (test) => {
    const folder = await temporaryFolder(test);
    await writeFile(databaseIn(folder), 'This is no database at all, but long enough to be taken for one. '.repeat(20));
    const { kind, remedy } = await troubleIn(at(folder));
    assert.equal(kind, 'problem');
    assert.ok(remedy.includes(`put the folder ${folder} away`), remedy);
    await rename(databaseIn(folder), join(folder, 'aside'));
    await isWell(at(folder));
  });
});
