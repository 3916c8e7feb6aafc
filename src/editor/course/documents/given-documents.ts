import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../../base/disposable.ts';
import type { GivenFile } from '../../../course/workspace/change/change-result.ts';

const scheme = 'ground-up-given';

/** Files as an exercise hands them out, to be compared with the learner's own, which were left as they are. */
export class GivenDocuments implements vscode.TextDocumentContentProvider, Disposable {
  readonly #folder: vscode.Uri;
  readonly #texts = new Map<string, string>();
  readonly #owned = new DisposableStore();

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.#texts.get(path.slice(1)) ?? '';
  }

  /** Opens a diff for each: the learner's on the left, to be edited, what was handed out on the right. */
  async compare(files: readonly GivenFile[]): Promise<void> {
    for (const { path, given } of files) {
      this.#texts.set(path, given);
      const own = vscode.Uri.joinPath(this.#folder, path);
      const handedOut = vscode.Uri.from({ scheme, path: `/${path}` });
      await vscode.commands.executeCommand('vscode.diff', own, handedOut, `${path}: yours ↔ as handed out`, {
        preview: false,
      });
    }
  }
}
