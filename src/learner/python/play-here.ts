import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { messageOf } from '../../base/errors.ts';
import type { CouldNotRun } from '../learner-code.ts';
import type { PlayRequest } from '../runtime.ts';
import { addressOf, folder } from './files.ts';
import type { InterpreterResult } from './interpreter/interpreter.ts';
import { python } from './language.ts';

/**
 * Runs a learner's program with this process's keyboard and screen, from their folder as it is: for playing, not for
 * judging. Undefined when it came to its end.
 */
export async function playHere(request: PlayRequest, interpreter: InterpreterResult): Promise<CouldNotRun | undefined> {
  const { workspace, files, entry = python.terminalProgram, args } = request;
  if (!files.has(entry)) return { kind: 'missingFile', file: entry };
  if (interpreter.kind === 'none') return { kind: 'noChild', message: interpreter.message };
  const child = spawn(interpreter.executable, ['-m', addressOf(entry), ...args], {
    cwd: workspace,
    env: { ...process.env, PYTHONPATH: join(workspace, folder) },
    stdio: 'inherit',
  });
  try {
    await once(child, 'exit');
    return undefined;
  } catch (failure) {
    return { kind: 'noChild', message: messageOf(failure) };
  }
}
