import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { awaitFirstWord } from './first-word.ts';
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
export type PagePlace = vscode.WebviewView | vscode.WebviewPanel;

export function onDidChangeVisibility(place: PagePlace, listener: () => void): vscode.Disposable {
  return 'onDidChangeViewState' in place ? place.onDidChangeViewState(listener) : place.onDidChangeVisibility(listener);
}

/** Fills a webview with one of our pages, which may load its own files from `dist` and nothing else. */
export function loadPage(place: PagePlace, extension: vscode.Uri, page: Page): void {
  const { webview } = place;
  const dist = vscode.Uri.joinPath(extension, 'dist');
  webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [dist] };
  const load = () => {
    webview.html = textOf(webview, dist, page);
  };
  load();
  awaitFirstWord({
    isVisible: () => place.visible,
    onDidChangeVisibility: (listener) => onDidChangeVisibility(place, listener),
    onDidSpeak: (listener) => webview.onDidReceiveMessage(listener),
    onDidClose: (listener) => place.onDidDispose(listener),
    loadAgain: load,
    giveUp: () => void offerToReload(page.title),
  });
}

/** Never the same text twice, so that setting it loads the page. */
function textOf(webview: vscode.Webview, dist: vscode.Uri, { name, title, element, icons }: Page): string {
  const uriOf = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
  return webviewPage({
    title,
    element,
    script: uriOf(`${name}.js`),
    style: uriOf(`${name}.css`),
    ...(icons && { icons: uriOf('codicon.css') }),
    source: webview.cspSource,
    nonce: randomBytes(16).toString('hex'),
  });
}

/**
 * Of two pages that are first shown at the same time in a browser, VS Code 1.139 can leave one empty for good, because each
 * waits for the worker that both load their files through. Nothing but a new window helps then, so that is offered.
 */
async function offerToReload(title: string): Promise<void> {
  const reload = 'Reload the Window';
  const sentence = `“${title}” has stayed empty: VS Code did not load its page. Your files and events are all there; a new window shows it.`;
  const chosen = await vscode.window.showWarningMessage(sentence, reload);
  if (chosen === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
}
