import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('serve-child.ts', import.meta.url));

export interface ServedProcess {
  readonly child: ChildProcess;
  readonly connectionString: string;
  readonly port: number;
  /** What it wrote to standard error. */
  warned(): string;
  /** Ends it politely and gives the exit code. */
  stop(): Promise<number | null>;
}

/**
 * A server in a process of its own. Clients of EventStoreDB register their messages globally, so
 * each of them has to be alone with itself, far from our server too.
 */
export async function serveInProcess(
  options: {
    readonly port?: number;
    readonly dataFolder?: string;
    /** Its files may only grow so far, in the shell's blocks of 512 bytes or 1 KB. */
    readonly fileLimit?: number;
  } = {},
): Promise<ServedProcess> {
  const { port = 0, dataFolder, fileLimit } = options;
  const args = [
    '--disable-warning=ExperimentalWarning',
    program,
    String(port),
    ...(dataFolder === undefined ? [] : [dataFolder]),
  ];
  const [command, all] =
    fileLimit === undefined
      ? [process.execPath, args]
      : ['sh', ['-c', `ulimit -f ${fileLimit} && exec "$0" "$@"`, process.execPath, ...args]];
  const child = spawn(command, all, { stdio: ['ignore', 'pipe', 'pipe'] });
  const warned: string[] = [];
  child.stderr.on('data', (data: Buffer) => warned.push(data.toString('utf8')));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const lines = createInterface({ input: child.stdout });
  const first = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('error', reject);
    exited.then((code) => reject(new Error(`The server ended with ${code} before it listened: ${warned.join('')}`)));
  });
  const [, connectionString, bound] = /^listening on (esdb:\/\/127\.0\.0\.1:(\d+)\?tls=false)$/.exec(first) ?? [];
  if (connectionString === undefined) throw new Error(`The server’s first line was unexpected: ${first}`);
  return {
    child,
    connectionString,
    port: Number(bound),
    warned: () => warned.join(''),
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
