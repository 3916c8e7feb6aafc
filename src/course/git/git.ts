import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Disposable } from '../../base/disposable.ts';
import { killTree } from '../../learner/process/process-tree.ts';

/**
 * Git on somebody else's machine, run so that nothing of their set-up can surprise us: arguments as
 * a list and no shell, messages in English, no prompt, no pager, no hook, no file-system monitor, no
 * fetch behind our back, no background upkeep, and never in a repository above the folder.
 */
export interface Git {
  readonly folder: string;
  /** What git prints; throws a GitError when it answers with another exit code than 0. */
  run(args: readonly string[], options?: GitOptions): Promise<Buffer>;
  /** The same as text, without the newline at its end. */
  text(args: readonly string[], options?: GitOptions): Promise<string>;
  /** The same for a question that may have no answer: undefined when git says no. */
  ask(args: readonly string[], options?: GitOptions): Promise<string | undefined>;
  /** Starts a git that answers as long as it is asked; whoever starts it disposes it. */
  start(args: readonly string[], signal?: AbortSignal): GitProcess;
}

export interface GitProcess extends Disposable {
  readonly input: Writable;
  readonly output: Readable;
  /** Why it answers no more; an AbortError when its signal ended it. */
  failure(): Promise<Error>;
}

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which it is given up; a minute unless told otherwise. */
  readonly timeLimit?: number;
  /**
   * Whether it talks to other machines. Then it and all it starts have a session of their own, without a terminal that
   * somebody could be asked at, and end together.
   */
  readonly reachesOut?: boolean;
  /** Which exit codes other than 0 are an answer and no failure. */
  readonly isAnswer?: (code: number) => boolean;
}

export class GitError extends Error {
  /** `notStarted`: there is no git that could be started; `failed`: git said no. */
  readonly kind: 'notStarted' | 'failed';

  constructor(kind: GitError['kind'], message: string) {
    super(message);
    this.name = 'GitError';
    this.kind = kind;
  }
}

/** Milliseconds after which a git that does not answer is given up. */
export const timeLimit = 60_000;

const settings = Object.entries({
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.safecrlf': 'false',
  'core.quotePath': 'false',
  'core.splitIndex': 'false',
  'core.untrackedCache': 'false',
  'core.pager': 'cat',
  'core.askPass': '',
  'credential.interactive': 'false',
  'core.logAllRefUpdates': 'true',
  'commit.gpgSign': 'false',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'advice.addEmbeddedRepo': 'false',
}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Where a git of the user's choice keeps its parts and its trust; everything else from outside is left out. */
const keptVariables = new Set(['GIT_EXEC_PATH', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']);

/** `folder` is an absolute path without symbolic links; `binary` is a path or a name to look up on the PATH. */
export function gitIn(folder: string, binary: string): Git {
  const run = (args: readonly string[], options: GitOptions = {}) => runGit(binary, folder, args, options);
  const text = async (args: readonly string[], options?: GitOptions) =>
    (await run(args, options)).toString('utf8').replace(/\r?\n$/, '');
  return {
    folder,
    run,
    text,
    start: (args, signal) => startGit(binary, folder, args, signal),
    async ask(args, options) {
      try {
        return await text(args, options);
      } catch (error) {
        if (error instanceof GitError && error.kind === 'failed') return undefined;
        throw error;
      }
    },
  };
}

function environmentFor(folder: string, extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => {
    const upper = name.toUpperCase();
    return !upper.startsWith('GIT_') || keptVariables.has(upper);
  });
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GCM_INTERACTIVE: 'never',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_EDITOR: ':',
    GIT_CEILING_DIRECTORIES: dirname(folder),
    ...extra,
  };
}

function runGit(binary: string, folder: string, args: readonly string[], options: GitOptions): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const output: Buffer[] = [];
  const errorOutput: Buffer[] = [];
  const { timeLimit: limit = timeLimit, reachesOut = false } = options;
  const child = spawnGit(binary, folder, args, options);
  const end = () => {
    if (reachesOut && child.pid !== undefined) killTree(child.pid, isRunning(child), undefined);
    else child.kill('SIGKILL');
  };
  const timer = setTimeout(end, limit);
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errorOutput.push(chunk));
  // A git that ends before it has read everything says why on its own; the broken pipe adds nothing.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => {
    clearTimeout(timer);
    end();
    reject(startFailure(error));
  });
  child.on('close', (code, signal) => {
    clearTimeout(timer);
    if (code === 0 || (code !== null && options.isAnswer?.(code))) resolve(Buffer.concat(output));
    else reject(new GitError('failed', failureText(args, Buffer.concat(errorOutput).toString('utf8'), signal, limit)));
  });
  child.stdin.end(options.input ?? '');
  return promise;
}

function startGit(binary: string, folder: string, args: readonly string[], signal?: AbortSignal): GitProcess {
  const child = spawnGit(binary, folder, args, { signal });
  let errorOutput = '';
  let failure: Error | undefined;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errorOutput += text;
  });
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => {
    failure = startFailure(error);
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, by) => resolve(by)));
  return {
    input: child.stdin,
    output: child.stdout,
    async failure() {
      const by = await ended;
      return failure ?? new GitError('failed', failureText(args, errorOutput, by, timeLimit));
    },
    dispose: () => child.kill('SIGKILL'),
  };
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function spawnGit(
  binary: string,
  folder: string,
  args: readonly string[],
  { environment, signal, reachesOut = false }: GitOptions,
) {
  return spawn(binary, ['--no-pager', ...settings, ...args], {
    cwd: folder,
    env: environmentFor(folder, environment),
    windowsHide: true,
    detached: reachesOut && process.platform !== 'win32',
    ...(signal === undefined ? {} : { signal }),
  });
}

function startFailure(error: Error): Error {
  if (error.name === 'AbortError') return error;
  return new GitError('notStarted', `git could not be started: ${error.message}`);
}

function failureText(
  [command = '']: readonly string[],
  errorOutput: string,
  signal: NodeJS.Signals | null,
  limit: number,
): string {
  if (signal !== null) return `git ${command} did not answer within ${limit / 1000} seconds.`;
  const lines = errorOutput.split('\n').filter((line) => /^(fatal|error): /.test(line));
  return (lines.length > 0 ? lines.join(' ') : errorOutput.trim()) || `git ${command} failed and did not say why.`;
}
