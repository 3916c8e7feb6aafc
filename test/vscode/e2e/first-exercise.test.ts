import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { inRoot } from '../../../src/dev/root.ts';
import { check, fileContains, passed, typeOver, typistSettings } from '../learner.ts';
import { looks, wear } from '../looks.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';
import { stages } from './first-exercise-stages.ts';

/** A learner from nothing to a finished exercise 1, with the extension as it is installed. */
describe('from install to the first passed exercise', () => {
  it('starts the tutorial, solves every step in turn and watches the game through time', async (t) => {
    const home = mkdtempSync(join(tmpdir(), 'ground-up-learner-'));
    t.after(() => rmSync(home, { recursive: true, force: true }));
    const workspace = join(home, 'my tutorial');
    mkdirSync(workspace);
    await using vscode = await openVSCode({
      title: 'first-exercise',
      extension: inRoot('ground-up.vsix'),
      folder: undefined,
      settings: typistSettings,
    });

    await startTutorial(vscode, workspace);
    const guide = await vscode.webview('ground-up-guide');
    await guide.getByText('A game with nobody in it').first().waitFor();
    const panel = await vscode.webview('ground-up-panel');
    await panel.getByRole('button', { name: 'Start game' }).waitFor();
    await vscode.screenshot('1-begun');

    await check(vscode);
    await guide.getByText('A new Game has no playerOne.').first().waitFor();
    await vscode.statusBarItem('1.2 not yet').waitFor();
    await vscode.screenshot('2-not-yet');

    for (const { files, passes, next } of stages) {
      for (const [file, text] of Object.entries(files)) await typeOver(vscode, workspace, file, text);
      await check(vscode);
      await passed(vscode, passes);
      await vscode.statusBarItem(next).waitFor();
      await vscode.screenshot(`3-passed-${passes}`);
    }

    await watchTheGame(vscode);
    await lookAtEveryTheme(vscode);
    await compareAll(vscode, workspace);
    await goOnWithOwnCode(vscode, workspace);
  });
});

async function startTutorial(vscode: VSCode, workspace: string): Promise<void> {
  const { page } = vscode;
  await page.getByRole('tab', { name: 'Event Sourcing' }).first().click();
  await page.getByRole('button', { name: 'Start the Tutorial' }).click();
  await chooseFolder(vscode, workspace);
}

/** VS Code's own simple dialog, which begins at the home folder and takes a path that is typed. */
async function chooseFolder(vscode: VSCode, folder: string): Promise<void> {
  const { page } = vscode;
  const dialog = page.locator('.quick-input-widget');
  const path = dialog.locator('input[type="text"]');
  await dialog.locator('.monaco-list-row').first().waitFor();
  await vscode.screenshot('0-where');
  await path.fill(`${folder}/`);
  await dialog.locator('.monaco-list-row', { hasText: /^\.\.$/ }).waitFor();
  await vscode.accept();
}

async function watchTheGame(vscode: VSCode): Promise<void> {
  const panel = await vscode.webview('ground-up-panel');
  await panel.getByLabel('Player one').fill('Ada');
  await panel.getByLabel('Player two').fill('Grace');
  await panel.getByRole('button', { name: 'Start game' }).click();
  await panel.getByText('GameStarted').first().waitFor();
  const field = (name: string) => panel.locator('.field', { hasText: name }).locator('.value');
  await expectText(field('playerOne'), '"Ada"');
  await expectText(field('playerTwo'), '"Grace"');
  await vscode.screenshot('4-game-started');

  await panel.getByRole('button', { name: 'Back' }).click();
  await expectText(field('playerOne'), 'undefined');
  await expectText(field('playerTwo'), 'undefined');
  await vscode.screenshot('5-stepped-back');
  await panel.getByRole('button', { name: 'Last' }).click();
  await expectText(field('playerOne'), '"Ada"');
}

/** What is read to the eye: the words for a screen reader around it are left out. */
async function expectText(field: Locator, text: string): Promise<void> {
  await field.filter({ hasText: text }).waitFor();
}

async function lookAtEveryTheme(vscode: VSCode): Promise<void> {
  for (const look of looks) {
    await wear(vscode, look);
    await vscode.screenshot(`6-${look.theme}`);
  }
}

/** Several files differ, and one isn't there yet: each has a tab, with the learner's own side to be edited. */
async function compareAll(vscode: VSCode, workspace: string): Promise<void> {
  const { page } = vscode;
  await vscode.runCommand('Event Sourcing: Compare with the Solution');
  await page.locator('.tab.active', { hasText: 'game.ts: solution up to the bonus ↔ yours' }).waitFor();
  await page.locator('.monaco-diff-editor .editor.modified .monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// written beside the solution\n');
  await page.keyboard.press('Control+s');
  await fileContains(join(workspace, 'src/domain/game.ts'), '// written beside the solution');
  await vscode.screenshot('5-compared');
  await page.locator('.tab', { hasText: 'errors.ts: solution up to the bonus ↔ yours' }).click();
  const solution = page.locator('.monaco-diff-editor .editor.original .view-lines');
  await solution.filter({ hasText: 'GameAlreadyStartedError' }).waitFor();
  await vscode.screenshot('5-compared-new-file');
  await page.locator('.tab', { hasText: 'events.ts: solution up to the bonus ↔ yours' }).waitFor();
}

/** What is new is shown in the learner's own file, put in when they say so, and the rest is listed. */
async function goOnWithOwnCode(vscode: VSCode, workspace: string): Promise<void> {
  const { page } = vscode;
  const game = join(workspace, 'src/domain/game.ts');
  const before = readFileSync(game, 'utf8');
  const guide = await vscode.webview('ground-up-guide');
  await guide.getByRole('button', { name: 'Go on with my own code' }).click();
  const proposal = page.locator('.tab.active', { hasText: 'Yours ↔ with what is new put in' });
  await proposal.waitFor();
  const question = await vscode.notification('Shall what is new be put in');
  await page.locator('.monaco-diff-editor .modified .view-lines', { hasText: 'nextPlayer' }).first().waitFor();
  assert.equal(readFileSync(game, 'utf8'), before, 'nothing is put in unasked');
  await vscode.screenshot('7-proposed');

  await question.getByRole('button', { name: 'Put It In' }).click();
  await proposal.waitFor({ state: 'hidden' });
  await fileContains(game, 'private readonly _board = new Board();');
  const after = readFileSync(game, 'utf8');
  for (const line of before.split('\n')) assert.ok(after.includes(line), `“${line}” of the learner’s is lost`);
  assert.doesNotMatch(after, /^[<|=>]{7}/m);
  await page.locator('.tab.active', { hasText: 'takes for granted' }).waitFor();
  await page.locator('.editor-instance .view-lines', { hasText: 'processEvent' }).first().waitFor();
  await vscode.statusBarItem('2.2 open').waitFor();
  await vscode.screenshot('8-what-is-missing');
}
