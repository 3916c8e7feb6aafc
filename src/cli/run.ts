import { couldNotRun } from '../course/feedback/failure-messages.ts';
import { readSourceFiles } from '../course/workspace/source-files.ts';
import type { Resources } from './resources.ts';
import { createRuntime, language } from './runtime.ts';

export interface RunOptions {
  readonly directory: string;
  /** Relative to the directory; the game of the exercise unless told otherwise. */
  readonly entry: string | undefined;
  /** For the program itself. */
  readonly args: readonly string[];
  readonly resources: Resources;
  readonly print: (text: string) => void;
}

/** `ground-up run`: the learner's own program at this keyboard, with no Node or package of their own. */
export async function run({ directory, entry, args, resources, print }: RunOptions): Promise<number> {
  const problem = await createRuntime(resources, directory).play({
    workspace: directory,
    files: await readSourceFiles(directory, language),
    ...(entry === undefined ? {} : { entry }),
    args,
  });
  if (problem === undefined) return 0;
  const { headline, why } = couldNotRun(problem, language).told;
  print(`${headline}\n${why}`);
  return 2;
}
