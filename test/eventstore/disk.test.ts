import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { jsonEvent } from '../../src/eventstore/events.ts';
import { openEmbeddedStore } from '../../src/eventstore/open.ts';

const posix = process.platform !== 'win32';

function inFolder(run: (folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ground-up-disk-'));
    try {
      await run(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

describe('a disk that takes no more', {
  skip: !posix && 'Only POSIX systems can limit a process’s files for a test.',
}, () => {
  it(
    'is told in the refusal; reading goes on, and all that was acknowledged is there when there is room again',
    inFolder(async (folder) => {
      const told = await fillDisk(folder);
      assert.ok(told.acknowledged > 10);
      assert.equal(told.readable, told.acknowledged);
      assert.match(told.reason, /could not write \(.+\)\. It takes nothing more until it is opened again/);
      assert.equal(told.afterwards, told.reason);

      const opened = await openEmbeddedStore(folder);
      assert.ok(opened.kind === 'opened');
      const { store } = opened;
      const next = await store.append('big', [jsonEvent({ type: 'A', data: {} })], BigInt(told.acknowledged - 1));
      assert.equal(next.kind, 'appended');
      store.dispose();
    }),
  );
});

describe('a folder that cannot be written to', {
  skip: !posix && 'Only POSIX permissions can be taken away for a test.',
}, () => {
  it(
    'is told in a sentence, and what lies in it is left as it is',
    inFolder(async (folder) => {
      const first = await openEmbeddedStore(folder);
      assert.ok(first.kind === 'opened');
      await first.store.append('game-1', [jsonEvent({ type: 'A', data: {} })], 'any');
      first.store.dispose();

      const result = await asNobody(folder, () => openEmbeddedStore(folder));
      assert.ok(result.kind === 'failed');
      assert.match(result.reason, /could not be opened: .*Nothing can be written into that folder \(EACCES/);

      const again = await openEmbeddedStore(folder);
      assert.ok(again.kind === 'opened');
      assert.equal((await again.store.readStream('game-1')).kind, 'events');
      again.store.dispose();
    }),
  );
});

interface Told {
  readonly acknowledged: number;
  readonly readable: number;
  readonly reason: string;
  readonly afterwards: string;
}

/** Runs a store in a process whose files may only grow so far, until it refuses. */
async function fillDisk(folder: string): Promise<Told> {
  const program = fileURLToPath(new URL('fill-disk-child.ts', import.meta.url));
  // In blocks of 512 bytes or 1 KB, as the shell has it.
  const limited = 'ulimit -f 2000 && exec "$0" --disable-warning=ExperimentalWarning "$@"';
  const child = spawn('sh', ['-c', limited, process.execPath, program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Told = JSON.parse(await outputOf(child));
  return told;
}

async function outputOf(child: ChildProcess): Promise<string> {
  let output = '';
  child.stdout?.on('data', (data: Buffer) => {
    output += data.toString('utf8');
  });
  await new Promise((resolve) => child.once('close', resolve));
  return output;
}

/** Runs something without the right to write into the folder. The superuser has it always, so it has to become somebody else. */
async function asNobody<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const superuser = process.getuid?.() === 0;
  const files = [folder, join(folder, 'events.sqlite')];
  for (const file of files) chmodSync(file, 0o555);
  if (superuser) process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    if (superuser) process.seteuid?.(0);
    for (const file of files) chmodSync(file, 0o755);
  }
}
