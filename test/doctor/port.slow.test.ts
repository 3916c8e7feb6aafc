import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { portExamination } from '../../src/doctor/port.ts';
import { listeningSockets, lsofHolder, netstatPid, tasklistName } from '../../src/doctor/port-holder.ts';
import { isEventStore } from '../../src/grpc/probe.ts';
import { startEventStore } from '../../src/testing/testing.ts';
import type { Owner } from '../course/workspace/fixture.ts';
import { isWell, look, troubleIn } from './look.ts';

const listens =
  "require('node:net').createServer().listen(0, process.argv[1], function () { console.log(this.address().port); });";

/** A process of its own that listens, on 127.0.0.1 or on ::1. */
async function listener(test: Owner, host: string) {
  const child = spawn(process.execPath, ['-e', listens, host], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const end = async () => {
    child.kill();
    await exited;
  };
  test.after(end);
  const [line] = await once(child.stdout, 'data');
  return { port: Number(String(line)), pid: child.pid, end };
}

/** `patience`: milliseconds in which whoever listens there may say that it is an event store. */
const at = (port: number, ownAddress?: string, patience = 60_000) =>
  portExamination({ port, ownAddress, isEventStore: () => isEventStore(port, patience) });

describe('the port', () => {
  for (const host of ['127.0.0.1', '::1']) {
    it(`that another process took on ${host} is told with its name, and free when that ended`, async (test) => {
      const { port, pid, end } = await listener(test, host);
      const { kind, wrong, remedy } = await troubleIn(at(port, undefined, 1_000));
      assert.equal(kind, 'warning');
      assert.match(
        wrong,
        new RegExp(`^Port ${port} is taken by ${basename(process.execPath)}\\S* \\(process ${pid}\\)`),
      );
      assert.match(remedy, /your own store takes another port/);
      await end();
      const outcome = await look(at(port));
      assert.deepEqual(outcome, { kind: 'well', note: 'It is free for the event store.' });
    });
  }

  it('that an event store holds is well when it is one’s own, and can be used when not', async (test) => {
    const store = await startEventStore();
    test.after(() => store.stop());
    const { port } = new URL(store.connectionString.replace('esdb:', 'http:'));
    await isWell(at(Number(port), store.connectionString));
    const { wrong, action } = await troubleIn(at(Number(port)));
    assert.match(wrong, /which is an EventStoreDB/);
    assert.equal(action, 'useServer');
  });
});

describe('who listens', () => {
  it('is read from what Linux keeps', () => {
    const table = [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      '   0: 0100007F:0841 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0',
      '   1: 0100007F:0841 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 20 4 30 10 -1',
      '   2: 0100007F:0842 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0 100 0 0 10 0',
    ].join('\n');
    assert.deepEqual(listeningSockets(table, 2113), ['4711']);
  });

  it('is read from what lsof says', () => {
    assert.deepEqual(lsofHolder('p4711\ncCode Helper (Plugin)\nf18\n'), { pid: 4711, name: 'Code Helper (Plugin)' });
    assert.equal(lsofHolder(''), undefined);
  });

  it('is read from what Windows says, in whatever language', () => {
    const netstat = [
      '  Proto  Lokale Adresse         Remoteadresse          Status           PID',
      '  TCP    127.0.0.1:2113         127.0.0.1:51877        HERGESTELLT      12',
      '  TCP    127.0.0.1:12113        0.0.0.0:0              ABHÖREN          13',
      '  TCP    127.0.0.1:2113         0.0.0.0:0              ABHÖREN          4711',
      '  TCP    [::1]:2114             [::]:0                 ABHÖREN          4712',
      '  UDP    127.0.0.1:2115         *:*                                     14',
    ].join('\r\n');
    assert.deepEqual(
      [2113, 2114, 2115].map((port) => netstatPid(netstat, port)),
      [4711, 4712, undefined],
    );
    assert.equal(tasklistName('"node.exe","4711","Console","1","38,912 K"\r\n', 4711), 'node.exe');
    assert.equal(tasklistName('INFO: No tasks are running.\r\n', 4711), undefined);
  });
});
