import type { ChildProcess } from 'node:child_process';
import { type Disposable, toDisposable } from '../base/disposable.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Signals a child that was started `detached`, and everything it started itself. */
export function signalGroup({ pid, exitCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    if (process.platform !== 'win32') process.kill(-pid, signal);
    else if (exitCode === null) process.kill(pid, signal);
  } catch {
    // Nobody of the group is left, which is what was wanted.
  }
}

/**
 * Ends the child's group when this process ends, by Ctrl-C too: a group of its own hears nothing of
 * the terminal's. Dispose once the child has ended.
 */
export function endWithUs(child: ChildProcess): Disposable {
  const end = () => signalGroup(child, 'SIGKILL');
  const endBySignal = (signal: NodeJS.Signals) => {
    // Whoever else listens ends the process in their own way, and "exit" follows.
    if (process.listenerCount(signal) > 1) return;
    end();
    process.removeListener(signal, endBySignal);
    process.kill(process.pid, signal);
  };
  process.on('exit', end);
  for (const signal of signals) process.on(signal, endBySignal);
  return toDisposable(() => {
    process.removeListener('exit', end);
    for (const signal of signals) process.removeListener(signal, endBySignal);
  });
}
