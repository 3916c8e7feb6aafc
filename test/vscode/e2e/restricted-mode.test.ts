import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode } from '../vscode-page.ts';

const leavesATrace = `
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';

writeFileSync('trace', '');
test('runs', () => {});
`;

describe('a folder nobody has trusted yet', () => {
  it('can be read, runs nothing, and is one button away from being trusted', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    mkdirSync(join(tutorial.folder, 'test'));
    writeFileSync(join(tutorial.folder, 'test', 'own.test.ts'), leavesATrace);
    const trace = join(tutorial.folder, 'trace');
    await using vscode = await openVSCode({
      title: 'restricted-mode',
      extension: packedExtension,
      folder: tutorial.folder,
      asksForTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });

    const guide = await vscode.webview('ground-up-guide');
    await guide.getByRole('heading', { name: 'Start the game' }).waitFor();
    await guide.getByText('Choose a value that says just that').first().waitFor();
    await vscode.treeItem('Start the game').waitFor();
    await vscode.statusBarItem('Trust to check').waitFor();
    const panel = await vscode.webview('ground-up-panel');
    await panel.getByRole('button', { name: /trust/i }).waitFor();
    await vscode.screenshot('1-restricted');

    await vscode.runCommand('Event Sourcing: Check My Code');
    await vscode.notification('nothing runs until you trust it');
    assert.equal(await vscode.statusBarItem('not yet').count(), 0);
    await vscode.screenshot('2-asked-to-check');

    await vscode.runCommand('Test: Run All Tests');
    await vscode.page.getByText('Running tests may execute code').first().waitFor();
    await vscode.page.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(existsSync(trace), false);

    await guide.getByRole('button', { name: /trust/i }).first().click();
    await vscode.page
      .getByRole('button', { name: /^Trust$/ })
      .first()
      .click();
    await vscode.statusBarItem('1.2 open').waitFor();
    await vscode.runCommand('Event Sourcing: Check My Code');
    await vscode.statusBarItem('1.2 not yet').waitFor();
    await panel.getByRole('button', { name: 'Start game' }).waitFor();
    await vscode.runCommand('Test: Run All Tests');
    await vscode.treeItem(/^runs.*own\.test\.ts/).waitFor();
    assert.ok(existsSync(trace));
    await vscode.screenshot('3-trusted');
  });
});
