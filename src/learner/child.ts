import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { Readable, Writable } from 'node:stream';
import type { Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/emitter.ts';
import { messageOf } from '../base/errors.ts';
import { type Birth, childArguments, childEnvironment, type Launch } from './launch.ts';
import { killTree, markVariable } from './process-tree.ts';
import { pipes, type Request } from './wire.ts';

/** What is heard from a child, in the order it happened. */
export type Heard =
  /** A line on the pipe for answers; whether it is a driver's is not known yet. */
  | { readonly kind: 'line'; readonly line: string }
  /** Bytes that arrived, and the text when they were written to standard output or error past the driver: by the runtime, or by the learner's code to the bare file descriptor. */
  | { readonly kind: 'raw'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'grown' }
  | { readonly kind: 'gone'; readonly code: number | null; readonly signal: string | null; readonly failure?: string };

/** One process for the learner's code; disposing it kills it with all it started. */
export interface Child extends Disposable {
  readonly heard: Event<Heard>;
  send(request: Request): void;
  /** Whether the process keeps this one alive; one that only waits must not. */
  hold(holding: boolean): void;
  /** A child that cannot start others leaves none to look for. */
  guarded: boolean;
}

/** How long after the end of a process its last words may take to arrive; milliseconds. */
const lastWords = 200;

export function startChild(launch: Launch, birth: Birth): Child {
  const mark = randomUUID();
  const heard = new Emitter<Heard>();
  const child = spawn(launch.execPath, childArguments(launch, birth), {
    cwd: tmpdir(),
    env: childEnvironment({ [markVariable]: mark }),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const streams = child.stdio.filter((stream) => stream !== null && stream !== undefined);
  // A child that is killed while it is written to breaks the pipe; its end is told by `exit`.
  for (const stream of streams) stream.on('error', () => {});
  hearLines(child, heard);
  hearEnd(child, heard);
  let alive = true;
  child.once('exit', () => {
    alive = false;
  });
  return {
    heard: heard.event,
    guarded: birth.guarded,
    send: (request) => writable(child, pipes.requests)?.write(`${JSON.stringify(request)}\n`),
    hold(holding) {
      const holders = [child, ...streams];
      for (const holder of holders) {
        if (holding) refer(holder, 'ref');
        else refer(holder, 'unref');
      }
    },
    dispose() {
      heard.fire({ kind: 'gone', code: null, signal: 'SIGKILL' });
      heard.dispose();
      if (child.pid === undefined) return;
      if (alive || !this.guarded) killTree(child.pid, alive, this.guarded ? undefined : mark);
      for (const stream of streams) stream.destroy();
      child.unref();
    },
  };
}

function refer(holder: object, how: 'ref' | 'unref'): void {
  if (how in holder) {
    const change: unknown = Reflect.get(holder, how);
    if (typeof change === 'function') Reflect.apply(change, holder, []);
  }
}

function hearLines(child: ChildProcess, heard: Emitter<Heard>): void {
  let rest = '';
  onText(readable(child, pipes.answers), (text, bytes) => {
    heard.fire({ kind: 'raw', text: '', bytes });
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) heard.fire({ kind: 'line', line });
  });
  onText(child.stdout, (text, bytes) => heard.fire({ kind: 'raw', text, bytes }));
  onText(child.stderr, (text, bytes) => heard.fire({ kind: 'raw', text, bytes }));
  onText(readable(child, pipes.lifeline), () => heard.fire({ kind: 'grown' }));
}

function onText(stream: Readable | null | undefined, listener: (text: string, bytes: number) => void): void {
  stream?.setEncoding('utf8');
  stream?.on('data', (text: string) => listener(text, Buffer.byteLength(text)));
}

/** What a process wrote before its end may arrive after it; a grandchild that keeps the pipe open must not hold it up. */
function hearEnd(child: ChildProcess, heard: Emitter<Heard>): void {
  let told = false;
  const tell = (code: number | null, signal: string | null, failure?: string) => {
    if (told) return;
    told = true;
    heard.fire({ kind: 'gone', code, signal, ...(failure === undefined ? {} : { failure }) });
  };
  child.once('error', (failure) => tell(null, null, messageOf(failure)));
  child.once('close', (code, signal) => tell(code, signal));
  child.once('exit', (code, signal) => setTimeout(() => tell(code, signal), lastWords).unref());
}

function readable(child: ChildProcess, pipe: number): Readable | undefined {
  const stream = child.stdio[pipe];
  return stream instanceof Readable ? stream : undefined;
}

function writable(child: ChildProcess, pipe: number): Writable | undefined {
  const stream = child.stdio[pipe];
  return stream instanceof Writable ? stream : undefined;
}
