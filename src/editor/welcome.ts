import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../base/disposable.ts';
import type { CodeOpener } from './course/code-opener.ts';
import type { Guide } from './guide/guide.ts';
import type { LearnerPanel } from './learner-panel.ts';

export interface WelcomeDependencies {
  readonly storage: vscode.Memento;
  readonly code: CodeOpener;
  readonly guide: Guide;
  readonly panel: LearnerPanel;
}

/** Milliseconds for the guide's page to be there before the panel's is loaded, be the machine ever so busy. */
const pageLimit = 60_000;

/**
 * Right after the tutorial was made: the code, the guide and the panel, so that nobody has to look for them. Only the code
 * takes the focus, and all of it stops at the first thing that somebody does.
 * One page after the other: of two that start at once in a browser that never showed one, VS Code
 * 1.139 can leave the second empty, because both set up the worker that they load their files through.
 */
export async function welcome({ storage, code, guide, panel }: WelcomeDependencies): Promise<void> {
  if (storage.get('groundUp.welcomed') === true) return;
  await storage.update('groundUp.welcomed', true);
  using person = new Person();
  if (vscode.window.activeTextEditor === undefined) await code.atMember('src/domain/game.ts', 'Game');
  if (person.hasActed) return;
  const read = guide.show(undefined, { preserveFocus: true }).then(() => guide.viewReady());
  await Promise.race([read, wait(pageLimit, undefined, { ref: false })]);
  if (person.hasActed) return;
  await panel.show();
}

/**
 * Notes whether somebody has typed or clicked into a file, or opened a terminal. What extensions and the editor itself write
 * into documents that nobody is in, such as the settings, is none of it.
 */
class Person implements Disposable {
  readonly #owned = new DisposableStore();
  hasActed = false;

  constructor() {
    const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
    const acted = () => {
      this.hasActed = true;
    };
    this.#owned.add(
      vscode.workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) => contentChanges.length > 0 && isWrittenIn(document) && acted(),
      ),
    );
    this.#owned.add(
      vscode.window.onDidChangeTextEditorSelection(
        ({ textEditor, kind }) =>
          textEditor.document.uri.scheme === 'file' && (kind === Keyboard || kind === Mouse) && acted(),
      ),
    );
    this.#owned.add(vscode.window.onDidOpenTerminal(acted));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

function isWrittenIn(document: vscode.TextDocument): boolean {
  return document.uri.scheme === 'file' && document === vscode.window.activeTextEditor?.document;
}
