import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import type { Matrix } from '../../course/branches/matrix.ts';
import { type FromPage, fromPageSchema, type ToPage } from '../../pages/matrix/contract.ts';
import { readFromPage } from '../../pages/message.ts';
import { loadPage } from '../load-page.ts';
import { matrixState } from './matrix-state.ts';

export interface MatrixViewParts {
  /** The extension's folder, which has dist/matrix.js and dist/matrix.css. */
  readonly extension: vscode.Uri;
  perform(message: Exclude<FromPage, { type: 'ready' }>): Promise<void>;
}

/** The matrix as an editor: its page, from the first `ready` until the editor is closed. */
export class MatrixView implements Disposable {
  readonly #parts: MatrixViewParts;
  readonly #owned = new DisposableStore();
  readonly #panel: vscode.WebviewPanel;
  #matrix: Matrix;
  #checking = false;

  constructor(parts: MatrixViewParts, matrix: Matrix) {
    this.#parts = parts;
    this.#matrix = matrix;
    const column = vscode.ViewColumn.Active;
    this.#panel = this.#owned.add(
      vscode.window.createWebviewPanel('groundUp.matrix', 'Branches', column, { enableFindWidget: true }),
    );
    this.#owned.add(this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#load();
  }

  get onDidClose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  show(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#send();
    this.#panel.reveal();
  }

  set checking(checking: boolean) {
    this.#checking = checking;
    this.#send();
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
    if (message.type === 'ready') return this.#send();
    try {
      await this.#parts.perform(message);
    } catch (failure) {
      void vscode.window.showErrorMessage(`That could not be done: ${messageOf(failure)}`);
    }
  }

  /** What is sent to a hidden page is lost; it says `ready` when it comes back. */
  #send(): void {
    if (this.#owned.isDisposed) return;
    const state = matrixState(this.#matrix, this.#checking);
    const message: ToPage = { type: 'state', state };
    void this.#panel.webview.postMessage(message);
  }
}
