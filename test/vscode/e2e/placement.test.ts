import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';

describe('guide and panel', () => {
  it('open large as tabs that have the room, and are where they were after a reload', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'placement',
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
    });
    const { page } = vscode;
    const sideBar = page.locator('.part.auxiliarybar');
    const startGame = async () => (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' });
    await (await startGame()).waitFor();

    await vscode.runCommand('Event Sourcing: Open My Game Through Time in an Editor');
    await page.locator('.tab.active', { hasText: 'Your Game Through Time' }).waitFor();
    await sideBar.waitFor({ state: 'hidden' });
    await (await startGame()).waitFor();
    assert.equal(await groups(vscode), 1);
    await vscode.screenshot('1-panel-large');
    await closeTab(vscode, 'Your Game Through Time');
    await sideBar.waitFor();
    await (await startGame()).waitFor();

    await vscode.runCommand('Event Sourcing: Open the Guide Large');
    await page.locator('.tab.active', { hasText: 'Guide' }).waitFor();
    await twoGuides(vscode);
    assert.equal(await groups(vscode), 1);
    await page.locator('.tab[data-resource-name="game.ts"]').waitFor();
    await vscode.screenshot('2-guide-large');
    await closeTab(vscode, 'Guide');

    await vscode.runCommand('Developer: Reload Window');
    await vscode.statusBarItem('1.2 open').waitFor();
    await (await startGame()).waitFor();
    const guide = await vscode.webview('ground-up-guide');
    await guide.getByRole('heading', { name: 'Start the game' }).waitFor();
    await vscode.screenshot('3-reloaded');
  });
});

/** That one, and never another that has the focus by now. */
async function closeTab({ page }: VSCode, name: string): Promise<void> {
  const tab = page.locator('.tab.active', { hasText: name });
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}

/** The one in the side bar, and the same page in an editor. */
async function twoGuides({ page }: VSCode): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const counts = await Promise.all(
      page.frames().map((frame) =>
        frame
          .locator('ground-up-guide h1')
          .count()
          .catch(() => 0),
      ),
    );
    if (counts.filter((count) => count > 0).length === 2) return;
    await wait(200);
  }
  assert.fail('There were no two guides within a minute.');
}

const groups = ({ page }: VSCode): Promise<number> => page.locator('.editor-group-container').count();
