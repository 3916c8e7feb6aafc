import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../../base/disposable.ts';
import type { GivenFile } from '../../../course/workspace/change/change-result.ts';

const scheme = 'ground-up-given';

/** The learner's file with what is new put in. */
export interface Proposal {
  readonly path: string;
  readonly own: string;
  readonly text: string;
  readonly unplaced: readonly string[];
}

const proposed = 'Yours ↔ with what is new put in';

/** What an exercise hands out and what could be made of it, beside the learner's own files, which stay as they are. */
export class GivenDocuments implements vscode.TextDocumentContentProvider, Disposable {
  readonly #folder: vscode.Uri;
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #owned = new DisposableStore();

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
    this.#owned.add(this.#changed);
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Shows the learner's files as they are beside what they would be; all of them in one place. */
  async propose(proposals: readonly Proposal[]): Promise<void> {
    const sides = proposals.map(({ path, text }) => [this.#own(path), this.#document('with what is new', path, text)]);
    const [only, ...more] = sides;
    if (only !== undefined && more.length === 0) await vscode.commands.executeCommand('vscode.diff', ...only, proposed);
    else {
      const rows = sides.map(([own, text]) => [own, own, text]);
      await vscode.commands.executeCommand('vscode.changes', proposed, rows);
    }
  }

  async closeProposals(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ label }) => label.startsWith(proposed)));
  }

  /** Opens a diff for each: what was handed out on the left, the learner's on the right, to be edited. */
  async compare(files: readonly GivenFile[]): Promise<void> {
    for (const { path, given } of files) {
      const handedOut = this.#document('as handed out', path, given);
      const title = `${path}: as handed out ↔ yours`;
      await vscode.commands.executeCommand('vscode.diff', handedOut, this.#own(path), title, { preview: false });
    }
  }

  /** Opens a page of text, which nobody can change. */
  async read(title: string, markdown: string): Promise<void> {
    const page = this.#document('', `${title}.md`, markdown);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(page), { preview: false });
  }

  #own(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, path);
  }

  /** At the path of the learner's own, so that the editor takes both for one file. */
  #document(query: string, name: string, text: string): vscode.Uri {
    const uri = this.#own(name).with({ scheme, authority: '', query });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }
}
