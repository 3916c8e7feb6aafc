import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { FrameLocator } from 'playwright-core';
import { runProgram } from '../../../src/dev/program.ts';
import { type Column, columns } from '../../../src/domain/connect-four/board.ts';
import type { GameEvent } from '../../../src/domain/connect-four/events.ts';
import { fold } from '../../../src/domain/connect-four/game.ts';
import { storePort, typistSettings } from '../learner.ts';
import { packedExtension, temporaryTutorial } from '../tutorial.ts';
import { openVSCode, type VSCode } from '../vscode-page.ts';

/** A window on a finished exercise 2, where every move works. */
async function openFinished(t: TestContext, title: string): Promise<VSCode> {
  const tutorial = await temporaryTutorial();
  t.after(() => tutorial.dispose());
  const { code, output } = await runProgram('git', ['checkout', '-q', 'solutions/02-exercise-play-the-game'], {
    cwd: tutorial.folder,
  });
  assert.equal(code, 0, output);
  return openVSCode({ title, extension: packedExtension, folder: tutorial.folder, settings: typistSettings });
}

async function startGame(vscode: VSCode): Promise<FrameLocator> {
  const panel = await vscode.webview('ground-up-panel');
  await panel.getByRole('button', { name: 'Start game' }).click();
  await shows(panel, 1);
  return panel;
}

const shows = (panel: FrameLocator, events: number) =>
  panel.getByText(events === 1 ? '1 event' : `${events} events`, { exact: true }).waitFor();

async function drop(panel: FrameLocator, column: Column): Promise<void> {
  await panel.getByRole('button', { name: `Column ${column},` }).click();
}

async function play(panel: FrameLocator, moves: readonly Column[], eventsBefore: number): Promise<void> {
  for (const [index, column] of moves.entries()) {
    await drop(panel, column);
    await shows(panel, eventsBefore + index + 1);
  }
}

/** The board as a screen reader hears it: each column's tokens by player, from the bottom. */
async function boardOf(panel: FrameLocator): Promise<Record<string, string>> {
  const labels = await panel
    .locator('.column')
    .evaluateAll((buttons) => buttons.map((button) => button.ariaLabel ?? ''));
  return Object.fromEntries(labels.map((label) => [label.slice(7, 8), label.slice(10)]));
}

const players = { RED: 'one', YELLOW: 'two' } as const;

/** The same of our own fold. */
function boardAfter(events: readonly GameEvent[]): Record<string, string> {
  const game = fold(events);
  const tokens = (column: Column) => (game.status === 'waiting' ? [] : game.board[column]);
  const told = (column: Column) => {
    const names = tokens(column).map((token) => players[token]);
    return names.length === 0 ? 'empty' : `from the bottom: ${names.join(', ')}`;
  };
  return Object.fromEntries(columns.map((column) => [column, told(column)]));
}

const moves: readonly Column[] = ['D', 'D', 'E', 'C', 'F', 'E', 'G'];
const story: readonly GameEvent[] = [
  { type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Grace' },
  ...moves.map((column, turn): GameEvent => ({ type: 'MoveMade', player: turn % 2 === 0 ? 'Ada' : 'Grace', column })),
  { type: 'GameFinished', result: 'PLAYER_ONE_WON' },
];

describe('the panel', () => {
  it('plays a game to a win by clicking, and shows at every revision the board of that moment', async (t) => {
    await using vscode = await openFinished(t, 'panel-win');
    const panel = await startGame(vscode);
    await play(panel, moves.slice(0, -1), 1);
    await drop(panel, 'G');
    await shows(panel, story.length);
    await panel.getByText('PLAYER_ONE_WON').first().waitFor();
    await vscode.screenshot('won');

    for (let revision = story.length - 1; revision >= 0; revision--) {
      await panel.locator('.where', { hasText: new RegExp(`^\\s*${revision} /`) }).waitFor();
      assert.deepEqual(await boardOf(panel), boardAfter(story.slice(0, revision + 1)), `at revision ${revision}`);
      await panel.getByRole('button', { name: 'Back' }).click();
    }
    assert.deepEqual(await boardOf(panel), boardAfter([]));
    await vscode.screenshot('before-anything');
  });

  it('shows a refused move, and the stream has not grown', async (t) => {
    await using vscode = await openFinished(t, 'panel-refused');
    const panel = await startGame(vscode);
    await play(panel, ['A', 'A', 'A', 'A', 'A', 'A'], 1);
    await drop(panel, 'A');
    await panel.locator('.row.refused', { hasText: 'Column A is full' }).waitFor();
    await shows(panel, 7);
    await panel.locator('.player.two').click();
    await drop(panel, 'B');
    await panel.locator('.row.refused', { hasText: 'turn of Ada' }).waitFor();
    await shows(panel, 7);
    await vscode.screenshot('refused');
  });

  it('plays another future from revision 3, with both on screen', async (t) => {
    await using vscode = await openFinished(t, 'panel-fork');
    const panel = await startGame(vscode);
    await play(panel, moves.slice(0, 5), 1);
    await panel.locator('.row.event .go', { hasText: 'D' }).nth(1).press('Home');
    for (let stop = 0; stop < 4; stop++) await panel.getByRole('button', { name: 'Forward' }).click();
    await panel.getByRole('button', { name: /^Fork here/ }).click();
    await panel.locator('.future').waitFor();
    await drop(panel, 'A');
    await panel.locator('.row.event', { hasText: 'Grace → A' }).waitFor();
    assert.deepEqual(
      await boardOf(panel),
      boardAfter([...story.slice(0, 4), { type: 'MoveMade', player: 'Grace', column: 'A' }]),
    );
    await panel.locator('.future', { hasText: 'They differ from revision 4 on' }).waitFor();
    await vscode.screenshot('two-futures');
  });

  it('shows an append by another process without being asked', async (t) => {
    await using vscode = await openFinished(t, 'panel-live');
    const panel = await vscode.webview('ground-up-panel');
    await panel.getByRole('button', { name: 'Start game' }).waitFor();
    await vscode.runCommand('Event Sourcing: Show the Event Store');
    const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${await storePort(vscode)}?tls=false`);
    t.after(() => client.dispose());

    const stream = `game-${randomUUID()}`;
    await client.appendToStream(
      stream,
      jsonEvent({ type: 'GameStarted', data: { player_one: 'Ada', player_two: 'Grace' } }),
    );
    await panel.getByLabel('What to look at').selectOption(stream);
    await panel.getByText('GameStarted').first().waitFor();
    const times: number[] = [];
    for (const [turn, column] of (['A', 'B', 'C', 'D', 'E'] as const).entries()) {
      const player = turn % 2 === 0 ? 'Ada' : 'Grace';
      await client.appendToStream(stream, jsonEvent({ type: 'MoveMade', data: { player, column } }));
      const appended = performance.now();
      await panel
        .locator('.row.event', { hasText: `→ ${column}` })
        .last()
        .waitFor();
      times.push(Math.round(performance.now() - appended));
    }
    t.diagnostic(`from the append's answer to the row on screen: ${times.join(', ')} ms`);
    await vscode.screenshot('appended-elsewhere');
  });
});
