import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { addBranch, attempts, game, solved, started } from '../../course/branches/learners.ts';
import { filesIn, gitState } from '../../course/workspace/folder-state.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, themes, type VSCode } from '../vscode-page.ts';

const learner = (name: string) => `learner/${name}/01-exercise-start-game`;

/** Seconds: time enough to cancel what never ends, on a slow machine too. */
const timeLimit = 20;

describe('Validate Branches…', () => {
  it('shows what is on every branch and why, leads to the diff, exports, and changes nothing', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    const { folder } = tutorial;
    addBranch(folder, learner('ann'), solved);
    addBranch(folder, learner('bob'), solved, attempts.forgetful, 'Bob');
    addBranch(folder, learner('cat'), started);
    addBranch(folder, learner('dan'), solved, attempts.endless);
    writeFileSync(join(folder, game), 'export class Unfinished {}\n');
    const before = { files: filesIn(folder), git: gitState(folder) };
    await using vscode = await openVSCode({
      title: 'branches',
      extension: packedExtension,
      folder,
      settings: { 'workbench.colorTheme': themes.dark, 'groundUp.timeLimit': timeLimit },
    });
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

    // What comes up by itself in a new tutorial takes the focus, and has to be there first.
    await (await vscode.webview('ground-up-panel')).getByText('exports no Game').first().waitFor();

    await pick(vscode);
    const matrix = await vscode.webview('ground-up-matrix .cell');
    assert.deepEqual(await cells(matrix, learner('ann')), ['passed', 'passed', 'passed', 'passed', 'passed', 'passed']);
    const bobs = ['passed', 'passed', 'passed', 'not yet', 'not yet', 'passed'];
    assert.deepEqual(await cells(matrix, learner('bob')), bobs);
    assert.equal((await cells(matrix, learner('cat')))[0], 'not yet');
    assert.deepEqual((await cells(matrix, learner('dan'))).slice(0, 2), ['passed', 'not yet']);
    assert.deepEqual(new Set(await cells(matrix, solved)), new Set(['passed']));
    await vscode.screenshot('2-matrix');

    await row(matrix, learner('dan')).getByRole('button').nth(1).click();
    await matrix.locator('#reason').getByText(`did not come back within ${timeLimit} seconds`).first().waitFor();
    await row(matrix, learner('bob')).getByRole('button').nth(3).click();
    await matrix.locator('#reason').getByText('applied an event and then forgot it').first().waitFor();
    await vscode.screenshot('3-reason');
    const again = await stepThrough(vscode, matrix);

    await exports(vscode, again, dirname(folder));
    await openDiff(vscode, again);
    await cancel(vscode);
    assert.deepEqual({ files: filesIn(folder), git: gitState(folder) }, before);
  });

  it('runs nothing of anybody’s in a folder that nobody has trusted yet', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'branches-untrusted',
      extension: packedExtension,
      folder: tutorial.folder,
      asksForTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    await vscode.statusBarItem('Trust to check').waitFor();
    await (await vscode.webview('ground-up-panel')).getByRole('button', { name: /trust/i }).waitFor();
    await vscode.runCommand('Event Sourcing: Validate Branches…');
    await vscode.notification('nothing runs until you trust this folder');
    assert.equal(await vscode.page.getByText('checked out').count(), 0);
  });
});

const row = (matrix: FrameLocator, branch: string) => matrix.locator(`tr:has(th[title="${branch}"])`);

async function cells(matrix: FrameLocator, branch: string): Promise<string[]> {
  const texts = await row(matrix, branch).getByRole('button').allTextContents();
  return texts.map((text) => text.trim());
}

/** As suggested: everybody's work and the solutions, and no start that nobody has touched. */
async function pick(vscode: VSCode): Promise<void> {
  await vscode.runCommand('Event Sourcing: Validate Branches…');
  const list = vscode.page.locator('.quick-input-list .monaco-list-row');
  await list.filter({ hasText: learner('ann') }).waitFor();
  await vscode.screenshot('1-pick');
  const isPicked = (branch: string) =>
    list.filter({ hasText: branch }).first().locator('.monaco-checkbox.checked, input:checked').count();
  assert.equal(await isPicked(learner('ann')), 1);
  assert.equal(await isPicked(solved), 1);
  const first = await list.first().textContent();
  assert.match(first ?? '', /01-exercise-start-game/);
  await vscode.page.getByRole('button', { name: 'OK' }).click();
}

/** From the cell to what that branch's code did, never to be taken for one's own, and back. The matrix was hidden meanwhile, so its page is another. */
async function stepThrough(vscode: VSCode, matrix: FrameLocator): Promise<FrameLocator> {
  await matrix.getByRole('button', { name: 'Step through this check' }).click();
  const panel = await vscode.webview('ground-up-panel');
  await panel.getByRole('heading', { name: 'learner/bob · check of 1.5' }).waitFor();
  await panel.getByText('This is the code on learner/bob, not yours.').first().waitFor();
  await panel.locator('.row.silent', { hasText: 'startGame(' }).waitFor();
  await panel.getByRole('columnheader', { name: 'learner/bob' }).waitFor();
  await vscode.screenshot('3-stepped-through');

  await row(matrix, learner('ann')).getByRole('button').nth(5).click();
  await matrix.getByRole('button', { name: 'Step through this check' }).click();
  await panel.getByRole('heading', { name: 'learner/ann · check of the bonus' }).waitFor();
  await panel.locator('.row.refused.current', { hasText: 'startGame(' }).waitFor();
  const refusals = await panel.locator('.row.refused').count();
  for (let back = 0; back < refusals; back++) await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await panel.getByText('return to now').first().waitFor();
  await panel.locator('.go[aria-current="step"]', { hasText: 'GameStarted' }).waitFor();
  await panel
    .locator('.row.refused')
    .first()
    .getByRole('button', { name: /^game\.ts:/ })
    .click();
  await vscode.page.locator('.tab.active', { hasText: 'game.ts' }).waitFor();
  await vscode.screenshot('3-line-on-the-branch');
  await panel.getByRole('button', { name: 'Back to your game' }).click();
  await panel.getByText('exports no Game').first().waitFor();
  await vscode.page.locator('.tab', { hasText: 'Branches' }).click();
  const again = await vscode.webview('ground-up-matrix .cell');
  await row(again, learner('bob')).getByRole('button').nth(3).click();
  return again;
}

async function exports(vscode: VSCode, matrix: FrameLocator, folder: string): Promise<void> {
  const { page } = vscode;
  await matrix.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.locator('.statusbar-item', { hasText: 'in the clipboard' }).waitFor();
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  assert.match(copied, /\| learner\/bob\/01-exercise-start-game \| ✓ \| ✓ \| ✓ \| ○ \| ○ \| ✓ \| 1\.5: /);

  await matrix.getByRole('button', { name: 'Save as…' }).click();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'JUnit XML' }).click();
  // The list of formats has the same title, and no button.
  await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).waitFor();
  await vscode.accept();
  await page.locator('.statusbar-item', { hasText: 'Saved as' }).waitFor();
  assert.match(readFileSync(join(folder, 'branches.xml'), 'utf8'), /<testsuites name="Ground Up" tests="\d+"/);
}

async function openDiff(vscode: VSCode, matrix: FrameLocator): Promise<void> {
  const { page } = vscode;
  await matrix.getByRole('button', { name: 'Open the diff' }).click();
  await page.locator('.tab', { hasText: `${learner('bob')} ↔ one solution (game.ts)` }).waitFor();
  await page.locator('.monaco-diff-editor .view-line', { hasText: 'this.events.push(event)' }).first().waitFor();
  await vscode.screenshot('4-diff');
}

/** An endless loop with much time left ends when somebody has had enough of it. */
async function cancel(vscode: VSCode): Promise<void> {
  const { page } = vscode;
  await vscode.runCommand('Event Sourcing: Validate Branches…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: learner('dan') }).waitFor();
  await page.getByRole('button', { name: 'OK' }).click();
  const notification = await vscode.notification('Validating');
  await vscode.screenshot('5-progress');
  await notification.getByRole('button', { name: 'Cancel' }).click();
  await notification.waitFor({ state: 'hidden' });
}
