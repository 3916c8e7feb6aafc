import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { DisposableStore, toDisposable } from '../base/disposable.ts';
import { webviewPage } from './webview-page.ts';

export interface Page {
  /** Names the page's files in `dist`: `guide` for guide.js and guide.css. */
  readonly name: string;
  readonly title: string;
  readonly element: string;
  /** Whether it uses the icon font. */
  readonly icons?: boolean;
}

/** A view or an editor that shows a page. */
export interface PagePlace {
  readonly webview: vscode.Webview;
  readonly visible: boolean;
  readonly onDidDispose: vscode.Event<void>;
}

/** Milliseconds in which a page that is looked at says its first word, be the machine ever so busy. */
const patience = 30_000;

/** Fills a webview with one of our pages, which may load its own files from `dist` and nothing else. */
export function loadPage(place: PagePlace, extension: vscode.Uri, { name, title, element, icons }: Page): void {
  const { webview } = place;
  const dist = vscode.Uri.joinPath(extension, 'dist');
  const uriOf = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [dist] };
  webview.html = webviewPage({
    title,
    element,
    script: uriOf(`${name}.js`),
    style: uriOf(`${name}.css`),
    ...(icons && { icons: uriOf('codicon.css') }),
    source: webview.cspSource,
    nonce: randomBytes(16).toString('hex'),
  });
  watchForFirstWord(place, title);
}

/**
 * Of two pages that are first shown at the same time in a browser, VS Code 1.139 can leave one empty for good, because each
 * waits for the worker that both load their files through. Nothing but a new window helps then, so that is offered.
 */
function watchForFirstWord(place: PagePlace, title: string): void {
  const owned = new DisposableStore();
  const timer = setTimeout(() => {
    owned.dispose();
    if (place.visible) void offerToReload(title);
  }, patience);
  owned.add(toDisposable(() => clearTimeout(timer)));
  owned.add(place.webview.onDidReceiveMessage(() => owned.dispose()));
  owned.add(place.onDidDispose(() => owned.dispose()));
}

async function offerToReload(title: string): Promise<void> {
  const reload = 'Reload the Window';
  const sentence = `“${title}” has stayed empty: VS Code did not load its page. Your files and events are all there; a new window shows it.`;
  const chosen = await vscode.window.showWarningMessage(sentence, reload);
  if (chosen === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
}
