import { describe, it } from 'node:test';
import { check, typeOver, typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode } from '../vscode-page.ts';

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
    await page
      .locator('.test-explorer .monaco-list-row [class*="testing-failed"], .test-explorer .codicon-testing-failed-icon')
      .first()
      .waitFor();
    await vscode.screenshot('1-testing-view');

    await typeOver(
      vscode,
      tutorial.folder,
      'src/domain/game.ts',
      'export class Game {\n  playerOne = "";\n  playerTwo = "";\n}\n',
    );
    await check(vscode);
    await vscode.runCommand('Problems: Focus on Problems View');
    await vscode.treeItem('An empty text is still a name').first().waitFor();
    await vscode.screenshot('2-problem');

    await vscode.runCommand('Event Sourcing: Show the Next Hint');
    await vscode.notification('Hint 1 of 3 for 1.2');
    await vscode.runCommand('Event Sourcing: Show the Next Hint');
    await vscode.notification('Hint 2 of 3 for 1.2');

    await vscode.runCommand('Event Sourcing: Compare with the Solution');
    await page.getByRole('button', { name: 'Show It' }).click();
    await page.locator('.tab.active', { hasText: '1.2: yours ↔ one solution' }).waitFor();
    await page.locator('.monaco-diff-editor').waitFor();
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
    await vscode.statusBarItem('1.3 not yet').waitFor();

    await vscode.runCommand('Developer: Reload Window');
    await vscode.statusBarItem('1.3 open').waitFor();
    await vscode.treeItem(/A game with nobody in it.*passed/).waitFor();
    const guide = await vscode.webview('ground-up-guide');
    await guide.getByText('1 of 6').first().waitFor();
  });
});
