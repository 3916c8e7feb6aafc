import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inRoot } from '../../../src/dev/root.ts';
import { openVSCode, themes } from '../vscode-page.ts';

const probe = inRoot('test/vscode/fixtures/probe');

describe('driving VS Code', () => {
  it('runs a command, reads a notification, looks into a webview and changes the theme', async () => {
    await using vscode = await openVSCode({ title: 'harness', extension: probe });
    await vscode.runCommand('Probe: Hello');
    await vscode.notification('hello from the probe');
    await vscode.runCommand('Probe: Page');
    const webview = await vscode.webview('#probe');
    assert.equal(await webview.locator('h1').textContent(), 'A page');
    vscode.changeSettings({ 'workbench.colorTheme': themes.light });
    await webview.locator('body.vscode-light').waitFor();
    await vscode.screenshot('light');
  });
});
