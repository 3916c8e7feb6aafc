import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { loadCourse } from '../../../src/course/load-course.ts';
import { composeStart } from '../../../src/course/workspace/compose.ts';
import { sourcesOf } from '../../../src/course/workspace/source-files.ts';
import { composeSolutionUpTo } from '../../../src/course/workspace/stages.ts';
import { inRoot } from '../../../src/dev/root.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { check, passed, startExercise, storePort, typeOver, typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';

const id = '03-persisting-the-events';
const exercises = inRoot('exercises');

describe('exercise 3, from its first step to a stored game', () => {
  it('solves every step in turn, plays in the terminal, and any client reads the tutorial’s own events', async (t) => {
    const tutorial = await temporaryTutorial();
    t.after(() => tutorial.dispose());
    await using vscode = await openVSCode({
      title: 'third-exercise',
      extension: packedExtension,
      folder: tutorial.folder,
      // Drawn as text, so that it can be read here.
      settings: { ...typistSettings, 'terminal.integrated.gpuAcceleration': 'off' },
    });
    const panel = await vscode.webview('ground-up-panel');
    await panel.getByRole('button', { name: 'Start game' }).waitFor();
    await startExercise(vscode, 'Persist the events');
    await vscode.statusBarItem('3.3 open').waitFor();
    await check(vscode);
    await vscode.statusBarItem('3.3 not yet').waitFor();
    await vscode.screenshot('1-not-yet');

    const exercise = (await loadCourse(exercises)).find((each) => each.exercise.id === id)?.exercise;
    assert.ok(exercise);
    let written: ReadonlyMap<string, string> = sourcesOf(await composeStart(exercises, id), typescript);
    for (const step of ['3.3', '3.4', '3.5', '3.6', '3.7']) {
      const files = sourcesOf(await composeSolutionUpTo(exercises, exercise, step, typescript.id), typescript);
      for (const [file, text] of files) {
        if (written.get(file) !== text) await typeOver(vscode, tutorial.folder, file, text);
      }
      written = files;
      await check(vscode);
      await passed(vscode, step);
    }
    await check(vscode);
    await passed(vscode, '3.8');
    await vscode.screenshot('2-all-passed');

    await playInTerminal(vscode);
    const client = await clientOf(vscode, t);
    const stored = await onlyGame(client);
    assert.deepEqual(stored, expected);
    await vscode.page.locator('.terminal-wrapper.active').waitFor();
    await vscode.screenshot('3-played');
    await askVersion(vscode);
  });
});

const moves = [...'ABABABA'];

/** Byte for byte the wire contract of the tutorial: types, keys and values. */
const expected = [
  ['GameStarted', { player_one: 'Ada', player_two: 'Grace' }],
  ...moves.map((column, turn) => ['MoveMade', { player: turn % 2 === 0 ? 'Ada' : 'Grace', column }]),
  ['GameFinished', { result: 'PLAYER_ONE_WON' }],
];

async function playInTerminal(vscode: VSCode): Promise<void> {
  await vscode.runCommand('Event Sourcing: Play in the Terminal');
  await answer(vscode, 'Who is player one?', 'Ada');
  await answer(vscode, 'Who is player two?', 'Grace');
  for (const [turn, column] of moves.entries())
    await answer(vscode, `${turn % 2 === 0 ? 'Ada' : 'Grace'}, which column?`, column);
}

/** Types a line once its question stands there without an answer. Rows of before may still be in the document, out of sight. */
async function answer({ page }: VSCode, question: string, line: string): Promise<void> {
  const open = new RegExp(`${question.replaceAll(' ', '\\s').replace('?', '\\?')}(\\s\\([A-G\\s]*\\))?\\s*$`);
  await page.locator('.terminal-wrapper.active .xterm-rows > div', { hasText: open }).first().waitFor();
  await page.keyboard.type(`${line}\n`);
}

/** Nobody has installed the command: a terminal of this window has it all the same. */
async function askVersion(vscode: VSCode): Promise<void> {
  await vscode.runCommand('Terminal: Create New Terminal');
  const rows = vscode.page.locator('.terminal-wrapper.active .xterm-rows > div');
  await rows
    .filter({ hasText: /[$#%>]\s*$/ })
    .first()
    .waitFor();
  await vscode.page.keyboard.type('ground-up --version\n');
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  await rows
    .filter({ hasText: new RegExp(`^\\s*${version}\\s*$`) })
    .first()
    .waitFor();
}

/** The official client on the store that the status bar names. */
async function clientOf(vscode: VSCode, t: TestContext): Promise<EventStoreDBClient> {
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${await storePort(vscode)}?tls=false`);
  t.after(() => client.dispose());
  return client;
}

/** Checks have stores of their own, so the game that was played is all there is. */
async function onlyGame(client: EventStoreDBClient): Promise<unknown[]> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const stored: { readonly stream: string; readonly event: unknown }[] = [];
    for await (const { event } of client.readAll()) {
      if (event?.streamId.startsWith('game-')) stored.push({ stream: event.streamId, event: [event.type, event.data] });
    }
    if (stored.length >= expected.length) {
      assert.equal(new Set(stored.map(({ stream }) => stream)).size, 1);
      return stored.map(({ event }) => event);
    }
    await wait(200);
  }
  return assert.fail('The game that was played did not reach the store.');
}
