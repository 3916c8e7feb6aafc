import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';

/** The process that listens on a port. */
export interface Holder {
  readonly pid: number;
  /** What its program is called, where the system tells. */
  readonly name: string | undefined;
}

/** Who listens on a port of this machine; undefined where the system doesn’t tell, as of somebody else's processes. */
export function holderOf(port: number, signal: AbortSignal): Promise<Holder | undefined> {
  switch (process.platform) {
    case 'linux':
      return fromProc(port);
    case 'win32':
      return fromNetstat(port, signal);
    default:
      return fromLsof(port, signal);
  }
}

/** `/proc` names the socket that listens, and for each process the sockets that it has open. */
async function fromProc(port: number): Promise<Holder | undefined> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const wanted = new Set(tables.flatMap((table) => listeningSockets(table, port)).map((inode) => `socket:[${inode}]`));
  if (wanted.size === 0) return undefined;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const holders = await Promise.all(pids.map(async (pid) => ((await hasSocket(pid, wanted)) ? pid : undefined)));
  const pid = holders.find((found) => found !== undefined);
  if (pid === undefined) return undefined;
  return { pid: Number(pid), name: await programOf(pid) };
}

/** Of the whole command line only the program, since an argument may be a secret. */
async function programOf(pid: string): Promise<string | undefined> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return basename(commandLine.split('\0')[0] ?? '') || undefined;
}

async function hasSocket(pid: string, wanted: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  const files = await readdir(folder).catch(() => []);
  const links = await Promise.all(files.map((file) => readlink(`${folder}/${file}`).catch(() => '')));
  return links.some((link) => wanted.has(link));
}

/** The inodes of those that listen on a port, in a table like `/proc/net/tcp`. */
export function listeningSockets(table: string, port: number): string[] {
  const listening = '0A';
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    return local.endsWith(suffix) && state === listening && inode !== undefined ? [inode] : [];
  });
}

async function fromLsof(port: number, signal: AbortSignal): Promise<Holder | undefined> {
  // Neither names of hosts nor of services, those who listen alone, process and command each on a line.
  return lsofHolder(await outputOf('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], signal));
}

/** `p123\ncnode\nf18\n` */
export function lsofHolder(output: string): Holder | undefined {
  const pid = /^p(\d+)$/m.exec(output)?.[1];
  return pid === undefined ? undefined : { pid: Number(pid), name: /^c(.+)$/m.exec(output)?.[1] };
}

async function fromNetstat(port: number, signal: AbortSignal): Promise<Holder | undefined> {
  const pid = netstatPid(await outputOf('netstat', ['-ano'], signal), port);
  if (pid === undefined) return undefined;
  const list = await outputOf('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], signal);
  return { pid, name: tasklistName(list, pid) };
}

/** Windows translates the word for LISTENING; that nobody is at the other end it writes with zeros everywhere. */
export function netstatPid(output: string, port: number): number | undefined {
  for (const line of output.split(/\r?\n/)) {
    const [protocol, local = '', foreign = '', , pid] = line.trim().split(/\s+/);
    const listens = foreign === '0.0.0.0:0' || foreign === '[::]:0';
    if (protocol === 'TCP' && local.endsWith(`:${port}`) && listens && pid !== undefined) return Number(pid);
  }
  return undefined;
}

/** `"node.exe","4711","Console","1","38,912 K"` */
export function tasklistName(output: string, pid: number): string | undefined {
  return new RegExp(`^"([^"]+)","${pid}",`, 'm').exec(output)?.[1];
}

/** What a program of the system prints; nothing where it isn't there or has nothing to say. */
function outputOf(program: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  return promisify(execFile)(program, args, { signal, windowsHide: true }).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
