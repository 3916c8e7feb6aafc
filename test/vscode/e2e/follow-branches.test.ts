import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { addBranch, attempts, type Files, game, solution, solved } from '../../course/branches/learners.ts';
import { filesIn } from '../../course/workspace/folder-state.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, themes, type VSCode } from '../vscode-page.ts';

const learner = (name: string) => `learner/${name}/01-exercise-start-game`;

describe('Follow Branches…', () => {
  it('shows a push of the room in its cell, who shares a mistake, and their game, and touches nothing', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    const { folder } = tutorial;
    const room = openRoom(folder);
    for (const name of ['ann', 'bob', 'cat']) room.push(name, forgetful(name));
    room.push('dan', {});
    writeFileSync(join(folder, game), 'export class Unfinished {}\n');
    const before = { files: filesIn(folder), branches: ownBranches(folder) };
    await using vscode = await openVSCode({
      title: 'follow-branches',
      extension: packedExtension,
      folder,
      settings: { 'workbench.colorTheme': themes.dark, 'groundUp.followBranches': 15 },
    });
    // What comes up by itself in a new tutorial takes the focus, and has to be there first.
    await (await vscode.webview('ground-up-panel')).getByText('exports no Game').first().waitFor();
    // A second group of editors, which is to be hidden.
    await vscode.runCommand('View: Split Editor Right');
    await vscode.page.locator('.editor-group-container').nth(1).waitFor();

    await begin(vscode);
    const matrix = await vscode.webview('ground-up-matrix .cell');
    await row(matrix, 'ann').waitFor();
    assert.deepEqual(await cells(matrix, 'bob'), ['passed', 'passed', 'passed', 'not yet', 'not yet', 'passed']);
    const common = matrix.getByRole('region', { name: 'The mistake that most have' });
    await common.getByText('all 3 who are not through, at 1.5').waitFor();
    await vscode.screenshot('1-following');
    await hasTheRoom(vscode);

    await common.getByRole('button', { name: 'room/learner/bob' }).click();
    const panel = await vscode.webview('ground-up-panel');
    await panel.getByRole('heading', { name: 'room/learner/bob · check of 1.5' }).waitFor();
    await matrix.locator('#reason').getByText('applied an event and then forgot it').first().waitFor();
    await vscode.screenshot('2-game');

    room.push('eve', forgetful('eve'));
    room.push('ann', { [game]: `${solution}// Ann has found it.\n` });
    await row(matrix, 'ann').getByRole('rowheader', { name: '6 of 6 passed' }).waitFor();
    await common.getByRole('button', { name: 'room/learner/eve' }).waitFor();
    await matrix.locator('#reason').getByText('room/learner/bob').first().waitFor();
    await vscode.screenshot('3-pushed');

    room.goAway();
    await matrix.getByRole('alert').getByText('run “git remote get-url room” in a terminal').waitFor();
    await vscode.screenshot('4-failed');
    room.comeBack();
    await matrix.getByRole('alert').waitFor({ state: 'detached' });

    await matrix.getByRole('button', { name: 'Stop following' }).click();
    await matrix.getByRole('button', { name: 'Follow…' }).click();
    await matrix.getByRole('button', { name: 'Stop following' }).waitFor();
    await closeMatrix(vscode);
    assert.deepEqual({ files: filesIn(folder), branches: ownBranches(folder) }, before);
  });
});

const row = (matrix: FrameLocator, name: string) => matrix.locator(`tr:has(th[title="room/${learner(name)}"])`);

async function cells(matrix: FrameLocator, name: string): Promise<string[]> {
  const texts = await row(matrix, name).getByRole('button').allTextContents();
  return texts.map((text) => text.trim());
}

/** What the room has pushed so far is there to pick. */
async function begin(vscode: VSCode): Promise<void> {
  await vscode.runCommand('Event Sourcing: Follow Branches…');
  await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: learner('cat') }).waitFor();
  await vscode.page.getByRole('button', { name: 'OK' }).click();
}

/** With it ends following, and the next one is asked for anew. */
async function closeMatrix(vscode: VSCode): Promise<void> {
  const { page } = vscode;
  const tab = page.locator('.tab', { hasText: 'Branches' });
  await tab.getByRole('button', { name: /^Close/ }).click();
  await tab.waitFor({ state: 'detached' });
  await vscode.runCommand('Event Sourcing: Follow Branches…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: learner('dan') }).waitFor();
  await page.keyboard.press('Escape');
}

/** There is nothing else in the editor area, and the side bars are where they were. */
async function hasTheRoom({ page }: VSCode): Promise<void> {
  await page.locator('.editor-group-container:visible').nth(1).waitFor({ state: 'detached' });
  const all = await page.locator('.part.editor').boundingBox();
  const group = await page.locator('.editor-group-container', { hasText: 'Branches' }).boundingBox();
  assert.ok(all !== null && group !== null && group.width > all.width * 0.95, 'the other group is hidden');
  for (const part of ['.part.sidebar', '.part.auxiliarybar']) await page.locator(part).waitFor();
}

const forgetful = (name: string): Files => ({ [game]: `${attempts.forgetful[game]}// By ${name}.\n` });

/** A bare repository beside the tutorial, which is its remote. */
function openRoom(folder: string) {
  const [bare, away] = ['room.git', 'away.git'].map((name) => join(folder, '..', name));
  assert.ok(bare !== undefined && away !== undefined);
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  git('clone', '--quiet', '--bare', '.', bare);
  git('remote', 'add', 'room', bare);
  const known = new Set<string>();
  return {
    push(name: string, files: Files) {
      addBranch(bare, learner(name), known.has(name) ? learner(name) : solved, files, name);
      known.add(name);
    },
    goAway: () => renameSync(bare, away),
    comeBack: () => renameSync(away, bare),
  };
}

function ownBranches(folder: string): string {
  return execFileSync('git', ['for-each-ref', 'refs/heads', 'refs/tags'], { cwd: folder }).toString();
}
