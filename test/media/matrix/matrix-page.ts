/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { webviewPage } from '../../../src/editor/webview-page.ts';
import type { MatrixAction, MatrixMessage, MatrixState } from '../../../src/panel/matrix-contract.ts';
import type { Theme } from '../guide/themes.ts';

const root = new URL('../../../', import.meta.url);
const site = 'http://matrix.test/';

export interface MatrixFiles {
  readonly script: string;
  readonly style: string;
}

/** Bundles the page as it is shipped. */
export async function bundleMatrix(): Promise<MatrixFiles> {
  const bundle = async (entry: string) => {
    const path = fileURLToPath(new URL(entry, root));
    const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm' });
    return outputFiles[0]?.text ?? '';
  };
  return { script: await bundle('media/matrix/main.ts'), style: await bundle('media/matrix/matrix.css') };
}

export interface MatrixOptions {
  readonly theme: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly zoom?: number;
}

/** The matrix's page under its real policy, with a stand-in for the editor around it. */
export class MatrixTestPage {
  readonly page: Page;
  /** What the browser refused or reported. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(browser: Browser, files: MatrixFiles, options: MatrixOptions): Promise<MatrixTestPage> {
    const { width = 900, height = 800, zoom = 1, theme } = options;
    const page = await browser.newPage({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
    });
    const matrix = new MatrixTestPage(page);
    await matrix.#serve(files);
    await page.addInitScript(standIn, { body: theme.body, variables: theme.variables });
    await page.goto(site);
    return matrix;
  }

  async show(state: MatrixState): Promise<void> {
    const message: MatrixMessage = { kind: 'state', state };
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }

  /** Everything the page has asked the host for. */
  sent(): Promise<readonly MatrixAction[]> {
    return this.page.evaluate(() => window.sentByMatrix);
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async #serve(files: MatrixFiles): Promise<void> {
    const answers: Readonly<Record<string, readonly [string, string]>> = {
      '/': [
        'text/html',
        webviewPage({
          title: 'Branches',
          element: 'ground-up-matrix',
          script: 'matrix.js',
          style: 'matrix.css',
          source: site,
          nonce: 'n0nce',
        }),
      ],
      '/matrix.js': ['text/javascript', files.script],
      '/matrix.css': ['text/css', files.style],
    };
    await this.page.route(`${site}**`, async (route) => {
      const [contentType, body] = answers[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
      await route.fulfill({ contentType, body });
    });
  }
}

declare global {
  interface Window {
    sentByMatrix: MatrixAction[];
  }
}

/** Runs in the page before anything else: what VS Code puts around a webview's own document. */
function standIn({ body, variables }: Pick<Theme, 'body' | 'variables'>): void {
  window.sentByMatrix = [];
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: MatrixAction) => window.sentByMatrix.push(message),
      getState: () => undefined,
      setState: () => undefined,
    }),
  });
  const defaults = new CSSStyleSheet();
  // VS Code's own styles yield to ours, but give `code` a colour that a theme means for another ground.
  defaults.replaceSync(`@layer {
    body { padding: 0 20px; }
    code { color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background); }
  }`);
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
    document.body.classList.add(...body.split(' '));
    document.adoptedStyleSheets.push(defaults);
  });
}
