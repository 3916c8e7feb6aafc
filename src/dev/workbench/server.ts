import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithUs, signalGroup } from '../process-group.ts';
import { runProgram } from '../program.ts';
import { installWorkbench, serverMain } from './install.ts';
import type { Profile } from './profile.ts';

export interface WorkbenchOptions {
  readonly profile: Profile;
  /** Packed extensions to install first, absolute. */
  readonly install?: readonly string[];
  /** Whether VS Code asks if a folder is trusted; otherwise every folder is. */
  readonly asksForTrust?: boolean;
  /**
   * Lets the address name an extension under development or a bundle of tests, which a released VS Code
   * otherwise ignores. In return it shows no notification by itself: they wait in the notification center.
   */
  readonly automation?: boolean;
  /** A port or a range (`4100-4119`) of which the first free one is taken; any free one when left out. */
  readonly port?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A running VS Code that is looked at in a browser. It listens on loopback only. */
export interface Workbench {
  /** Where it answers, with the secret that lets a browser in: nobody else on this machine may use this VS Code. */
  readonly address: URL;
  /** What the server printed so far; for people who look for what went wrong. */
  output(): string;
  /** Settles when the server ended by itself or was stopped. */
  readonly ended: Promise<void>;
  /** Ends the server and everything it started. */
  stop(): Promise<void>;
}

const startLimit = 30_000;

export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  await installWorkbench();
  for (const vsix of options.install ?? []) await installExtension(vsix, options.profile);
  // A process group of its own, so that stopping reaches the extension hosts and terminals too.
  const token = randomUUID();
  const server = spawn(process.execPath, serverArguments(options, token), {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  const output: string[] = [];
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const bond = endWithUs(server);
  const ended = once(server, 'close').then(() => bond.dispose());
  const stop = async () => {
    signalGroup(server, 'SIGTERM');
    await Promise.race([ended, wait(2000, undefined, { ref: false })]);
    signalGroup(server, 'SIGKILL');
    await ended;
  };
  const port = await portOf(server, output).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const address = new URL(`http://127.0.0.1:${port}/?tkn=${token}`);
  return { address, output: () => output.join(''), ended, stop };
}

function serverArguments(options: WorkbenchOptions, token: string): readonly string[] {
  const { profile, asksForTrust, automation, port = '0' } = options;
  return [
    '--disable-warning=ExperimentalWarning',
    serverMain,
    ...['--host', '127.0.0.1', '--port', port, '--connection-token', token, '--accept-server-license-terms'],
    ...['--server-data-dir', profile.folder, '--telemetry-level', 'off'],
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    ...(automation ? ['--enable-smoke-test-driver'] : []),
  ];
}

async function installExtension(vsix: string, profile: Profile): Promise<void> {
  const args = [serverMain, '--server-data-dir', profile.folder, '--install-extension', vsix, '--force'];
  const { code, output } = await runProgram(process.execPath, args);
  if (code !== 0) throw new Error(`VS Code could not install ${vsix}:\n${output.trim()}`);
}

/** The port is chosen by the server itself, so that nobody can take it in between. */
async function portOf(server: ChildProcess, output: readonly string[]): Promise<number> {
  const giveUp = Date.now() + startLimit;
  while (Date.now() < giveUp) {
    const port = output.join('').match(/agent listening on (\d+)/)?.[1];
    if (port !== undefined) return Number(port);
    if (server.exitCode !== null) break;
    await wait(25);
  }
  throw new Error(`VS Code for the browser did not start; it printed:\n${output.join('').trim()}`);
}
