import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { PanelSession } from '../../../src/editor/panel/panel-session.ts';
import { Shelf } from '../../../src/editor/panel/shelf.ts';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import type { Snapshot } from '../../../src/panel/contract.ts';
import { ReferenceSource } from '../../editor/panel/reference-source.ts';
import { Harness, type PageOptions, type PanelPage } from './harness.ts';
import { themeNames } from './themes.ts';

let harness: Harness;
before(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.closePages());
after(() => harness.stop());

/** The reference needs no code of a learner’s. */
const noCode = () => Promise.reject(new Error('There is no learner here.'));
const nobody = {
  openPlace() {},
  openCode() {},
  openLarge() {},
  trust() {},
  startTutorial() {},
  saveText: async () => true,
  openText: async () => undefined,
  copyText: async () => undefined,
};

/** A page that talks to a real session over a real game. */
async function open(source: ReferenceSource, options: PageOptions = {}, store?: EventStore) {
  const shelf = new Shelf(noCode, source);
  if (store !== undefined) shelf.store = { kind: 'open', store };
  const session = new PanelSession(shelf, nobody);
  session.availability = 'available';
  const page = await harness.open(options);
  const connection = session.connect((message) => void page.post(message));
  page.listen((message) => connection.receive(message));
  await page.page.waitForSelector('.panel');
  return { ...page, session };
}

async function settled(page: PanelPage): Promise<void> {
  await page.page.waitForTimeout(80);
}

async function violations({ page }: PanelPage): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

const pictures: Readonly<Record<string, Snapshot>> = {
  loading: { kind: 'loading', what: 'Loading your Game' },
  'nothing-yet': { kind: 'nothingYet' },
  untrusted: { kind: 'untrusted' },
  broken: {
    kind: 'broken',
    problem: {
      headline: 'src/domain/game.ts exports no Game.',
      why: 'It exports Gmae. Write export class Game so that the check, the panel and the terminal can find it.',
      place: { file: 'src/domain/game.ts', line: 1, column: 1 },
    },
  },
  disconnected: {
    kind: 'disconnected',
    reason: 'Nothing answers at esdb://localhost:2113. The panel goes on as soon as it is back.',
  },
};

describe('the panel in a browser', () => {
  for (const theme of themeNames) {
    it(`shows a game in the theme ${theme}`, async () => {
      const source = new ReferenceSource();
      const panel = await open(source, { theme });
      await panel.page.getByRole('button', { name: 'Start game' }).click();
      await source.play('DDEC');
      await source.makeMove('E', 'two');
      await source.play('DEA');
      source.stored = 5;
      await source.reload();
      await panel.page.locator('.go', { hasText: 'one → D' }).nth(1).click();
      await fine(panel, `game-${theme}`);
    });

    it(`has a picture for every state without a game in the theme ${theme}`, async () => {
      const panel = await harness.open({ theme, width: 320, height: 480 });
      for (const [name, snapshot] of Object.entries(pictures)) {
        await panel.post({ type: 'snapshot', snapshot });
        await fine(panel, `${name}-${theme}`);
      }
    });
  }

  it('asks for two names before the game has started', async () => {
    const panel = await open(new ReferenceSource(), { theme: 'light' });
    await fine(panel, 'start-light');
  });

  it('shows a win with its four, and the result', async () => {
    const source = new ReferenceSource();
    const panel = await open(source);
    await source.startGame('Ada', 'Grace');
    await source.play('DECDDEAEE');
    await source.play('ECCBCFA');
    await fine(panel, 'many-dark');
    await source.newGame();
    await source.startGame('Ada', 'Grace');
    await source.play('DEDEDED');
    await settled(panel);
    await panel.page.waitForFunction(() => document.querySelectorAll('.won').length === 4);
    assert.match(await panel.page.locator('[role=status]').innerText(), /PLAYER_ONE_WON/);
    await fine(panel, 'won-dark');
  });

  it('stands side by side when it is opened large', async () => {
    for (const theme of ['dark', 'light'] as const) {
      const source = new ReferenceSource();
      const panel = await open(source, { theme, width: 1000, height: 680 });
      await source.startGame('Ada', 'Grace');
      await source.play('DDECFF');
      await source.makeMove('E', 'two');
      await source.makeMove('E', 'one');
      source.problem = {
        headline: 'src/domain/game.ts can’t be read as TypeScript: Unexpected token',
        why: 'Look at line 12, column 3. Nothing was run.',
        place: { file: 'src/domain/game.ts', line: 12, column: 3 },
      };
      source.notice = {
        text: 'Your code changed: the same commands now record 7 events instead of 6.',
        actions: ['newGame'],
      };
      await source.reload();
      await fine(panel, `large-${theme}`);
    }
  });

  it('keeps both futures of a fork in sight', async () => {
    for (const [name, options] of [
      ['fork-dark', { height: 900 }],
      ['fork-large-light', { theme: 'light', width: 1000, height: 680 }],
    ] as const) {
      const source = new ReferenceSource();
      const panel = await open(source, options);
      await source.startGame('Ada', 'Grace');
      await source.play('DDECFFE');
      await panel.page.locator('.go', { hasText: 'Grace → C' }).click();
      await panel.page.getByRole('button', { name: 'Fork here' }).click();
      await panel.page.waitForSelector('.future');
      await panel.page.locator('.column').nth(1).click();
      await panel.page.waitForFunction(() => document.querySelector('.where')?.textContent === '5 / 5');
      await panel.page.locator('.row.event .unfold[aria-label="Fold without MoveMade 2"]').click();
      await fine(panel, name);
    }
  });

  it('lays what a check expected beside what there was', async () => {
    for (const theme of ['dark', 'high-contrast-light'] as const) {
      const source = new ReferenceSource();
      const panel = await open(source, { theme, height: 900 });
      await source.startGame('one', 'two');
      const text = (player: string, differs = false) => ({
        type: 'MoveMade',
        fields: [
          { name: 'player', value: `"${player}"`, differs },
          { name: 'column', value: '"D"', differs: false },
        ],
      });
      panel.session.showComparison({
        title: '2.2 Make a move: your second move is not the one expected',
        firstDivergence: 1,
        rows: [
          { kind: 'same', expected: text('one'), actual: text('one') },
          { kind: 'differs', expected: text('two', true), actual: text('one', true) },
          { kind: 'missing', expected: { type: 'GameFinished', fields: [] }, actual: null },
        ],
      });
      await panel.page.waitForSelector('.comparison');
      await fine(panel, `comparison-${theme}`);
    }
  });

  it('lets somebody guess before a step, and says how it went', async () => {
    const source = new ReferenceSource();
    const panel = await open(source);
    const { page } = panel;
    await source.startGame('Ada', 'Grace');
    await source.play('DD');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await panel.picture('menu-dark');
    await page.getByRole('menuitem', { name: 'Predict before stepping' }).click();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('button', { name: 'Forward', exact: true }).click();
    await page.getByLabel('board', { exact: true }).check();
    await page.getByLabel('result', { exact: true }).check();
    await fine(panel, 'predict-dark');
    await page.getByRole('button', { name: 'Step, and see' }).click();
    await page.waitForSelector('.prediction.told');
    const told = await page.locator('.prediction').innerText();
    assert.match(told, /Right: board[\s\S]*Changed as well: nextPlayer[\s\S]*Did not change: result/);
    await fine(panel, 'predicted-dark');
  });

  it('shows a stream of the store, and what may be in it', async () => {
    const store = openMemoryStore();
    const data = { player: 'Ada', column: 'D', note: { from: 'elsewhere', tags: ['a', 'b'] } };
    await store.append(
      'game-3f2a9c1e',
      [jsonEvent({ type: 'GameStarted', data: { player_one: 'Ada', player_two: 'Grace' } })],
      'any',
    );
    await store.append('game-3f2a9c1e', [jsonEvent({ type: 'MoveMade', data })], 'any');
    const panel = await open(new ReferenceSource(), { theme: 'light' }, store);
    await panel.page.getByLabel('What to look at').selectOption('game-3f2a9c1e');
    await panel.page.waitForFunction(() => document.querySelector('.where')?.textContent === '1 / 1');
    await panel.page.getByRole('button', { name: 'Fields of MoveMade 1' }).click();
    await fine(panel, 'stream-light');
    store.dispose();
  });

  it('fits 300 pixels, and 200 % zoom', async () => {
    for (const [name, width, height] of [
      ['narrow', 300, 720],
      ['zoomed', 180, 500],
    ] as const) {
      const source = new ReferenceSource();
      const panel = await open(source, { theme: 'light', width, height });
      await source.startGame('Ada Lovelace-Byron', 'Rear Admiral Grace Murray Hopper');
      await source.play('DDEC');
      await source.makeMove('E', 'two');
      await source.makeMove('D', 'one');
      await settled(panel);
      const overflow = await panel.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.equal(overflow, 0, `${name} scrolls sideways`);
      await fine(panel, `${name}-light`);
    }
  });

  it('is worked by keyboard alone, and the focus survives updates', async () => {
    const source = new ReferenceSource();
    const panel = await open(source);
    const { page } = panel;
    await page.getByLabel('Player one').fill('Ada');
    await page.getByLabel('Player one').press('Enter');
    await page.locator('.column[tabindex="0"]').focus();
    for (const key of ['Enter', 'ArrowRight', 'Enter', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelectorAll('.board .token').length === 3);
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      'Column D, from the bottom: one, one',
    );

    await page.locator('.go[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('before anything happened'));
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('GameStarted'));
    await source.makeMove('A', 'next');
    await settled(panel);
    assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? '', /GameStarted/);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.where')?.textContent === '1 / 4');
    assert.match(await page.locator('[role=status]').innerText(), /^Revision 1, MoveMade, Ada in column D; next: two$/);
    await fine(panel, 'keyboard-dark');
  });
});

/** Keeps a picture, and holds the page to what it promises everybody. */
async function fine(panel: PanelPage, name: string): Promise<void> {
  await settled(panel);
  await panel.picture(name);
  assert.deepEqual(await violations(panel), []);
  assert.deepEqual(panel.complaints, []);
  assert.deepEqual(panel.strayRequests, []);
}
