/// <reference types="node" />
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../src/dev/chromium.ts';
import type { FromPage, ToPage } from '../../../src/pages/panel/contract.ts';
import { themes } from '../themes.ts';
import { bundlePage, type PageFiles, type PageOptions, WebPage } from '../web-page.ts';

export type PanelPage = WebPage<FromPage, ToPage>;

/** A browser with pages of the panel; the host is whoever writes the test. */
export class Harness {
  readonly #browser: Browser;
  readonly #files: PageFiles;

  private constructor(browser: Browser, files: PageFiles) {
    this.#browser = browser;
    this.#files = files;
  }

  static async start(): Promise<Harness> {
    const [browser, files] = await Promise.all([launchChromium(), bundlePage('panel')]);
    return new Harness(browser, files);
  }

  async open(options: Partial<PageOptions> = {}): Promise<PanelPage> {
    const [theme] = themes;
    assert.ok(theme !== undefined);
    return WebPage.open(this.#browser, this.#files, { theme, width: 360, height: 760, ...options });
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }
}
