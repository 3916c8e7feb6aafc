import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import type { Disposable } from '../../base/disposable.ts';
import { Emitter, type Event } from '../../base/emitter.ts';
import { messageOf } from '../../base/errors.ts';
import { childEnvironment } from './child-environment.ts';
import { killTree, markVariable } from './process-tree.ts';
import { pipes } from './wire.ts';

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
  /** As one line of JSON. */
  send(request: object): void;
  /** Whether the process keeps this one alive; one that only waits must not. */
  hold(holding: boolean): void;
  /** A child that cannot start others leaves none to look for. */
  guarded: boolean;
}

/** How long after the end of a process its last words may take to arrive; milliseconds. */
const lastWords = 200;

export interface ProcessStart {
  readonly executable: string;
  readonly args: readonly string[];
  /** Where it is started. */
  readonly folder: string;
  /** Beside the few variables that a runtime needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it is kept from starting others. */
  readonly guarded: boolean;
}

export function startProcess({ executable, args, folder, environment, guarded }: ProcessStart): Child {
  const mark = randomUUID();
  const heard = new Emitter<Heard>();
  const child = spawn(executable, args, {
    cwd: folder,
    env: childEnvironment({ ...environment, [markVariable]: mark }),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const streams = child.stdio.filter((stream) => stream instanceof Socket);
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
    guarded,
    send: (request) => pipeOf(child, pipes.requests)?.write(`${JSON.stringify(request)}\n`),
    hold(holding) {
      for (const holder of [child, ...streams]) {
        if (holding) holder.ref();
        else holder.unref();
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

function hearLines(child: ChildProcess, heard: Emitter<Heard>): void {
  let rest = '';
  onText(pipeOf(child, pipes.answers), (text, bytes) => {
    heard.fire({ kind: 'raw', text: '', bytes });
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) heard.fire({ kind: 'line', line });
  });
  onText(pipeOf(child, 1), (text, bytes) => heard.fire({ kind: 'raw', text, bytes }));
  onText(pipeOf(child, 2), (text, bytes) => heard.fire({ kind: 'raw', text, bytes }));
  onText(pipeOf(child, pipes.lifeline), () => heard.fire({ kind: 'grown' }));
}

function onText(stream: Socket | undefined, listener: (text: string, bytes: number) => void): void {
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

function pipeOf(child: ChildProcess, descriptor: number): Socket | undefined {
  const stream = child.stdio[descriptor];
  return stream instanceof Socket ? stream : undefined;
}
