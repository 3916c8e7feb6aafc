import { couldNotRun } from '../course/mishaps.ts';
import { readSourceFiles } from '../course/workspace-files.ts';
import { runHere } from '../learner/run-here.ts';
import type { Resources } from './resources.ts';

export interface RunOptions {
  readonly directory: string;
  /** Relative to the directory; `src/cli.ts` unless told otherwise. */
  readonly entry: string | undefined;
  /** For the program itself. */
  readonly args: readonly string[];
  readonly resources: Resources;
  readonly print: (text: string) => void;
}

/** `ground-up run`: the learner's own program at this keyboard, with no Node or package of their own. */
export async function run({ directory, entry = 'src/cli.ts', args, resources, print }: RunOptions): Promise<number> {
  const { packages } = resources;
  const problem = await runHere({
    workspace: directory,
    files: await readSourceFiles(directory),
    entry,
    args,
    packages,
  });
  if (problem === undefined) return 0;
  const { headline, why } = couldNotRun(problem).told;
  print(`${headline}\n${why}`);
  return 2;
}
