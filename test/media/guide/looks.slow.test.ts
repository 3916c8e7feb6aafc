/// <reference types="node" />
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../src/dev/chromium.ts';
import { bundleGuide, type GuideFiles, type GuideOptions, GuidePage } from './guide-page.ts';
import { gallery } from './states.ts';
import { themes } from './themes.ts';

const pictures = fileURLToPath(new URL('../../../test-results/guide/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

let browser: Browser;
let files: GuideFiles;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, files] = await Promise.all([launchChromium(), bundleGuide()]);
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

for (const theme of themes) {
  describe(`the guide in the ${theme.name} theme`, () => {
    let guide: GuidePage;
    before(async () => {
      guide = await GuidePage.open(browser, files, { theme });
    });
    after(() => guide.close());

    for (const [name, state] of Object.entries(gallery)) {
      it(`has nothing for axe to complain about: ${name}`, async () => {
        await guide.show(state);
        assert.deepEqual(await axeViolations(guide.page), []);
        assert.deepEqual(guide.complaints, []);
        await guide.page.evaluate(() => window.scrollTo(0, 0));
        await guide.page.screenshot({ path: `${pictures}${name}-${named(theme.name)}.png`, fullPage: true });
      });
    }
  });
}

const sizes: readonly (readonly [string, Omit<GuideOptions, 'theme'>])[] = [
  ['300 pixels', { width: 300 }],
  ['420 pixels', { width: 420 }],
  ['900 pixels', { width: 900 }],
  ['200 percent', { width: 700, zoom: 2 }],
];

for (const [size, options] of sizes) {
  for (const theme of themes.slice(0, 2)) {
    describe(`the guide at ${size} in the ${theme.name} theme`, () => {
      let guide: GuidePage;
      before(async () => {
        guide = await GuidePage.open(browser, files, { theme, ...options });
      });
      after(() => guide.close());

      for (const name of ['fresh', 'everything', 'hints', 'passed']) {
        it(`fits: ${name}`, async () => {
          await guide.show(gallery[name] ?? { kind: 'loading' });
          await guide.page.evaluate(() => window.scrollTo(0, 0));
          const path = `${pictures}${name}-${named(size)}-${named(theme.name)}.png`;
          await guide.page.screenshot({ path, fullPage: true });
          assert.equal(await isWiderThanItsWindow(guide.page), false);
        });
      }
    });
  }
}
