import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import { type GuideMessage, parseGuideAction } from '../../panel/guide-contract.ts';
import type { RenderMarkdown } from '../../panel/guide-markdown.ts';
import { loadPage } from '../load-page.ts';
import { perform } from './guide-actions.ts';
import type { GuideFacts, GuideModel } from './guide-model.ts';
import { guideState } from './guide-state.ts';
import { stepToStayAt } from './stay.ts';

/** What one page of the guide works with. */
export interface GuideViewParts {
  readonly panel: vscode.WebviewPanel;
  readonly model: GuideModel;
  readonly render: RenderMarkdown;
  /** The extension's folder, which has dist/guide.js and dist/guide.css. */
  readonly extension: vscode.Uri;
}

/** One page of the guide in a webview panel, from its first `ready` until the panel is closed. */
export class GuideView implements Disposable {
  readonly #parts: GuideViewParts;
  readonly #owned = new DisposableStore();
  #ready = false;
  #toReveal: string | undefined;
  #facts: GuideFacts;
  #stayAt: string | undefined;

  constructor(parts: GuideViewParts) {
    this.#parts = parts;
    const { panel, model } = parts;
    this.#facts = model.facts;
    this.#owned.add(panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#owned.add(model.onDidChange(() => this.#follow()));
    this.#owned.add(panel.onDidChangeViewState(() => this.#noteHidden()));
    this.#load();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  reveal(step: string): void {
    if (this.#ready) this.#post({ kind: 'reveal', step });
    else this.#toReveal = step;
  }

  #load(): void {
    const { panel, extension } = this.#parts;
    loadPage(panel, extension, { name: 'guide', title: 'Guide', element: 'ground-up-guide' });
  }

  /** A hidden page is thrown away; it says `ready` again when it comes back. */
  #noteHidden(): void {
    if (!this.#parts.panel.visible) this.#ready = false;
  }

  async #receive(message: unknown): Promise<void> {
    const action = parseGuideAction(message);
    if (action === undefined) return;
    try {
      await perform(action, this.#parts.model, {
        codeColumn: codeColumnBeside(this.#parts.panel.viewColumn),
        sendState: () => this.#becomeReady(),
        openWebPage: async (url) => {
          await vscode.env.openExternal(vscode.Uri.parse(url, true));
        },
      });
    } catch (failure) {
      void vscode.window.showErrorMessage(`The guide could not do that: ${messageOf(failure)}`);
    }
  }

  #becomeReady(): void {
    this.#ready = true;
    this.#sendState();
    if (this.#toReveal !== undefined) this.#post({ kind: 'reveal', step: this.#toReveal });
    this.#toReveal = undefined;
  }

  #follow(): void {
    const { facts } = this.#parts.model;
    this.#stayAt = stepToStayAt(this.#facts, facts, this.#stayAt);
    this.#facts = facts;
    this.#sendState();
  }

  #sendState(): void {
    const { panel, render } = this.#parts;
    const facts = this.#facts;
    if (facts.kind === 'exercise') panel.title = `Guide: ${facts.instructions.title || facts.exercise.title}`;
    if (!this.#ready) return;
    const shown = this.#stayAt === undefined ? facts : { ...facts, current: this.#stayAt };
    this.#post({ kind: 'state', state: guideState(shown, render) });
  }

  #post(message: GuideMessage): void {
    void this.#parts.panel.webview.postMessage(message);
  }
}

/** Code opens at the guide's right; a guide that was moved elsewhere leaves the first column to the code. */
function codeColumnBeside(guide: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return guide === undefined || guide === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
}
