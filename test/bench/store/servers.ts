import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient } from '@eventstore/db-client';

export type ServerName = 'no-op' | 'memory' | 'disk';

export interface Contestant {
  readonly name: ServerName;
  readonly client: EventStoreDBClient;
  stop(): Promise<void>;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One server in a process of its own, with a client of its own. */
export async function startContestant(name: ServerName): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-bench-'));
  const program = name === 'no-op' ? [file('noop-server.ts')] : [file('../../grpc/clients/serve-child.ts'), '0'];
  const args = [...program, ...(name === 'disk' ? [folder] : [])];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await firstLine(child);
  const client = EventStoreDBClient.connectionString(line.replace('listening on ', ''));
  return {
    name,
    client,
    async stop() {
      await client.dispose();
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('The server has no output.'));
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', () => reject(new Error('The server ended before it listened.')));
  });
}
