import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileContains } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';

describe('the doctor', () => {
  it('says what is wrong, mends it at the press of a button, and copies a report without names', async (t) => {
    const tutorial = await temporaryTutorial();
    const git = mkdtempSync(join(tmpdir(), 'ground-up-git-'));
    t.after(() => {
      tutorial.dispose();
      rmSync(git, { recursive: true, force: true });
    });
    const settings = join(git, 'settings');
    writeFileSync(settings, '');
    await using vscode = await openVSCode({
      title: 'doctor',
      extension: packedExtension,
      folder: tutorial.folder,
      env: { GIT_CONFIG_GLOBAL: settings, GIT_CONFIG_NOSYSTEM: '1' },
    });
    const { page } = vscode;
    // Until everything of a new tutorial is open, something else may come to the front.
    await (await vscode.webview('ground-up-panel')).getByRole('button', { name: 'Start game' }).waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await vscode.runCommand('Event Sourcing: Doctor');
    const doctor = await vscode.webview('#doctor');
    const nameless = doctor.getByRole('heading', { name: 'Your name in git' });
    await nameless.waitFor();
    await doctor.getByText('Your code runs, on Node').waitFor();
    await vscode.screenshot('1-no-name');

    await doctor.getByRole('button', { name: 'Tell Git Your Name…' }).click();
    await answer(vscode, 'Somebody');
    await answer(vscode, 'somebody@example.org');
    await fileContains(settings, 'somebody@example.org');
    await doctor.getByRole('button', { name: 'Look Again' }).click();
    await nameless.waitFor({ state: 'detached' });
    await doctor.getByText('Your commits carry your name.').waitFor();
    await vscode.screenshot('2-mended');

    await doctor.getByRole('button', { name: 'Copy Report' }).click();
    await vscode.statusBarItem('The report is in the clipboard').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(copied, /^✓ Your name in git: /m);
    assert.match(copied, /^Ground Up \d/m);
    assert.doesNotMatch(copied, /somebody/i);
  });

  it('leads to where a folder is trusted', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'doctor-untrusted',
      extension: packedExtension,
      folder: tutorial.folder,
      asksForTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    const { page } = vscode;
    await (await vscode.webview('ground-up-panel')).getByRole('button', { name: /trust/i }).waitFor();
    await vscode.runCommand('Event Sourcing: Doctor');
    const doctor = await vscode.webview('#doctor');
    await doctor.getByRole('heading', { name: 'Trust' }).waitFor();
    await vscode.screenshot('1-untrusted');
    await doctor.getByRole('button', { name: 'Trust This Folder…' }).click();
    await page
      .getByRole('button', { name: /^Trust$/ })
      .first()
      .click();
    await vscode.statusBarItem('1.2 open').waitFor();
    await vscode.runCommand('Event Sourcing: Doctor');
    await doctor.getByText('You trust this folder').waitFor();
    await vscode.screenshot('2-trusted');
  });
});

/** Types into the box that asks, and goes on to what comes next. */
async function answer({ page }: VSCode, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.fill(text);
  await page.keyboard.press('Enter');
}
