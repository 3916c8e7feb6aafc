import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { JsonObject } from '../../src/base/json.ts';
import { themes, type VSCode } from './vscode-page.ts';

/** For whoever types code that is already indented and closed. */
export const typistSettings: JsonObject = {
  'workbench.colorTheme': themes.dark,
  'editor.autoIndent': 'none',
  'editor.autoClosingBrackets': 'never',
};

export async function check(vscode: VSCode): Promise<void> {
  await vscode.runCommand('Event Sourcing: Check My Code');
}

/** Goes to an exercise. Asked again when the list closes because a new window still moves the focus. */
export async function startExercise(vscode: VSCode, title: string): Promise<void> {
  const row = vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: title });
  for (let attempt = 0; attempt < 10; attempt++) {
    await vscode.runCommand('Event Sourcing: Start Exercise…');
    const chosen = await row.click({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (chosen) return;
  }
  assert.fail(`The list of exercises did not stay open long enough to choose “${title}”.`);
}

/** Types over a file in the editor and saves it, as a person would. */
export async function typeOver(vscode: VSCode, workspace: string, file: string, text: string): Promise<void> {
  const { page } = vscode;
  await openFile(vscode, file);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+s');
  await saved(join(workspace, file), text);
}

/** Opens a file for typing. Asked again when something that opened at the same time took the focus. */
async function openFile(vscode: VSCode, file: string): Promise<void> {
  const group = vscode.page.locator('.editor-group-container.active');
  const focused = group
    .filter({ has: vscode.page.locator(`.tab.active[data-resource-name="${basename(file)}"]`) })
    .locator('.monaco-editor.focused');
  for (let attempt = 0; attempt < 10; attempt++) {
    await vscode.choose('Control+p', file, basename(file));
    const isOpen = await focused.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
  }
  assert.fail(`${file} did not come to the front.`);
}

/** One thing a learner changes in a file: every place of a text, or the end of the file where there is none to look for. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** What a learner writes to get one step further. */
export interface Stage {
  readonly edits: readonly Edit[];
  /** The step that passes now. */
  readonly passes: string;
  /** What the status bar says afterwards. */
  readonly next: string;
}

/** Waits until the guide shows that a step (`1.2`, `Bonus`) has passed. */
export async function passed(vscode: VSCode, step: string): Promise<void> {
  const guide = await vscode.webview('ground-up-guide');
  await guide.locator(`#step-${step.toLowerCase().replaceAll('.', '-')}.passed`).waitFor();
}

/** Where the event store of the window is, from the status bar. */
export async function storePort({ page }: VSCode): Promise<string> {
  const item = page.locator('[id$="groundUp.store"]').filter({ hasText: /at port \d+/ });
  return /\d+/.exec(await item.innerText())?.[0] ?? assert.fail('The status bar names no port.');
}

/** Writes a stage and checks it: what was not yet passes, and the next step is what is left. */
export async function solve(vscode: VSCode, workspace: string, { edits, passes, next }: Stage): Promise<void> {
  for (const [file, text] of edited(workspace, edits)) await typeOver(vscode, workspace, file, text);
  await check(vscode);
  await passed(vscode, passes);
  await vscode.statusBarItem(next).waitFor();
}

function edited(workspace: string, edits: readonly Edit[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { file, find, put } of edits) {
    const before = texts.get(file) ?? readFileSync(join(workspace, file), 'utf8');
    assert.ok(before.includes(find), `${file} has no “${find}”:\n${before}`);
    texts.set(
      file,
      before.replaceAll(find, () => put),
    );
  }
  return texts;
}

/** Waits until a file on disk has a text in it. */
export function fileContains(file: string, text: string): Promise<void> {
  return fileHas(file, (read) => read.includes(text), text);
}

/** Waits until a file on disk is this text. */
export function saved(file: string, text: string): Promise<void> {
  return fileHas(file, (read) => read === text, text);
}

/** VS Code says of a busy machine that it is still writing, for many seconds. */
async function fileHas(file: string, holds: (read: string) => boolean, wanted: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (existsSync(file) && holds(readFileSync(file, 'utf8'))) return;
    await wait(100);
  }
  assert.equal(readFileSync(file, 'utf8'), wanted);
}
