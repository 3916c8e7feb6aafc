import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { composeSolution } from '../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../src/course/workspace/tree.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { startExercise, typeOver, typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';

const testFile = 'test/domain/game.test.ts';

const ownTests = `
describe('a move', () => {
  test('is recorded', () => {
    const game = new Game();
    game.startGame('Ada', 'Grace');
    game.makeMove({ player: 'Ada', column: 'A' });
    assert.deepEqual(
      game.events.map(({ type }) => type),
      ['GameStarted', 'MoveMade'],
    );
  });
});
`;

describe('the learner’s own tests in the Testing view', () => {
  it('are found as they are written, fail at their line, and pass once the code is right', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'learner-tests',
      extension: packedExtension,
      folder: tutorial.folder,
      settings: typistSettings,
    });
    await startExercise(vscode, 'Play the game');
    await vscode.statusBarItem('2.2 open').waitFor();
    const before = readFileSync(join(tutorial.folder, testFile), 'utf8');
    await typeOver(vscode, tutorial.folder, testFile, before.replace('{ test }', '{ describe, test }') + ownTests);

    await vscode.runCommand('Testing: Focus on Test Explorer View');
    await vscode.treeItem('Your Tests').waitFor();
    await vscode.treeItem('game.test.ts').click();
    await vscode.treeItem('a game cannot be started twice').waitFor();
    await vscode.treeItem('a move').click();
    await vscode.treeItem('is recorded').waitFor();
    await vscode.screenshot('1-found');

    await openFile(vscode);
    await vscode.runCommand('Test: Run Tests in Current File');
    await testItem(vscode, /is recorded.*Failed/).waitFor();
    await testItem(vscode, /a game cannot be started twice.*Passed/).waitFor();
    await vscode.page.locator('.xterm-rows', { hasText: 'a move > is recorded' }).waitFor();
    await vscode.screenshot('2-failed');
    await vscode.runCommand('View: Hide Panel');
    assert.ok(Math.abs((await topOf(vscode, reasonShown)) - (await topOf(vscode, guiltyLine))) < 10);
    await vscode.screenshot('3-at-its-line');

    const solution = textsOf(await composeSolution(inRoot('exercises'), '02-play-the-game'));
    for (const file of ['src/domain/events.ts', 'src/domain/game.ts']) {
      await typeOver(vscode, tutorial.folder, file, solution.get(file) ?? assert.fail(file));
    }
    await vscode.runCommand('Test: Run All Tests');
    await testItem(vscode, /is recorded.*Passed/).waitFor();
    await testItem(vscode, /Play the game.*Passed/).waitFor();
    await vscode.screenshot('4-passed');

    await startExercise(vscode, 'Persist the events');
    await vscode.statusBarItem('3.3 open').waitFor();
    const stored = textsOf(await composeSolution(inRoot('exercises'), '03-persisting-the-events'));
    for (const [file, text] of stored) {
      if (file.startsWith('src/')) writeFileSync(join(tutorial.folder, file), text);
    }
    await vscode.treeItem('game-repository.test.ts').click();
    await vscode.treeItem('a game that is started is stored').waitFor();
    await vscode.runCommand('Test: Run All Tests');
    await testItem(vscode, /a move is stored once.*Passed/).waitFor();
    await vscode.screenshot('5-stored');
  });
});

const reasonShown = '.test-error-content-widget:has-text("InvalidMoveError")';
const guiltyLine = '.view-line:has-text("game.makeMove(")';

/** Where on the screen something is, in pixels from above. */
async function topOf(vscode: VSCode, selector: string): Promise<number> {
  const box = await vscode.page.locator(selector).boundingBox();
  return box?.y ?? assert.fail(`${selector} is not on the screen.`);
}

async function openFile(vscode: VSCode): Promise<void> {
  await vscode.choose('Control+p', testFile, 'game.test.ts');
  await vscode.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** A row of the Testing view, by what a screen reader says of it. */
const testItem = (vscode: VSCode, label: RegExp) => vscode.page.getByRole('treeitem', { name: label });
