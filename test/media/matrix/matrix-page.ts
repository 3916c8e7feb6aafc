/// <reference types="node" />
import type { Browser } from 'playwright-core';
import type { FromPage, MatrixState, ToPage } from '../../../src/pages/matrix/contract.ts';
import { type PageFiles, type PageOptions, WebPage } from '../web-page.ts';

/** The matrix’s page, and what its host would show there. */
export class MatrixTestPage extends WebPage<FromPage, ToPage> {
  static async start(browser: Browser, files: PageFiles, options: PageOptions): Promise<MatrixTestPage> {
    const matrix = new MatrixTestPage(await WebPage.window(browser, { width: 900, height: 800, ...options }));
    await matrix.serve(files, options);
    return matrix;
  }

  show(state: MatrixState): Promise<void> {
    return this.post({ type: 'state', state });
  }
}
