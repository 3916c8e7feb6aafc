/// <reference types="node" />
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Disposable } from '../../src/base/disposable.ts';
import { launchChromium } from '../../src/dev/chromium.ts';
import { type Theme, themes } from './themes.ts';
import { bundlePage, picturesFolder, WebPage } from './web-page.ts';

/** Looked at side by side, in windows of one browser. */
const concurrency = 3;

type Size = readonly [width: number, height: number];

/** One thing there is to look at. */
export interface Look<ToHost, FromHost> {
  /** Of the window, in pixels; 200 % zoom is a window of half the size. */
  readonly size?: Size;
  /** The rest of the time everybody is asked to keep still. */
  readonly moving?: boolean;
  /** Brings a page that has just been loaded there; what is given back is disposed afterwards. */
  reach(page: WebPage<ToHost, FromHost>): Promise<Disposable | undefined>;
}

export interface Gallery<ToHost, FromHost> {
  readonly of: 'panel' | 'guide' | 'matrix' | 'wall';
  readonly size: Size;
  /** The page to its end, rather than what is in sight. */
  readonly whole?: boolean;
  /** Pixels of the pictures for each pixel of the window. */
  readonly sharpness?: number;
  readonly looks: Readonly<Record<string, Look<ToHost, FromHost>>>;
}

/**
 * Holds every look under every theme to what a page promises everybody: nothing for axe to complain about, nothing wider
 * than its window, nothing the browser refuses; and keeps a picture of each, all of them on one sheet.
 */
export function hang<ToHost, FromHost>(gallery: Gallery<ToHost, FromHost>): void {
  const { of, looks, whole = false, sharpness = 1 } = gallery;
  let browser: Browser;
  /** Those that nobody uses right now. */
  let pages: WebPage<ToHost, FromHost>[];
  const [first] = themes;
  assert.ok(first !== undefined);

  async function holdUp(page: WebPage<ToHost, FromHost>, name: string, look: Look<ToHost, FromHost>): Promise<void> {
    const [width, height] = look.size ?? gallery.size;
    await page.page.setViewportSize({ width, height });
    await page.page.emulateMedia({ reducedMotion: look.moving === true ? 'no-preference' : 'reduce' });
    await page.begin();
    const reached = await look.reach(page);
    try {
      await page.settled();
      for (const theme of themes) {
        await page.wear(theme);
        await page.picture(join(of, fileOf(name, theme)), whole);
        assert.deepEqual(await page.violations(theme === first ? 'all' : 'color-contrast'), [], theme.name);
        assert.equal(await page.isWiderThanItsWindow(), false, `wider than its window, ${theme.name}`);
      }
      assert.deepEqual(page.complaints.splice(0), []);
      assert.deepEqual(page.strayRequests.splice(0), []);
    } finally {
      reached?.dispose();
    }
  }

  describe(`the looks of the ${of}`, { concurrency }, () => {
    before(async () => {
      const [width, height] = gallery.size;
      const [launched, files] = await Promise.all([launchChromium(), bundlePage(of)]);
      browser = launched;
      const options = { theme: first, width, height, sharpness };
      const opening = Array.from({ length: concurrency }, () =>
        WebPage.open<ToHost, FromHost>(browser, files, options),
      );
      pages = await Promise.all(opening);
    });
    after(() => browser.close());
    after(() => writeFileSync(join(picturesFolder, of, 'index.html'), sheetOf(Object.keys(looks))));

    for (const [name, look] of Object.entries(looks)) {
      it(`are fine: ${name}`, async () => {
        const page = pages.pop();
        assert.ok(page !== undefined);
        try {
          await holdUp(page, name, look);
        } finally {
          pages.push(page);
        }
      });
    }
  });
}

function fileOf(look: string, theme: Theme): string {
  return `${look} ${theme.name}`.replaceAll(' ', '-');
}

/** All pictures on one sheet: a row for each look, a column for each theme. */
function sheetOf(looks: readonly string[]): string {
  const row = (look: string) => {
    const pictures = themes.map((theme) => `<img src="${fileOf(look, theme)}.png" alt="${look}, ${theme.name}">`);
    return `<h2>${look}</h2><div>${pictures.join('')}</div>`;
  };
  const style = 'body{background:#777;font-family:sans-serif}div{display:flex;gap:12px}img{width:24%;align-self:start}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Looks</title><style>${style}</style>${looks.map(row).join('\n')}</html>`;
}
