import { relative } from 'node:path';
import { makeTutorial } from '../course/workspace/tutorial.ts';

export interface InitRequest {
  readonly directory: string;
  readonly exercisesFolder: string;
  readonly print: (line: string) => void;
  /** The git binary; the one on the PATH unless told otherwise, undefined for none. */
  readonly git?: string | undefined;
}

/** `ground-up init DIRECTORY`: makes the tutorial's workspace. 0 when it stands, 2 when it could not be made. */
export async function init(request: InitRequest): Promise<number> {
  const { directory, exercisesFolder, print } = request;
  const git = 'git' in request ? request.git : 'git';
  const made = await makeTutorial({ folder: directory, exercisesFolder, git });
  if (made.kind === 'refused') {
    print(made.sentence);
    return 2;
  }
  const names = made.kind === 'repository' ? made.branches : made.folders;
  if (made.kind === 'folders') print(made.sentence);
  print(`Your tutorial is ready, with these ${made.kind === 'repository' ? 'branches' : 'folders'}:`);
  for (const name of names) print(`  ${name}`);
  print('');
  print(`You begin with ${made.exercise}. Open it in VS Code:`);
  print(`  code ${shellWord(relative(process.cwd(), made.open) || '.')}`);
  return 0;
}

function shellWord(path: string): string {
  return /^[\w./\\:@-]+$/.test(path) ? path : `"${path}"`;
}
