import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import { type FromPage, fromPageSchema, type MatrixState, type ToPage } from '../../pages/matrix/contract.ts';
import { readFromPage } from '../../pages/message.ts';
import { loadPage } from '../load-page.ts';

export interface MatrixViewParts {
  /** The extension's folder, which has dist/matrix.js and dist/matrix.css. */
  readonly extension: vscode.Uri;
  /** What there is to show, asked whenever it is sent. */
  state(): MatrixState;
  perform(message: Exclude<FromPage, { type: 'ready' }>): Promise<void>;
}

/** The matrix as an editor: its page, from the first `ready` until the editor is closed. */
export class MatrixView implements Disposable {
  readonly #parts: MatrixViewParts;
  readonly #owned = new DisposableStore();
  readonly #panel: vscode.WebviewPanel;

  constructor(parts: MatrixViewParts) {
    this.#parts = parts;
    const column = vscode.ViewColumn.One;
    this.#panel = this.#owned.add(
      vscode.window.createWebviewPanel('groundUp.matrix', 'Branches', column, { enableFindWidget: true }),
    );
    this.#owned.add(this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#load();
    void this.#takeTheRoom();
  }

  get onDidClose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Sends all there is to show. What is sent to a hidden page is lost; it says `ready` when it comes back. */
  send(): void {
    if (this.#owned.isDisposed) return;
    const message: ToPage = { type: 'state', state: this.#parts.state() };
    void this.#panel.webview.postMessage(message);
  }

  /** Other groups of editors are hidden, and come back as they were with the same command or when one turns to them. */
  async #takeTheRoom(): Promise<void> {
    if (vscode.window.tabGroups.all.length > 1)
      await vscode.commands.executeCommand('workbench.action.toggleMaximizeEditorGroup');
  }

  #load(): void {
    loadPage(this.#panel, this.#parts.extension, {
      name: 'matrix',
      title: 'Branches',
      element: 'ground-up-matrix',
    });
  }

  async #receive(data: unknown): Promise<void> {
    const message = readFromPage(fromPageSchema, data);
    if (message === undefined) return;
    if (message.type === 'ready') return this.send();
    try {
      await this.#parts.perform(message);
    } catch (failure) {
      void vscode.window.showErrorMessage(`That could not be done: ${messageOf(failure)}`);
    }
  }
}
