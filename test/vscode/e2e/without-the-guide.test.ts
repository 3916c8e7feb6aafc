import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { check, fileContains, passed, startExercise, typeOver, typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';

describe('somebody who never looks at the guide', () => {
  it('checks from the Testing view, is shown the line, asks for hints and compares with the solution', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'without-the-guide',
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
    });
    const { page } = vscode;
    await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();

    await vscode.runCommand('Testing: Focus on Test Explorer View');
    await vscode.treeItem('Start the game').click();
    await page.keyboard.press('ArrowRight');
    await vscode.treeItem('A game with nobody in it').waitFor();
    await vscode.runCommand('Test: Run All Tests');
    await vscode.statusBarItem('1.2 not yet').waitFor();
    await testItem(vscode, /A game with nobody in it.*Failed/).waitFor();
    await testItem(vscode, /Start it with two players.*Skipped/).waitFor();
    await vscode.screenshot('1-testing-view');

    await typeOver(
      vscode,
      tutorial.folder,
      'src/domain/game.ts',
      'export class Game {\n  playerOne = "";\n  playerTwo = "";\n}\n',
    );
    await check(vscode);
    await vscode.runCommand('Test Results: Focus on Test Results View');
    await page.locator('.xterm-rows', { hasText: '1.2 A game with nobody in it: not yet' }).waitFor();
    await vscode.runCommand('Problems: Focus on Problems View');
    await vscode.treeItem('An empty text is still a name').first().waitFor();
    await vscode.screenshot('2-problem');

    await vscode.runCommand('Event Sourcing: Show the Next Hint');
    await vscode.notification(/Hint 1 of 3 for 1.2: (?!\[object)/);
    await vscode.runCommand('Event Sourcing: Show the Next Hint');
    await vscode.notification(/Hint 2 of 3 for 1.2: (?!\[object)/);

    await vscode.runCommand('Event Sourcing: Compare with the Solution');
    await page.getByRole('button', { name: 'Show It' }).click();
    await page.locator('.tab.active', { hasText: 'game.ts: solution up to step 1.2 ↔ yours' }).waitFor();
    const solution = page.locator('.monaco-diff-editor .editor.original .view-lines');
    await solution.filter({ hasText: 'playerTwo: string | undefined' }).waitFor();
    assert.doesNotMatch(await solution.innerText(), /startGame|events|apply/, 'gives nothing away of what comes later');
    await page.locator('.monaco-diff-editor .editor.modified .monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('// written beside the solution\n');
    await page.keyboard.press('Control+s');
    await fileContains(join(tutorial.folder, 'src/domain/game.ts'), '// written beside the solution');
    await vscode.screenshot('3-compared');
  });

  it('keeps what was passed and revealed over a reload', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'reload',
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
    });
    await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();
    await typeOver(
      vscode,
      tutorial.folder,
      'src/domain/game.ts',
      'export class Game {\n  playerOne = undefined;\n  playerTwo = undefined;\n}\n',
    );
    await check(vscode);
    await vscode.statusBarItem('1.3 open').waitFor();

    await vscode.runCommand('Developer: Reload Window');
    await vscode.statusBarItem('1.3 open').waitFor();
    await passed(vscode, '1.2');
    const panel = await vscode.webview('ground-up-panel');
    await panel.getByRole('button', { name: 'Start game' }).waitFor();
  });

  it('sees the same in the Testing view after a check by key, and nothing of it in the next exercise', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'testing-view',
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
    });
    await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();
    await check(vscode);
    await vscode.statusBarItem('1.2 not yet').waitFor();
    await vscode.runCommand('Testing: Focus on Test Explorer View');
    await vscode.treeItem('Start the game').click();
    await vscode.page.keyboard.press('ArrowRight');
    await testItem(vscode, /A game with nobody in it.*Failed/).waitFor();
    const game = 'src/domain/game.ts';
    await typeOver(
      vscode,
      tutorial.folder,
      game,
      'export class Game {\n  playerOne = undefined;\n  playerTwo = undefined;\n}\n',
    );
    await check(vscode);
    await testItem(vscode, /A game with nobody in it.*Passed/).waitFor();
    await testItem(vscode, /Start it with two players.*Skipped/).waitFor();
    await check(vscode);
    await testItem(vscode, /Start it with two players.*Failed/).waitFor();
    await vscode.screenshot('1-failed');

    await startExercise(vscode, 'Play the game');
    await vscode.statusBarItem('2.2 open').waitFor();
    await testItem(vscode, /Play the game.*Not yet run/).waitFor();
    await vscode.page
      .locator('.activitybar .action-item:has([class*="view-extension-test"]) .badge-content')
      .waitFor({ state: 'hidden' });
    await vscode.screenshot('2-next-exercise');
  });
});

/** A row of the Testing view, by what a screen reader says of it. */
const testItem = (vscode: VSCode, label: RegExp) => vscode.page.getByRole('treeitem', { name: label });
