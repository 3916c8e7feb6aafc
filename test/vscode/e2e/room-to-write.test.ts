import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { check, fileContains, typeOver, typistSettings } from '../learner.ts';
import { looks, wear } from '../looks.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';

/** Columns of code that a learner sees at least, with guide and panel in view. */
const windows = [
  { width: 1280, height: 800, columns: 64 },
  { width: 1440, height: 900, columns: 84 },
  { width: 1920, height: 1080, columns: 120 },
];

const game = 'src/domain/game.ts';
const typed = 'nobody takes these sixty characters away while things open -';

describe('a tutorial that is opened for the first time', () => {
  it('leaves room for the code beside guide and panel, and what is typed meanwhile arrives', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    const [small] = windows;
    assert.ok(small !== undefined);
    await using vscode = await openVSCode({
      title: 'room-to-write',
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
      size: small,
    });
    await typeAtOnce(vscode);
    await vscode.page.keyboard.press('Control+s');
    await fileContains(join(tutorial.folder, game), typed);

    await vscode.runCommand('Event Sourcing: Open the Guide');
    await vscode.runCommand('Event Sourcing: Show My Game Through Time');
    const guide = await vscode.webview('ground-up-guide');
    const panel = await vscode.webview('ground-up-panel');
    await guide.getByRole('heading', { name: 'Start the game' }).waitFor();
    await panel.getByRole('button', { name: 'Start game' }).waitFor();
    await lookAt(vscode, 'first minute');
    for (const { width, height, columns } of windows) {
      await vscode.page.setViewportSize({ width, height });
      const seen = await columnsOf(vscode);
      t.diagnostic(
        `${width} × ${height}: ${seen} columns, guide ${await widthOf(guide)} px, panel ${await widthOf(panel)} px`,
      );
      assert.ok(seen >= columns, `${seen} columns at ${width} × ${height}, and ${columns} were wanted`);
      assert.ok((await widthOf(guide)) >= 240 && (await widthOf(panel)) >= 240);
    }
    await typeOver(vscode, tutorial.folder, game, 'export class Game {\n  playerOne = "";\n  playerTwo = "";\n}\n');
    await check(vscode);
    await guide.getByText('An empty text is still a name').first().waitFor();
    await lookAt(vscode, 'not yet');
  });
});

/** As it is seen on laptops, in every kind of theme. */
async function lookAt(vscode: VSCode, what: string): Promise<void> {
  for (const look of looks) {
    await wear(vscode, look);
    for (const { width, height } of windows.slice(0, 2)) {
      await vscode.page.setViewportSize({ width, height });
      await vscode.screenshot(`${what} ${width} ${look.theme}`);
    }
  }
}

/** Types as soon as there is code, whatever else still opens. */
async function typeAtOnce({ page }: VSCode): Promise<void> {
  await page.locator('.tab.active[data-resource-name="game.ts"]').waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(`// ${typed}`, { delay: 40 });
}

/** Where a line that is far too long is broken. */
async function columnsOf({ page }: VSCode): Promise<number> {
  await page.locator('.tab[data-resource-name="game.ts"]').click();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(`// ${'x'.repeat(500)}`);
  await page.keyboard.press('Control+Home');
  const lines = page.locator('.editor-group-container.active .view-line');
  await lines.nth(2).waitFor();
  return (await lines.nth(1).innerText()).trim().length;
}

async function widthOf(page: FrameLocator): Promise<number> {
  return (await page.locator('body').boundingBox())?.width ?? 0;
}
