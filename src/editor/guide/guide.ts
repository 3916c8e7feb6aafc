import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { GuideModel } from './guide-model.ts';
import type { GuideView } from './guide-view.ts';

export const guideViewType = 'groundUp.guide';

/** What guide-parts.ts exports: everything heavy, loaded when the guide is first shown. */
export type GuideParts = typeof import('./guide-parts.ts');

export interface GuideDependencies {
  readonly model: GuideModel;
  readonly extension: vscode.Uri;
  readonly loadParts: () => Promise<GuideParts>;
}

/**
 * The guide as an editor of its own, at most one at a time. It comes back after a reload, and is
 * made anew when the learner asks for it after closing it.
 */
export class Guide implements Disposable {
  readonly #dependencies: GuideDependencies;
  readonly #owned = new DisposableStore();
  #shown: { readonly panel: vscode.WebviewPanel; readonly view: GuideView } | undefined;
  #opening: Promise<void> | undefined;

  constructor(dependencies: GuideDependencies) {
    this.#dependencies = dependencies;
    this.#owned.add(
      vscode.window.registerWebviewPanelSerializer(guideViewType, {
        deserializeWebviewPanel: (panel: vscode.WebviewPanel) => this.#adopt(panel),
      }),
    );
    this.#owned.add({ dispose: () => this.#shown?.panel.dispose() });
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Brings the guide to the front, at a step when one is given. */
  async show(step?: string): Promise<void> {
    if (this.#shown === undefined) {
      this.#opening ??= this.#open().finally(() => {
        this.#opening = undefined;
      });
      await this.#opening;
    } else {
      this.#shown.panel.reveal(undefined, false);
    }
    if (step !== undefined) this.#shown?.view.reveal(step);
  }

  async #open(): Promise<void> {
    const beside = hasOneColumnOfEditors();
    const column = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    const panel = vscode.window.createWebviewPanel(guideViewType, 'Guide', column, { enableFindWidget: true });
    await this.#adopt(panel);
    // A guide reads from left to right into the code, and covers nothing the learner has open.
    if (beside) await vscode.commands.executeCommand('workbench.action.moveActiveEditorGroupLeft');
    // Locked, so that no file that is opened next covers the guide in turn.
    if (panel.active && isAlone()) await vscode.commands.executeCommand('workbench.action.lockEditorGroup');
  }

  async #adopt(panel: vscode.WebviewPanel): Promise<void> {
    const { model, extension, loadParts } = this.#dependencies;
    let closed = false;
    panel.onDidDispose(() => {
      closed = true;
    });
    const { GuideView, createMarkdownRenderer } = await loadParts();
    if (closed) return;
    if (this.#owned.isDisposed) return panel.dispose();
    this.#shown?.panel.dispose();
    const view = this.#owned.add(new GuideView({ panel, model, extension, render: createMarkdownRenderer() }));
    this.#shown = { panel, view };
    panel.onDidDispose(() => {
      this.#owned.release(view);
      if (this.#shown?.panel === panel) this.#shown = undefined;
    });
  }
}

function hasOneColumnOfEditors(): boolean {
  const { all } = vscode.window.tabGroups;
  return all.length === 1 && all.some(({ tabs }) => tabs.length > 0);
}

/** Whether the active editor has its group to itself. */
function isAlone(): boolean {
  return vscode.window.tabGroups.activeTabGroup.tabs.length === 1;
}
