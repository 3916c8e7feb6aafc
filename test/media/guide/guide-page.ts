/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { webviewPage } from '../../../src/editor/webview-page.ts';
import type { GuideAction, GuideMessage, GuideState } from '../../../src/panel/guide-contract.ts';
import type { Theme } from './themes.ts';

const root = new URL('../../../', import.meta.url);
const site = 'http://guide.test/';

export interface GuideFiles {
  readonly script: string;
  readonly style: string;
}

/** Bundles the page as it is shipped. */
export async function bundleGuide(): Promise<GuideFiles> {
  const bundle = async (entry: string) => {
    const path = fileURLToPath(new URL(entry, root));
    const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm' });
    return outputFiles[0]?.text ?? '';
  };
  return { script: await bundle('media/guide/main.ts'), style: await bundle('media/guide/guide.css') };
}

export interface GuideOptions {
  readonly theme: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly zoom?: number;
  readonly reducedMotion?: boolean;
  /** What the page stored before a reload. */
  readonly remembered?: unknown;
}

/** The guide's page under its real policy, with a stand-in for the editor around it. */
export class GuidePage {
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

  static async open(browser: Browser, files: GuideFiles, options: GuideOptions): Promise<GuidePage> {
    const { width = 560, height = 900, zoom = 1, theme, reducedMotion = true } = options;
    const page = await browser.newPage({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    const guide = new GuidePage(page);
    await guide.#serve(files);
    await page.addInitScript(standIn, { ...theme, remembered: options.remembered });
    await page.goto(site);
    return guide;
  }

  async show(state: GuideState): Promise<void> {
    await this.post({ kind: 'state', state });
  }

  async post(message: GuideMessage): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }

  /** Everything the page has asked the host for. */
  sent(): Promise<readonly GuideAction[]> {
    return this.page.evaluate(() => window.sentToHost);
  }

  remembered(): Promise<unknown> {
    return this.page.evaluate(() => window.rememberedByPage);
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async #serve(files: GuideFiles): Promise<void> {
    const answers: Readonly<Record<string, readonly [string, string]>> = {
      '/': [
        'text/html',
        webviewPage({
          title: 'Guide',
          element: 'ground-up-guide',
          script: 'guide.js',
          style: 'guide.css',
          source: site,
          nonce: 'n0nce',
        }),
      ],
      '/guide.js': ['text/javascript', files.script],
      '/guide.css': ['text/css', files.style],
    };
    await this.page.route(`${site}**`, async (route) => {
      const [contentType, body] = answers[new URL(route.request().url()).pathname] ?? ['text/plain', ''];
      await route.fulfill({ contentType, body });
    });
  }
}

declare global {
  interface Window {
    sentToHost: GuideAction[];
    rememberedByPage: unknown;
  }
}

interface StandIn {
  readonly body: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly remembered: unknown;
}

/** Runs in the page before anything else: what VS Code puts around a webview's own document. */
function standIn({ body, variables, remembered }: StandIn): void {
  window.sentToHost = [];
  window.rememberedByPage = remembered;
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: GuideAction) => window.sentToHost.push(message),
      getState: () => window.rememberedByPage,
      setState: (state: unknown) => {
        window.rememberedByPage = state;
      },
    }),
  });
  const defaults = new CSSStyleSheet();
  // VS Code's own styles yield to ours, but give `code` a colour that a theme means for another ground.
  defaults.replaceSync(`@layer {
    body { padding: 0 20px; }
    code { color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background); }
    blockquote { background: var(--vscode-textBlockQuote-background); }
  }`);
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
    document.body.classList.add(...body.split(' '));
    document.adoptedStyleSheets.push(defaults);
  });
}
