import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../../base/disposable.ts';
import type { PagePlace } from '../load-page.ts';
import type { GuideModel } from './guide-model.ts';
import type { GuidePage } from './guide-page.ts';

const viewId = 'groundUp.guide';
const largeType = 'groundUp.guideLarge';

/** What bundle.ts exports: everything heavy, loaded when the guide is first shown. */
export type GuideBundle = typeof import('./bundle.ts');

export interface GuideDependencies {
  readonly model: GuideModel;
  readonly extension: vscode.Uri;
  readonly loadBundle: () => Promise<GuideBundle>;
}

interface LargeGuide {
  readonly panel: vscode.WebviewPanel;
  readonly page: GuidePage;
}

/**
 * The guide as a view in the side bar, and the same page in an editor for whoever wants more room.
 * Where the view stands is for VS Code to remember.
 */
export class Guide implements Disposable {
  readonly #dependencies: GuideDependencies;
  readonly #owned = new DisposableStore();
  #inView = Promise.withResolvers<GuidePage>();
  #large: LargeGuide | undefined;

  constructor(dependencies: GuideDependencies) {
    this.#dependencies = dependencies;
    this.#owned.add(
      vscode.window.registerWebviewViewProvider(viewId, { resolveWebviewView: (view) => this.#fillView(view) }),
    );
    this.#owned.add(
      vscode.window.registerWebviewPanelSerializer(largeType, {
        deserializeWebviewPanel: async (panel: vscode.WebviewPanel) => this.#fillLarge(panel),
      }),
    );
    this.#owned.add({ dispose: () => this.#large?.panel.dispose() });
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Brings the guide to the front, at a step when one is given; where it is large already, that one. */
  async show(step?: string, { preserveFocus = false } = {}): Promise<void> {
    const page = await (this.#large === undefined ? this.#showView(preserveFocus) : this.#showLarge(this.#large));
    if (step !== undefined) page.reveal(step);
  }

  /** Resolves once the view's page has spoken. */
  async viewReady(): Promise<void> {
    await (await this.#inView.promise).ready;
  }

  async openLarge(): Promise<void> {
    if (this.#large !== undefined) return void this.#showLarge(this.#large);
    const { Active } = vscode.ViewColumn;
    await this.#fillLarge(vscode.window.createWebviewPanel(largeType, 'Guide', Active, { enableFindWidget: true }));
  }

  async #showView(preserveFocus: boolean): Promise<GuidePage> {
    await vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus });
    return this.#inView.promise;
  }

  #showLarge({ panel, page }: LargeGuide): GuidePage {
    panel.reveal();
    return page;
  }

  async #fillView(view: vscode.WebviewView): Promise<void> {
    const page = await this.#fill(view);
    if (page === undefined) return;
    this.#inView.resolve(page);
    view.onDidDispose(() => {
      this.#inView = Promise.withResolvers();
    });
  }

  async #fillLarge(panel: vscode.WebviewPanel): Promise<void> {
    const page = await this.#fill(panel);
    if (page === undefined) return;
    this.#large?.panel.dispose();
    this.#large = { panel, page };
    panel.onDidDispose(() => {
      if (this.#large?.panel === panel) this.#large = undefined;
    });
  }

  /** Undefined when the place was closed meanwhile. */
  async #fill(place: PagePlace): Promise<GuidePage | undefined> {
    const { model, extension, loadBundle } = this.#dependencies;
    let closed = false;
    place.onDidDispose(() => {
      closed = true;
    });
    const { GuidePage, createMarkdownRenderer } = await loadBundle();
    if (closed || this.#owned.isDisposed) return undefined;
    const page = this.#owned.add(new GuidePage({ place, model, extension, render: createMarkdownRenderer() }));
    place.onDidDispose(() => this.#owned.release(page));
    return page;
  }
}
