/// <reference types="node" />
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../src/dev/chromium.ts';
import { webviewPage } from '../../../src/editor/webview-page.ts';
import type { HostMessage, PageMessage } from '../../../src/panel/contract.ts';
import { bodyClass, type ThemeName, themeCss } from './themes.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const origin = 'https://panel.test';
const pictures = join(root, 'test-results', 'panel');

/** The panel's own page with its own policy, in a plain browser; the host is whoever writes the test. */
export interface PanelPage {
  readonly page: Page;
  /** What the page has told the host so far. */
  readonly sent: readonly PageMessage[];
  /** Everything the page asked the network for beyond its own files. */
  readonly strayRequests: readonly string[];
  /** What the browser complained about, violations of the policy among it. */
  readonly complaints: readonly string[];
  post(message: HostMessage): Promise<void>;
  /** Hears what the page has said already, and whatever it says from now on. */
  listen(listener: (message: PageMessage) => void): void;
  picture(name: string): Promise<void>;
}

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
}

export class Harness {
  readonly #browser: Browser;
  readonly #files: ReadonlyMap<string, string | Buffer>;

  private constructor(browser: Browser, files: ReadonlyMap<string, string | Buffer>) {
    this.#browser = browser;
    this.#files = files;
  }

  static async start(): Promise<Harness> {
    const [browser, files] = await Promise.all([launchChromium(), bundle()]);
    return new Harness(browser, files);
  }

  async open({
    theme = 'dark',
    width = 360,
    height = 760,
    reducedMotion = true,
  }: PageOptions = {}): Promise<PanelPage> {
    const context = await this.#browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: 2,
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const sent: PageMessage[] = [];
    let listener: ((message: PageMessage) => void) | undefined;
    const strayRequests: string[] = [];
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.exposeFunction('toHost', (message: PageMessage) => {
      sent.push(message);
      listener?.(message);
    });
    await page.addInitScript(standIn, bodyClass[theme]);
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      const file = url.origin === origin ? url.pathname.slice(1) : undefined;
      const body = file === 'theme.css' ? themeCss(theme) : this.#files.get(file ?? '');
      if (body === undefined) {
        strayRequests.push(url.href);
        return route.abort();
      }
      return route.fulfill({ body, contentType: typeOf(file ?? '') });
    });
    await page.goto(`${origin}/index.html`);
    await page.waitForFunction(() => customElements.get('ground-up-panel') !== undefined);
    return {
      page,
      sent,
      strayRequests,
      complaints,
      post: async (message) => {
        try {
          await page.evaluate((data) => window.postMessage(data, '*'), message);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        } catch (thrown) {
          // Like a webview: what is told to a page that has gone is lost.
          if (!page.isClosed()) throw thrown;
        }
      },
      listen: (heard) => {
        listener = heard;
        sent.forEach(heard);
      },
      picture: async (name) => {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name}.png`) });
      },
    };
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }
}

/** What VS Code would give the page; runs in the browser. */
function standIn(themeClass: string): void {
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => Reflect.get(window, 'toHost')(message),
      getState: () => undefined,
      setState: () => undefined,
    }),
  });
  document.addEventListener('DOMContentLoaded', () => {
    document.body.className = themeClass;
  });
}

async function bundle(): Promise<ReadonlyMap<string, string | Buffer>> {
  const { outputFiles } = await build({
    entryPoints: { panel: join(root, 'media/panel/main.ts'), 'panel-style': join(root, 'media/panel/panel.css') },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    outdir: 'out',
    minify: true,
  });
  const output = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  const icons = join(root, 'node_modules/@vscode/codicons/dist');
  const html = webviewPage({
    title: 'Panel',
    element: 'ground-up-panel',
    script: '/panel.js',
    style: '/panel.css',
    icons: '/codicon.css',
    source: origin,
    nonce: 'test',
  }).replace('<link rel="stylesheet"', '<link rel="stylesheet" href="/theme.css"><link rel="stylesheet"');
  return new Map<string, string | Buffer>([
    ['index.html', html],
    ['panel.js', output('panel.js')],
    ['panel.css', output('panel-style.css')],
    ['codicon.css', readFileSync(join(icons, 'codicon.css'))],
    ['codicon.ttf', readFileSync(join(icons, 'codicon.ttf'))],
    ['favicon.ico', ''],
  ]);
}

function typeOf(file: string): string {
  const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', ttf: 'font/ttf', ico: 'image/x-icon' };
  return Object.entries(types).find(([end]) => file.endsWith(`.${end}`))?.[1] ?? 'text/plain';
}

export const resultsFolder = dirname(pictures);
