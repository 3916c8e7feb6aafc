import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { webviewPage } from './webview-page.ts';

export interface Page {
  /** Names the page's files in `dist`: `guide` for guide.js and guide.css. */
  readonly name: string;
  readonly title: string;
  readonly element: string;
  /** Whether it uses the icon font. */
  readonly icons?: boolean;
}

/** Fills a webview with one of our pages, which may load its own files from `dist` and nothing else. */
export function loadPage(webview: vscode.Webview, extension: vscode.Uri, { name, title, element, icons }: Page): void {
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
}
