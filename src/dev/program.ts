import { type SpawnOptions, spawn } from 'node:child_process';
import { root } from './root.ts';

export interface Finished {
  /** The exit code; 1 when a signal ended the program. */
  readonly code: number;
  /** Both output streams in the order they came; empty when they went straight to the terminal. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Lets the program talk to the terminal itself instead of collecting what it prints. */
  readonly live?: boolean;
}

/** Runs a program to its end. Rejects only when it could not be started at all. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd = root, env = process.env, live = false }: RunOptions = {},
): Promise<Finished> {
  const options: SpawnOptions = { cwd, env, stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'] };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    const output: Buffer[] = [];
    child.stdout?.on('data', (data: Buffer) => output.push(data));
    child.stderr?.on('data', (data: Buffer) => output.push(data));
    child.on('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}
