import { runProgram } from '../program.ts';
import { failed, passed, type Suite } from './suite.ts';

/** A program whose exit code is the verdict, counted as one test; what it printed is shown when it failed. */
export function commandSuite(title: string, program: string, args: readonly string[]): Suite {
  return {
    title,
    async run() {
      const { code, output } = await runProgram(program, args);
      return code === 0 ? passed() : failed(output.trim());
    },
  };
}
