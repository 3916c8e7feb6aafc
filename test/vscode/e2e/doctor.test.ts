import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { FrameLocator, Locator } from 'playwright-core';
import { fileContains } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, themes, type VSCode } from '../vscode-page.ts';

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
    await seen(doctor, doctor.getByRole('button', { name: 'Tell Git Your Name…' }));
    await nameless.waitFor();
    await seen(doctor, doctor.getByText('Your code runs, on Node'));
    await vscode.screenshot('1-no-name');

    await doctor.getByRole('button', { name: 'Tell Git Your Name…' }).click();
    await answer(vscode, 'Your name', 'Somebody');
    await answer(vscode, 'Your e-mail address', 'somebody@example.org');
    await fileContains(settings, 'somebody@example.org');
    await doctor.getByRole('button', { name: 'Look Again' }).click();
    await seen(doctor, doctor.getByText('Your commits carry your name.'));
    assert.equal(await nameless.count(), 0);
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
      settings: {
        'security.workspace.trust.startupPrompt': 'never',
        'workbench.colorTheme': themes.dark,
      },
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

/** Looks again until something is there: on a busy machine a look may be given up before it came to its end. */
async function seen(doctor: FrameLocator, what: Locator): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const isThere = await what.waitFor({ timeout: 20_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await doctor.getByRole('button', { name: 'Look Again' }).click();
  }
  await what.waitFor();
}

/** Types into the box once it asks this, for the one before may still be there. */
async function answer({ page }: VSCode, question: string, text: string): Promise<void> {
  const box = page.locator('.quick-input-widget', { hasText: question });
  await box.locator('input[type="text"]').fill(text);
  await page.keyboard.press('Enter');
}
