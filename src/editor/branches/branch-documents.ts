import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable.ts';
import type { Branch } from '../../course/git/branches.ts';
import type { Git } from '../../course/git/git.ts';
import { readCommit } from '../../course/git/read-tree.ts';
import { composeSolution } from '../../course/workspace/compose.ts';
import { textsOf } from '../../course/workspace/tree.ts';

const scheme = 'ground-up-branch';

/** Files as they stand on a branch, and those of one solution, as documents that nobody can change. */
export class BranchDocuments implements vscode.TextDocumentContentProvider, Disposable {
  readonly #git: Git;
  readonly #exercisesFolder: string;
  readonly #registration: Disposable;

  constructor(git: Git, exercisesFolder: string) {
    this.#git = git;
    this.#exercisesFolder = exercisesFolder;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  dispose(): void {
    this.#registration.dispose();
  }

  /** What a branch had when it was checked, whatever has come onto it since. */
  onBranch({ label, commit }: Branch, file: string): vscode.Uri {
    return uriOf(label, file, { commit });
  }

  inSolution(exercise: string, file: string): vscode.Uri {
    return uriOf(`a solution of ${exercise}`, file, { exercise });
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const asked = new URLSearchParams(query);
    const file = asked.get('file') ?? '';
    const [commit, exercise] = [asked.get('commit'), asked.get('exercise')];
    if (commit !== null)
      return (await readCommit(this.#git, commit, { wanted: (path) => path === file })).get(file) ?? '';
    if (exercise === null) return '';
    return textsOf(await composeSolution(this.#exercisesFolder, exercise)).get(file) ?? '';
  }
}

/** The path is for people, and tells the editor the language; what is meant stands in the query. */
function uriOf(where: string, file: string, what: Readonly<Record<string, string>>): vscode.Uri {
  return vscode.Uri.from({
    scheme,
    path: `/${where}/${file}`,
    query: new URLSearchParams({ file, ...what }).toString(),
  });
}
