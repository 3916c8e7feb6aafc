import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { JsonObject } from '../../src/base/json.ts';
import { launchChromium } from '../../src/dev/chromium.ts';
import { inRoot } from '../../src/dev/root.ts';
import { addressOf } from '../../src/dev/workbench/address.ts';
import { temporaryProfile, writeSettings } from '../../src/dev/workbench/profile.ts';
import { startWorkbench, type Workbench } from '../../src/dev/workbench/server.ts';

export interface VSCodeOptions {
  /** Names the folder of its screenshots below `test-results/screenshots`. */
  readonly title: string;
  /** A packed `.vsix` that is installed, or a folder with an extension's package.json that is run from there. */
  readonly extension: string;
  /** The workspace; an empty temporary one when left out, `undefined` said outright for a window without one. */
  readonly folder?: string | undefined;
  readonly settings?: JsonObject;
  /** Ask whether the folder is trusted, as VS Code does for its users. */
  readonly asksForTrust?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Of the window, in pixels; 1440 × 900 when left out. */
  readonly size?: WindowSize;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

export const themes = {
  dark: 'Dark 2026',
  light: 'Light 2026',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

/** Starts a real VS Code with the extension and opens it in a browser. Use it with `await using`. */
export async function openVSCode(options: VSCodeOptions): Promise<VSCode> {
  const folder = 'folder' in options ? options.folder : undefined;
  const scratch = mkdtempSync(join(tmpdir(), 'ground-up-workspace-'));
  const profile = temporaryProfile(options.settings);
  const workbench = await startWorkbench({
    profile,
    install: isPacked(options) ? [options.extension] : [],
    automation: !isPacked(options),
    ...(options.asksForTrust === undefined ? {} : { asksForTrust: options.asksForTrust }),
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: options.size ?? { width: 1440, height: 900 } });
  page.setDefaultTimeout(limit);
  const address = addressOf(workbench.address, {
    ...('folder' in options && folder === undefined ? {} : { folder: folder ?? scratch }),
    ...(isPacked(options) ? {} : { extension: options.extension }),
  });
  await page.goto(address);
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
  return new VSCode(page, workbench, profile.folder, options, async () => {
    await browser.close();
    await workbench.stop();
    profile.dispose();
    rmSync(scratch, { recursive: true, force: true });
  });
}

/** Milliseconds; a machine that does much else at the same time is slow, and that is no failure. */
export const limit = 120_000;

const isPacked = ({ extension }: VSCodeOptions): boolean => extension.endsWith('.vsix');

/** A VS Code as its user sees it. Whatever waits gives up after two minutes. */
export class VSCode implements AsyncDisposable {
  readonly page: Page;
  readonly workbench: Workbench;
  readonly #profile: string;
  readonly #options: VSCodeOptions;
  readonly #close: () => Promise<void>;

  constructor(page: Page, workbench: Workbench, profile: string, options: VSCodeOptions, close: () => Promise<void>) {
    this.page = page;
    this.workbench = workbench;
    this.#profile = profile;
    this.#options = options;
    this.#close = close;
  }

  /** Runs a command by its title as the palette shows it: `Event Sourcing: Check`. Waits until there is one. */
  async runCommand(title: string): Promise<void> {
    await this.choose('F1', `>${title}`, title);
  }

  /**
   * Opens a list by its key, types into it and chooses the row that says this. A list that is open
   * never learns of what comes later, and closes when something else takes the focus; either way it is opened afresh,
   * and given twice the time, for a machine may have much else to do. The click itself is given all the time there is:
   * one that was given up might be carried out all the same, and what was chosen would happen twice.
   */
  async choose(key: string, typed: string, row: string): Promise<void> {
    const giveUp = Date.now() + limit;
    for (let timeout = 1_000; Date.now() < giveUp; timeout *= 2) {
      const soon = { timeout: Math.min(timeout, limit) };
      await this.page.keyboard.press(key);
      const offered = this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first();
      const isThere = await this.page
        .locator('.quick-input-widget input[type="text"]')
        .fill(typed, soon)
        .then(() => offered.click({ ...soon, trial: true }))
        .then(
          () => true,
          () => false,
        );
      if (isThere && (await clicked(offered))) return;
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`“${typed}” offered no “${row}” within ${limit / 1000} seconds.`);
  }

  /** Accepts what is typed into an open dialog. Asked again while the dialog still reads its folder, for then it does not listen. */
  async accept(): Promise<void> {
    const dialog = this.page.locator('.quick-input-widget');
    const giveUp = Date.now() + limit;
    while (Date.now() < giveUp) {
      await this.page.keyboard.press('Enter');
      const isClosed = await dialog.waitFor({ state: 'hidden', timeout: 1_000 }).then(
        () => true,
        () => false,
      );
      if (isClosed) return;
    }
    throw new Error(`A dialog did not take what was typed within ${limit / 1000} seconds.`);
  }

  /** The notification that says this. An extension run from its folder has its notifications in the center only. */
  async notification(text: string | RegExp): Promise<Locator> {
    const found = this.page.locator('.notification-list-item', { hasText: text }).first();
    const giveUp = Date.now() + limit;
    // The center closes by itself when it was opened before there was anything in it.
    while (Date.now() < giveUp) {
      if (!isPacked(this.#options) && !(await this.page.locator('.notifications-center.visible').isVisible()))
        await this.page.locator('[id="status.notifications"]').click();
      const isThere = await found.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return found;
    }
    throw new Error(`No notification said “${text}” within ${limit / 1000} seconds.`);
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** A row of any tree: explorer, exercises, Testing view. */
  treeItem(text: string | RegExp): Locator {
    return this.page.locator('.monaco-list-row', { hasText: text });
  }

  /** The inside of the webview that shows what the selector names; waits until there is one. */
  async webview(selector: string): Promise<FrameLocator> {
    const giveUp = Date.now() + limit;
    const frames = this.page.locator('iframe.webview.ready');
    while (Date.now() < giveUp) {
      for (let at = 0; at < (await frames.count()); at++) {
        const inside = frames.nth(at).contentFrame().frameLocator('#active-frame');
        if (
          (await inside
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return inside;
      }
      await wait(50);
    }
    throw new Error(`No webview showed ${selector} within ${limit / 1000} seconds.`);
  }

  /** Changes settings while VS Code runs; it reads them again by itself. */
  changeSettings(settings: JsonObject): void {
    writeSettings(this.#profile, { ...this.#options.settings, ...settings });
  }

  /** Puts a picture into `test-results/screenshots/TITLE/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    const folder = inRoot('test-results', 'screenshots', this.#options.title);
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  /** The last picture is always kept: after a failure it shows what was there instead. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.screenshot('end').catch(() => undefined);
    await this.#close();
  }
}

/** Whether a row was clicked; not, when its list closed just before. */
function clicked(row: Locator): Promise<boolean> {
  return row.click({ timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}
