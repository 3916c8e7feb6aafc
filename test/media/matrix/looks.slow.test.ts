/// <reference types="node" />
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../src/dev/chromium.ts';
import { themes } from '../guide/themes.ts';
import { gallery } from './gallery.ts';
import { bundleMatrix, type MatrixFiles, type MatrixOptions, MatrixTestPage } from './matrix-page.ts';

const pictures = fileURLToPath(new URL('../../../test-results/matrix/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

let browser: Browser;
let files: MatrixFiles;
before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, files] = await Promise.all([launchChromium(), bundleMatrix()]);
});
after(() => browser.close());

async function axeViolations(page: Page): Promise<readonly string[]> {
  // A script from outside the page, as an extension of the browser would bring it; the policy stays as it is.
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

async function isWiderThanItsWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

const named = (text: string) => text.replaceAll(' ', '-');

/** Opens the cell of a branch and a step, by what is in it. */
async function openCell({ page }: MatrixTestPage, branch: string, verdict: string): Promise<void> {
  await page.getByRole('row', { name: branch }).getByRole('button', { name: verdict }).first().click();
}

for (const theme of themes) {
  describe(`the matrix in the ${theme.name} theme`, () => {
    let matrix: MatrixTestPage;
    before(async () => {
      matrix = await MatrixTestPage.open(browser, files, { theme, width: 1200 });
    });
    after(() => matrix.close());

    for (const [name, state] of Object.entries(gallery)) {
      it(`has nothing for axe to complain about: ${name}`, async () => {
        await matrix.show(state);
        assert.deepEqual(await axeViolations(matrix.page), []);
        assert.deepEqual(matrix.complaints, []);
        await matrix.page.screenshot({ path: `${pictures}${name}-${named(theme.name)}.png` });
      });
    }

    for (const [branch, verdict] of [
      ['learner/eve', 'not yet'],
      ['learner/fay', 'couldn’t run'],
      ['learner/leo', 'passed'],
    ] as const) {
      it(`nor about the reason of a cell: ${verdict}`, async () => {
        await matrix.show(gallery.room);
        await openCell(matrix, branch, verdict);
        assert.deepEqual(await axeViolations(matrix.page), []);
        await matrix.page.screenshot({ path: `${pictures}reason-${named(verdict)}-${named(theme.name)}.png` });
      });
    }
  });
}

const sizes: readonly (readonly [string, Omit<MatrixOptions, 'theme'>])[] = [
  ['300 pixels', { width: 300 }],
  ['600 pixels', { width: 600 }],
  ['200 percent', { width: 1200, zoom: 2 }],
];

for (const [size, options] of sizes) {
  for (const theme of themes.slice(0, 2)) {
    describe(`the matrix at ${size} in the ${theme.name} theme`, () => {
      it('fits, scrolls below its headings and keeps the branch in sight', async () => {
        const matrix = await MatrixTestPage.open(browser, files, { theme, ...options });
        await matrix.show(gallery.room);
        await openCell(matrix, 'learner/eve', 'not yet');
        assert.equal(await isWiderThanItsWindow(matrix.page), false);
        await matrix.page.screenshot({ path: `${pictures}room-${named(size)}-${named(theme.name)}.png` });
        await matrix.page.locator('.tables').evaluate((tables) => tables.scrollTo({ left: 10_000, top: 600 }));
        const header = await matrix.page.getByRole('rowheader', { name: 'learner/gus' }).boundingBox();
        assert.ok(header !== null && header.x >= 0 && header.x < 40);
        const column = await matrix.page.getByRole('columnheader', { name: '2.9' }).boundingBox();
        const tables = await matrix.page.locator('.tables').boundingBox();
        assert.ok(column !== null && tables !== null && Math.abs(column.y - tables.y) <= 2);
        await matrix.page.screenshot({ path: `${pictures}scrolled-${named(size)}-${named(theme.name)}.png` });
        await matrix.close();
      });
    });
  }
}
