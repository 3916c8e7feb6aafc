import { execFile } from 'node:child_process';
import { asNode } from '../learner/typescript/start-arguments.ts';
import type { Verified, VerifyStore } from './store.ts';

/** Runs `ground-up serve --verify` on a store, on this very runtime; `commandLine` is the program's file. */
export function verifyWith(commandLine: string): VerifyStore {
  return (folder, signal) => {
    const args = ['--disable-warning=ExperimentalWarning', commandLine, 'serve', '--verify', '--data', folder];
    const options = { signal, env: { ...process.env, ...asNode }, windowsHide: true };
    return new Promise((resolve, reject) => {
      const child = execFile(process.execPath, args, options, (error, output, errorOutput) => {
        const verified = verifiedBy(child.exitCode, output.trim(), errorOutput.trim());
        if (verified === undefined) reject(error);
        else resolve(verified);
      });
    });
  };
}

/** By its exit code; undefined where it came to no end of its own. What is wrong it says to the error output, the first thing first. */
function verifiedBy(code: number | null, output: string, errorOutput: string): Verified | undefined {
  const first = (text: string) => text.split('\n')[0] ?? '';
  switch (code) {
    case 0:
      return { kind: 'sound', sentence: first(output) };
    case 1:
      return { kind: 'damaged', sentence: first(errorOutput) };
    case 2:
      return { kind: 'refused', sentence: first(errorOutput) };
    default:
      return undefined;
  }
}
