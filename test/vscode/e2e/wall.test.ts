import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { formatWall } from '../../../src/storming/format.ts';
import { readWall } from '../../../src/storming/read.ts';
import { fileContains } from '../learner.ts';
import { packedExtension } from '../tutorial.ts';
import { limit, openVSCode, themes, type VSCode } from '../vscode-page.ts';

const noteNamed = (wall: FrameLocator, text: string) => wall.locator('wall-note', { hasText: text });
const said = (wall: FrameLocator, text: string) => wall.getByRole('status').filter({ hasText: text }).waitFor();

describe('an event storming wall', () => {
  it('is made anywhere, filled by keyboard, undone, saved, open twice in step, and says what it can’t read', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'ground-up-wall-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'wall.storming.json');
    writeFileSync(join(folder, 'book.py'), 'import os\n\nclass BookLent:\n    pass\n');
    await using vscode = await openVSCode({
      title: 'wall',
      extension: packedExtension,
      folder,
      settings: { 'workbench.colorTheme': themes.dark },
    });

    await makeWall(vscode);
    const wall = await vscode.webview('ground-up-wall .board');
    await wall.locator('.board').focus();
    await add(vscode, wall, '1', 'Book lent');
    await add(vscode, wall, '2', 'Lend a book');
    await press(vscode, 'c', 'ArrowDown', 'Enter');
    await said(wall, 'now leads to event “Book lent”');
    await vscode.screenshot('1-two-notes');

    await undoAndRedo(vscode, wall);
    await press(vscode, 'Control+s');
    await fileContains(file, '"from"');
    assert.equal(formatWall(wallIn(file)), readFileSync(file, 'utf8'));
    await openTwice(vscode, file);
    await showInCode(vscode);
    await conflict(vscode, file);
  });
});

function wallIn(file: string) {
  const read = readWall(readFileSync(file, 'utf8'));
  return read.kind === 'wall' ? read.wall : assert.fail(read.sentence);
}

async function press({ page }: VSCode, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function makeWall(vscode: VSCode): Promise<void> {
  await vscode.runCommand('Event Sourcing: New Event Storming Wall…');
  const dialog = vscode.page.locator('.quick-input-widget');
  await dialog
    .getByRole('button', { name: 'Make the Wall' })
    .or(dialog.getByRole('button', { name: 'OK' }))
    .first()
    .waitFor();
  await vscode.accept();
}

async function add(vscode: VSCode, wall: FrameLocator, key: string, text: string): Promise<void> {
  await press(vscode, key);
  await wall.locator('textarea:focus').waitFor();
  await vscode.page.keyboard.type(text);
  await press(vscode, 'Enter');
  await said(wall, `Now says: ${text}.`);
  await noteNamed(wall, text).and(wall.locator(':focus')).waitFor();
}

/** As in every file: the text is what is undone. */
async function undoAndRedo(vscode: VSCode, wall: FrameLocator): Promise<void> {
  await press(vscode, 'Control+z');
  await said(wall, 'no longer leads to event “Book lent”');
  await press(vscode, 'Control+y');
  await said(wall, 'now leads to event “Book lent”');
}

async function openTwice(vscode: VSCode, file: string): Promise<void> {
  const { page } = vscode;
  await vscode.runCommand('View: Split Editor Right');
  const frames = page.locator('iframe.webview.ready');
  const inside = (at: number) => frames.nth(at).contentFrame().frameLocator('#active-frame');
  const [left, right] = [inside(0), inside(1)];
  for (const wall of [left, right]) await noteNamed(wall, 'Book lent').waitFor();
  await noteNamed(right, 'Book lent').focus();
  await press(vscode, 'Alt+ArrowRight');
  for (const wall of [left, right]) await said(wall, 'Event “Book lent” moved to moment 2');
  await noteNamed(left, 'Lend a book').focus();
  await press(vscode, '3');
  await left.locator('textarea:focus').waitFor();
  await page.keyboard.type('Reader');
  await press(vscode, 'Enter');
  await noteNamed(right, 'Reader').waitFor();
  await vscode.screenshot('2-twice');
  await press(vscode, 'Control+s');
  await fileContains(file, 'Reader');
  assert.equal(wallIn(file).notes.length, 3);
  await vscode.runCommand('View: Close All Editors in Group');
  await frames.nth(1).waitFor({ state: 'detached' });
}

async function showInCode(vscode: VSCode): Promise<void> {
  const wall = await vscode.webview('ground-up-wall .board');
  await noteNamed(wall, 'Reader').focus();
  await press(vscode, 'F12');
  await vscode.notification('No class in this workspace is called Reader yet.');
  await noteNamed(wall, 'Book lent').focus();
  await press(vscode, 'F12');
  await vscode.page.locator('.tab.active', { hasText: 'book.py' }).waitFor();
  await vscode.statusBarItem('Ln 3, Col 7').waitFor();
  await vscode.runCommand('View: Close Editor');
}

/** What git leaves after a merge that it could not do, and a person who mends it. */
async function conflict(vscode: VSCode, file: string): Promise<void> {
  const { page } = vscode;
  const good = readFileSync(file, 'utf8');
  const bad = good.replace('  "connections"', '<<<<<<< HEAD\n=======\n>>>>>>> theirs\n  "connections"');
  writeFileSync(file, bad);
  const wall = await vscode.webview('ground-up-wall .unreadable');
  await wall.getByText('Git could not merge two versions of this wall').waitFor();
  await vscode.screenshot('3-conflict');
  assert.equal(readFileSync(file, 'utf8'), bad);
  await wall.getByRole('button', { name: 'Open as Text' }).click();
  await page.locator('.monaco-editor .view-line', { hasText: '<<<<<<<' }).waitFor({ timeout: limit });
  writeFileSync(file, good);
  await vscode.runCommand('View: Close Editor');
  const mended = await vscode.webview('ground-up-wall wall-note');
  await noteNamed(mended, 'Reader').waitFor();
}
