import assert from 'node:assert/strict';
import { basename } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { limit, type VSCode } from './vscode-page.ts';

/** A VS Code of which nothing is ever touched but its keys. */
export class Keyboard {
  readonly #vscode: VSCode;

  constructor(vscode: VSCode) {
    this.#vscode = vscode;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#vscode.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#vscode.page.keyboard.insertText(text);
  }

  runCommand(title: string): Promise<void> {
    return this.#choose('F1', `>${title}`, title);
  }

  /** Opens a file, and is in its text afterwards. */
  async open(file: string): Promise<void> {
    await this.#choose('Control+p', file, basename(file));
    const tab = this.#vscode.page.locator(`.tab.active[data-resource-name="${basename(file)}"]`);
    await this.#vscode.page
      .locator('.editor-group-container.active')
      .filter({ has: tab })
      .locator('.monaco-editor.focused')
      .waitFor();
  }

  /** Goes on by the tabulator until the focus is on what is meant. */
  async tabTo(page: FrameLocator, target: Locator): Promise<void> {
    for (let steps = 0; steps < 60; steps++) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await this.press('Tab');
    }
    const focused = await page
      .locator(':focus')
      .first()
      .innerText()
      .catch(() => 'nothing');
    assert.fail(`After 60 steps the focus is on “${focused}”.`);
  }

  /** A list takes its time to open and to filter, and Enter takes whatever is in front. */
  async #choose(key: string, typed: string, row: string): Promise<void> {
    const { page } = this.#vscode;
    const input = page.locator('.quick-input-widget input[type="text"]');
    const inFront = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row });
    const giveUp = Date.now() + limit;
    for (let timeout = 2_000; Date.now() < giveUp; timeout *= 2) {
      await this.press(key);
      const isReady = await input
        .waitFor({ timeout })
        .then(() => page.keyboard.press('Control+a'))
        .then(() => this.type(typed))
        .then(() => inFront.waitFor({ timeout }))
        .then(
          () => true,
          () => false,
        );
      await this.press(isReady ? 'Enter' : 'Escape');
      if (isReady) return;
    }
    assert.fail(`“${typed}” offered no “${row}”.`);
  }
}
