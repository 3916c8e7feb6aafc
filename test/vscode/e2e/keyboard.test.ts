import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { FrameLocator, Locator } from 'playwright-core';
import { Keyboard } from '../keyboard.ts';
import { saved, typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';
import { stages } from './first-exercise-stages.ts';

/** A laptop of 1920 × 1080 at 200 %. */
const size = { width: 960, height: 540 };

describe('exercise 1 without a mouse, at 200 %', () => {
  it('is read, written, checked and watched by keys alone, and a screen reader is told all of it', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'keyboard',
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
      size,
    });
    const keys = new Keyboard(vscode);
    const guide = await vscode.webview('ground-up-guide');
    await guide.getByRole('heading', { name: 'Start the game' }).waitFor();
    await readsAsOne(guide);

    await keys.runCommand('Event Sourcing: Check My Code');
    await heard(guide, 'not yet');
    await keys.runCommand('Event Sourcing: Open the Guide');
    await keys.tabTo(guide, guide.getByRole('button', { name: 'Hint 1 of 3' }).first());
    await keys.press('Enter');
    await guide.getByRole('heading', { name: 'Hint 1 of 3' }).waitFor();
    await vscode.screenshot('1-hint');

    for (const { files, passes, next } of stages) {
      for (const [file, text] of Object.entries(files)) await write(keys, tutorial.folder, file, text);
      await keys.press('Control+Alt+Enter');
      await guide.locator(`#step-${passes.toLowerCase().replaceAll('.', '-')}.passed`).waitFor();
      await vscode.statusBarItem(next).waitFor();
    }
    await vscode.screenshot('2-passed');

    await keys.runCommand('Event Sourcing: Show My Game Through Time');
    await watch(vscode, keys);
  });
});

/** As a screen reader walks through it: headings, steps that say how they are, and buttons with names. */
async function readsAsOne(guide: FrameLocator): Promise<void> {
  const tree = await guide.locator('ground-up-guide').ariaSnapshot();
  for (const part of [
    /heading "Start the game" \[level=1\]/,
    /button "1\.2 A game with nobody in it open" \[expanded\]/,
    /button "1\.3 [^"]+ open"/,
    /button "Check this step"/,
    /button "Hint 1 of 3"/,
    /button "Compare with solution"/,
  ])
    assert.match(tree, part);
  assert.doesNotMatch(tree, /^\s*- button$/m);
}

/** What is said aloud when something has changed. */
async function heard(page: FrameLocator, text: string): Promise<void> {
  await page.locator('[role=status]', { hasText: text }).first().waitFor({ state: 'attached' });
}

async function write(keys: Keyboard, folder: string, file: string, text: string): Promise<void> {
  await keys.open(file);
  await keys.press('Control+a');
  await keys.type(text);
  await keys.press('Control+s');
  await saved(join(folder, file), text);
}

/** Starts a game, and goes back to before it and forward again. */
async function watch(vscode: VSCode, keys: Keyboard): Promise<void> {
  const panel = await vscode.webview('ground-up-panel');
  const name = (label: string) => panel.getByLabel(label);
  await name('Player one').waitFor();
  await keys.tabTo(panel, name('Player one'));
  await keys.press('Control+a');
  await keys.type('Mary');
  await keys.tabTo(panel, name('Player two'));
  await keys.press('Control+a');
  await keys.type('Ivy');
  await keys.press('Enter');
  const field = (text: string): Locator => panel.locator('.field', { hasText: 'playerOne' }).filter({ hasText: text });
  await field('"Mary"').waitFor();
  await keys.tabTo(panel, panel.locator('.timeline .go[aria-current="step"]'));
  await keys.press('ArrowLeft');
  await field('undefined').waitFor();
  await keys.press('End');
  await field('"Mary"').waitFor();
  const tree = await panel.locator('ground-up-panel').ariaSnapshot();
  assert.match(tree, /list "Timeline"/);
  assert.match(tree, /GameStarted/);
  await vscode.screenshot('3-watched');
}
