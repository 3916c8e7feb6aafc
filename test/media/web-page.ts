/// <reference types="node" />
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { webviewPage } from '../../src/editor/webview-page.ts';
import type { Theme } from './themes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const picturesFolder = join(root, 'test-results');
export const site = 'https://webview.test';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Every file a page may load, by its path. */
export type PageFiles = ReadonlyMap<string, string | Buffer>;

export interface PageOptions {
  readonly theme: Theme;
  readonly width?: number;
  readonly height?: number;
  /** 2 is 200 %: half as many pixels of its own in the same window. */
  readonly zoom?: number;
  readonly reducedMotion?: boolean;
  /** Pixels of the picture for each pixel of the window. */
  readonly sharpness?: number;
  /** What the page stored before a reload. */
  readonly remembered?: unknown;
}

/** Bundles one of the pages of `media` as it is shipped. */
export async function bundlePage(name: 'panel' | 'guide' | 'matrix' | 'wall'): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: { script: join(root, `media/${name}/main.ts`), style: join(root, `media/${name}/${name}.css`) },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    outdir: 'out',
    minify: true,
  });
  const output = (file: string) => outputFiles.find(({ path }) => path.endsWith(file))?.text ?? '';
  const icons = join(root, 'node_modules/@vscode/codicons/dist');
  const page = {
    title: name,
    element: `ground-up-${name}`,
    script: '/script.js',
    style: '/style.css',
    icons: '/codicon.css',
    source: site,
    nonce: 'n0nce',
  };
  return new Map<string, string | Buffer>([
    ['/', webviewPage(page)],
    ['/script.js', output('script.js')],
    ['/style.css', output('style.css')],
    ['/codicon.css', readFileSync(join(icons, 'codicon.css'))],
    ['/codicon.ttf', readFileSync(join(icons, 'codicon.ttf'))],
    ['/favicon.ico', ''],
  ]);
}

/** A page of ours under its real policy in a plain browser, with a stand-in for the editor around it. */
export class WebPage<ToHost, FromHost> {
  readonly page: Page;
  /** What the browser refused or reported. */
  readonly complaints: string[] = [];
  /** Everything the page asked the network for beyond its own files. */
  readonly strayRequests: string[] = [];
  #listener: ((message: ToHost) => void) | undefined;
  /** On their way to the page. */
  readonly #posts = new Set<Promise<void>>();

  protected constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** Loads what was bundled, in a window of its own. */
  static async open<ToHost, FromHost>(browser: Browser, files: PageFiles, options: PageOptions) {
    const opened = new WebPage<ToHost, FromHost>(await WebPage.window(browser, options));
    await opened.serve(files, options);
    return opened;
  }

  protected static async window(browser: Browser, options: PageOptions): Promise<Page> {
    const { width = 560, height = 900, zoom = 1, sharpness = 1, reducedMotion = true } = options;
    const context = await browser.newContext({
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom * sharpness,
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    return context.newPage();
  }

  protected async serve(files: PageFiles, { theme, remembered }: PageOptions): Promise<void> {
    await this.page.route('**/*', async (route) => {
      const { href, origin, pathname } = new URL(route.request().url());
      const body = origin === site ? files.get(pathname) : undefined;
      if (body !== undefined) return route.fulfill({ body, contentType: typeOf(pathname) });
      this.strayRequests.push(href);
      return route.abort();
    });
    await this.page.exposeFunction('toHost', (message: ToHost) => this.#listener?.(message));
    await this.page.addInitScript(standIn, { body: theme.body, variables: theme.variables, remembered });
    await this.begin();
  }

  /** Loads the page (again), as it is when it is first shown. */
  async begin(): Promise<void> {
    this.#listener = undefined;
    await Promise.allSettled(this.#posts);
    await this.page.goto(`${site}/`);
    await this.page.waitForFunction(() => document.querySelector(':not(:defined)') === null);
  }

  async post(message: FromHost): Promise<void> {
    const post = this.#post(message);
    this.#posts.add(post);
    await post.finally(() => this.#posts.delete(post));
  }

  async #post(message: FromHost): Promise<void> {
    try {
      await this.page.evaluate((data) => window.postMessage(data, '*'), message as unknown);
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    } catch (thrown) {
      // Like a webview: what is told to a page that has gone is lost.
      if (!this.page.isClosed()) throw thrown;
    }
  }

  /** Everything the page has asked the host for. */
  sent(): Promise<readonly ToHost[]> {
    return this.page.evaluate(() => window.sentToHost as readonly ToHost[]);
  }

  /** Hears what the page has said already, and whatever it says from now on. */
  async listen(listener: (message: ToHost) => void): Promise<void> {
    for (const message of await this.sent()) listener(message);
    this.#listener = listener;
  }

  remembered(): Promise<unknown> {
    return this.page.evaluate(() => window.rememberedByPage);
  }

  /** As when somebody picks another theme while the page is open. */
  async wear({ body, variables }: Theme): Promise<void> {
    await this.page.evaluate(
      async (theme) => {
        window.wear(theme);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      },
      { body, variables },
    );
  }

  /** Nothing of the page has changed for some frames. */
  async settled(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((done) => {
          let still = 0;
          const watching = new MutationObserver(() => {
            still = 0;
          });
          watching.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
          const frame = () => {
            still++;
            if (still < 4) requestAnimationFrame(frame);
            else {
              watching.disconnect();
              done();
            }
          };
          requestAnimationFrame(frame);
        }),
    );
  }

  /** What axe-core finds wrong with the page as it is; of all its rules, only `color-contrast` depends on the theme. */
  async violations(rules: 'all' | 'color-contrast' = 'all'): Promise<readonly string[]> {
    // A script from outside the page, as an extension of the browser would bring it; the policy stays as it is.
    await this.page.evaluate(`window.axe ?? (() => { ${axe} })()`);
    const which = rules === 'all' ? '' : `, preload: false, runOnly: ['${rules}']`;
    const { violations } = await this.page.evaluate<AxeResults>(`axe.run({ resultTypes: ['violations']${which} })`);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)}\n${failureSummary}`),
    );
  }

  isWiderThanItsWindow(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  }

  /** Keeps a picture below `test-results`; `whole` is the page to its end rather than what is in sight. */
  async picture(name: string, whole = false): Promise<void> {
    const path = join(picturesFolder, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path, fullPage: whole });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function typeOf(path: string): string {
  const types = { js: 'text/javascript', css: 'text/css', ttf: 'font/ttf', ico: 'image/x-icon' };
  return Object.entries(types).find(([end]) => path.endsWith(`.${end}`))?.[1] ?? 'text/html';
}

declare global {
  interface Window {
    sentToHost: unknown[];
    rememberedByPage: unknown;
    wear(theme: Pick<Theme, 'body' | 'variables'>): void;
  }
}

type StandIn = Pick<Theme, 'body' | 'variables'> & { readonly remembered: unknown };

/** Runs in the page before anything else: what VS Code puts around a webview's own document. */
function standIn({ body, variables, remembered }: StandIn): void {
  window.sentToHost = [];
  window.rememberedByPage = remembered;
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => {
        window.sentToHost.push(message);
        Reflect.get(window, 'toHost')(message);
      },
      getState: () => window.rememberedByPage,
      setState: (state: unknown) => {
        window.rememberedByPage = state;
      },
    }),
  });
  window.wear = (theme) => {
    const { style } = document.documentElement;
    style.cssText = '';
    for (const [name, value] of Object.entries(theme.variables)) style.setProperty(name, value);
    document.body.className = theme.body;
  };
  const defaults = new CSSStyleSheet();
  // VS Code's own styles yield to ours, but give `code` a colour that a theme means for another ground.
  defaults.replaceSync(`@layer {
    body { padding: 0 20px; }
    code { color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background); }
    blockquote { background: var(--vscode-textBlockQuote-background); }
  }`);
  document.addEventListener('DOMContentLoaded', () => {
    window.wear({ body, variables });
    document.adoptedStyleSheets.push(defaults);
  });
}
