import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import { messageOf } from '../../base/errors.ts';
import { fromPageSchema, type ToPage } from '../../pages/guide/contract.ts';
import { readFromPage } from '../../pages/message.ts';
import { loadPage, onDidChangeVisibility, type PagePlace } from '../load-page.ts';
import type { GuideFacts, GuideModel } from './guide-model.ts';
import { guideState } from './guide-state.ts';
import type { RenderMarkdown } from './markdown.ts';
import { receive } from './receive.ts';
import { stepToStayAt } from './step-to-stay-at.ts';

/** What one page of the guide works with. */
export interface GuidePageParts {
  /** The view in the side bar, or an editor. */
  readonly place: PagePlace;
  readonly model: GuideModel;
  readonly render: RenderMarkdown;
  /** The extension's folder, which has dist/guide.js and dist/guide.css. */
  readonly extension: vscode.Uri;
}

/** One page of the guide, from its first `ready` until its place is closed. */
export class GuidePage implements Disposable {
  readonly #parts: GuidePageParts;
  readonly #owned = new DisposableStore();
  readonly #firstReady = Promise.withResolvers<void>();
  #ready = false;
  #toReveal: string | undefined;
  #facts: GuideFacts;
  #stayAt: string | undefined;

  /** Resolves once the page has spoken for the first time. */
  readonly ready: Promise<void> = this.#firstReady.promise;

  constructor(parts: GuidePageParts) {
    this.#parts = parts;
    const { place, model, extension } = parts;
    this.#facts = model.facts;
    this.#owned.add(place.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#owned.add(model.onDidChange(() => this.#follow()));
    this.#owned.add(onDidChangeVisibility(place, () => this.#noteHidden()));
    loadPage(place, extension, { name: 'guide', title: 'Guide', element: 'ground-up-guide' });
  }

  dispose(): void {
    this.#owned.dispose();
  }

  reveal(step: string): void {
    if (this.#ready) this.#post({ type: 'reveal', step });
    else this.#toReveal = step;
  }

  /** A hidden page is thrown away; it says `ready` again when it comes back. */
  #noteHidden(): void {
    if (!this.#parts.place.visible) this.#ready = false;
  }

  async #receive(data: unknown): Promise<void> {
    const message = readFromPage(fromPageSchema, data);
    if (message === undefined) return;
    try {
      await receive(message, this.#parts.model.actions, {
        codeColumn: columnBeside(this.#parts.place),
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
    this.#firstReady.resolve();
    this.#sendState();
    if (this.#toReveal !== undefined) this.#post({ type: 'reveal', step: this.#toReveal });
    this.#toReveal = undefined;
  }

  #follow(): void {
    const { facts } = this.#parts.model;
    this.#stayAt = stepToStayAt(this.#facts, facts, this.#stayAt);
    this.#facts = facts;
    this.#sendState();
  }

  #sendState(): void {
    if (!this.#ready) return;
    const facts = this.#facts;
    const shown = this.#stayAt === undefined || facts.kind !== 'exercise' ? facts : { ...facts, current: this.#stayAt };
    this.#post({ type: 'state', state: guideState(shown, this.#parts.model.language, this.#parts.render) });
  }

  #post(message: ToPage): void {
    void this.#parts.place.webview.postMessage(message);
  }
}

/** Code must not cover a guide that stands in an editor of its own, so it opens in another column where there is one. */
function columnBeside(place: PagePlace): vscode.ViewColumn | undefined {
  const own = 'viewColumn' in place ? place.viewColumn : undefined;
  if (own === undefined) return undefined;
  return vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own)?.viewColumn;
}
