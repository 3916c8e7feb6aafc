/// <reference types="node" />
import type { Browser } from 'playwright-core';
import type { FromPage, GuideState, ToPage } from '../../../src/pages/guide/contract.ts';
import { type PageFiles, type PageOptions, WebPage } from '../web-page.ts';

/** The guide’s page, and what its host would show there. */
export class GuidePage extends WebPage<FromPage, ToPage> {
  static async start(browser: Browser, files: PageFiles, options: PageOptions): Promise<GuidePage> {
    const guide = new GuidePage(await WebPage.window(browser, options));
    await guide.serve(files, options);
    return guide;
  }

  show(state: GuideState): Promise<void> {
    return this.post({ type: 'state', state });
  }
}
