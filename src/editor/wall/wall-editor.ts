import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { assertNever, messageOf } from '../../base/errors.ts';
import { SerialQueue } from '../../base/serial-queue.ts';
import { readFromPage } from '../../pages/message.ts';
import { type FromPage, fromPageSchema, type ToPage, type WallState } from '../../pages/wall/contract.ts';
import type { Edit } from '../../storming/edit.ts';
import { readWall } from '../../storming/read.ts';
import { noteOf } from '../../storming/wall.ts';
import { loadPage } from '../load-page.ts';
import { exportWall } from './export-wall.ts';
import { showInCode } from './show-in-code.ts';
import { editWall } from './wall-document.ts';

/** Fills an editor with the wall that a document's text holds, for as long as it is open. The text is all there is: what is shown is read from it, and what is done is done to it. */
export function openWall(extension: vscode.Uri, document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
  const owned = new DisposableStore();
  const editor = new WallEditor(document, panel);
  panel.onDidDispose(() => owned.dispose());
  owned.add(panel.webview.onDidReceiveMessage((message: unknown) => editor.receive(message)));
  owned.add(
    vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed === document && contentChanges.length > 0) editor.sendState();
    }),
  );
  loadPage(panel, extension, { name: 'wall', title: 'Event storming wall', element: 'ground-up-wall', icons: true });
}

class WallEditor {
  readonly #document: vscode.TextDocument;
  readonly #panel: vscode.WebviewPanel;
  readonly #tasks = new SerialQueue();

  constructor(document: vscode.TextDocument, panel: vscode.WebviewPanel) {
    this.#document = document;
    this.#panel = panel;
  }

  /** What a hidden page is told is lost; it says `ready` when it comes back. */
  sendState(): void {
    this.#send({ type: 'state', state: this.#state() });
  }

  async receive(data: unknown): Promise<void> {
    const message = readFromPage(fromPageSchema, data);
    if (message === undefined) return;
    try {
      await this.#perform(message);
    } catch (failure) {
      void vscode.window.showErrorMessage(`That could not be done: ${messageOf(failure)}`);
    }
  }

  async #perform(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.sendState();
      case 'edit':
        return this.#tasks.run(() => this.#edit(message.edit));
      case 'save':
        return this.#tasks.run(() => this.#save());
      case 'showInCode':
        return this.#showInCode(message.id);
      case 'openAsText':
        await vscode.commands.executeCommand('vscode.openWith', this.#document.uri, 'default');
        return;
      case 'exportAsSvg':
        return exportWall(this.#document, 'Svg');
      case 'exportAsMarkdown':
        return exportWall(this.#document, 'Markdown');
      default:
        return assertNever(message);
    }
  }

  async #edit(edit: Edit): Promise<void> {
    const refusal = await editWall(this.#document, edit);
    if (refusal !== undefined) this.#send({ type: 'refused', sentence: refusal });
  }

  /** VS Code says itself why something could not be saved. */
  async #save(): Promise<void> {
    await this.#document.save();
  }

  async #showInCode(id: string): Promise<void> {
    const read = readWall(this.#document.getText());
    const note = read.kind === 'wall' ? noteOf(read.wall, id) : undefined;
    if (note !== undefined) await showInCode(note.text);
  }

  #state(): WallState {
    const read = readWall(this.#document.getText());
    if (read.kind === 'unreadable') return read;
    return { ...read, readOnly: vscode.workspace.fs.isWritableFileSystem(this.#document.uri.scheme) === false };
  }

  #send(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}
