/// <reference types="node" />
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../src/dev/chromium.ts';
import { themes } from '../themes.ts';
import { bundlePage, type PageFiles } from '../web-page.ts';
import { gallery } from './gallery.ts';
import { MatrixTestPage } from './matrix-page.ts';

let browser: Browser;
let files: PageFiles;
before(async () => {
  [browser, files] = await Promise.all([launchChromium(), bundlePage('matrix')]);
});
after(() => browser.close());

/** Opens a page of its own for one test, and lets it end without a complaint of the browser. */
async function using(use: (matrix: MatrixTestPage) => Promise<void>): Promise<void> {
  const [theme] = themes;
  assert.ok(theme !== undefined);
  const matrix = await MatrixTestPage.start(browser, files, { theme });
  try {
    await use(matrix);
    assert.deepEqual(matrix.complaints, []);
  } finally {
    await matrix.close();
  }
}

const annsBranch = 'refs/heads/learner/ann/01-exercise-start-game';
const ann = ({ page }: MatrixTestPage) => page.getByRole('row', { name: 'learner/ann' }).getByRole('button');
const reason = ({ page }: MatrixTestPage) => page.locator('#reason');
const focused = ({ page }: MatrixTestPage) => page.evaluate(() => document.activeElement?.id);
const lastSent = async (matrix: MatrixTestPage) => (await matrix.sent()).at(-1);

describe('the matrix’s page', () => {
  it('says ready once, and waits', () =>
    using(async (matrix) => {
      assert.deepEqual(await matrix.sent(), [{ type: 'ready' }]);
      await matrix.page.getByText('Opening the matrix…').waitFor();
    }));

  it('names the exercise of each table, the step of each column and the branch of each row', () =>
    using(async (matrix) => {
      await matrix.show(gallery.room);
      const tables = await matrix.page.getByRole('grid').all();
      const names = await Promise.all(tables.map((table) => table.getAttribute('aria-labelledby')));
      assert.deepEqual(names, ['exercise-0', 'exercise-1']);
      const headings = await matrix.page.getByRole('grid').first().getByRole('columnheader').allInnerTexts();
      assert.deepEqual(headings, ['Branch', '1.4', '1.5', 'Bonus']);
      assert.equal(await matrix.page.locator('th:not([scope])').count(), 0);
      await matrix.page.getByRole('rowheader', { name: /learner\/ann.*1 of 3 passed/s }).waitFor();
    }));

  it('tells apart what passed, what is to be mended first, what waits behind it and what could not run', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      const classes = await ann(matrix).evaluateAll((all) => all.map((each) => each.className));
      assert.deepEqual(classes, ['cell pass', 'cell notYet', 'cell notYet waiting']);
      assert.deepEqual(
        await ann(matrix)
          .allTextContents()
          .then((all) => all.map((text) => text.trim())),
        ['passed', 'not yet', 'not yet'],
      );
    }));

  it('says which branches were not checked, and why', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await matrix.page.getByText('Nothing says which exercise it is about.').waitFor();
    }));
});

describe('the keyboard', () => {
  it('moves between cells, rows and tables, and stops at the edges', () =>
    using(async (matrix) => {
      await matrix.show(gallery.room);
      const press = async (...keys: readonly string[]) => {
        for (const key of keys) await matrix.page.keyboard.press(key);
        return focused(matrix);
      };
      await matrix.page.locator('#cell-0-0').focus();
      assert.equal(await press('ArrowRight'), 'cell-0-1');
      assert.equal(await press('ArrowDown', 'ArrowDown'), 'cell-2-1');
      assert.equal(await press('ArrowDown'), 'cell-3-1');
      assert.equal(await press('End'), 'cell-3-7');
      assert.equal(await press('ArrowRight'), 'cell-3-7');
      assert.equal(await press('ArrowUp'), 'cell-2-2');
      assert.equal(await press('Home'), 'cell-2-0');
      assert.equal(await press('ArrowLeft'), 'cell-2-0');
      assert.equal(await press('Control+End'), 'cell-14-7');
      assert.equal(await press('ArrowDown'), 'cell-14-7');
      assert.equal(await press('Control+Home'), 'cell-0-0');
    }));

  it('stops at one cell of the matrix on its way through the page', () =>
    using(async (matrix) => {
      await matrix.show(gallery.room);
      assert.equal(await matrix.page.locator('.cell[tabindex="0"]').count(), 1);
      await matrix.page.locator('#cell-2-1').focus();
      assert.equal(await matrix.page.locator('.cell[tabindex="0"]').getAttribute('id'), 'cell-2-1');
    }));

  it('opens a reason and comes back from it', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await ann(matrix).nth(1).focus();
      await matrix.page.keyboard.press('Enter');
      assert.equal(await focused(matrix), 'reason');
      await reason(matrix).getByRole('heading', { name: '1.5 Say it with an event: not yet' }).waitFor();
      await matrix.page.keyboard.press('Escape');
      assert.equal(await focused(matrix), 'cell-1-1');
    }));
});

describe('the reason behind a cell', () => {
  it('says what the code did, why it matters, what was expected, and where', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await ann(matrix).nth(1).click();
      await reason(matrix).getByText('Nobody who replays this game will ever know who played.').waitFor();
      const rows = await reason(matrix).getByRole('row').allInnerTexts();
      assert.match(rows.at(-1) ?? '', /GameStarted[\s\S]*"<Ada> & 'co'"[\s\S]*missing/);
      await reason(matrix).getByRole('button', { name: 'game.ts:9' }).click();
      assert.deepEqual(await lastSent(matrix), { type: 'openLocation', branch: annsBranch, step: 1 });
    }));

  it('leads to the diff, for a passed step too', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await ann(matrix).first().click();
      await reason(matrix).getByText('This step does what it should.').waitFor();
      await reason(matrix).getByRole('button', { name: 'Open the diff' }).click();
      assert.deepEqual(await lastSent(matrix), { type: 'openDiff', branch: annsBranch, step: 0 });
    }));

  it('leads to the panel, with the step of the cell', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await ann(matrix).nth(1).click();
      await reason(matrix).getByRole('button', { name: 'Step through this check' }).click();
      assert.deepEqual(await lastSent(matrix), { type: 'stepThroughCheck', branch: annsBranch, step: 1 });
    }));

  it('says whose events stand beside the expected ones', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await ann(matrix).nth(1).click();
      await reason(matrix).getByRole('columnheader', { name: 'learner/ann' }).waitFor();
      assert.equal(await reason(matrix).getByText('yours').count(), 0);
    }));

  it('shows what a learner’s code threw as text', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await matrix.page.getByRole('row', { name: 'learner/b|b_<i>&' }).getByRole('button').first().click();
      assert.match((await reason(matrix).locator('.headline').textContent()) ?? '', /<script>/);
    }));

  it('stays while the same is checked again, and goes with its branch', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await ann(matrix).nth(1).click();
      await matrix.show(gallery.checking);
      await reason(matrix).getByRole('heading', { name: '1.5' }).waitFor();
      await matrix.show(gallery['nothing-checked']);
      await reason(matrix).getByRole('heading', { name: 'Why?' }).waitFor();
    }));
});

describe('the game of a learner', () => {
  const lastGame = async (matrix: MatrixTestPage) => (await matrix.sent()).findLast(({ type }) => type === 'showGame');

  it('is shown by the click that opens their cell', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await ann(matrix).nth(1).click();
      assert.deepEqual(await lastGame(matrix), { type: 'showGame', branch: annsBranch, step: 1 });
    }));

  it('is not asked for where their code did not run', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      await matrix.page.getByRole('row', { name: 'learner/b|b_<i>&' }).getByRole('button').first().click();
      await reason(matrix).getByRole('heading', { name: 'couldn’t run' }).waitFor();
      assert.equal(await lastGame(matrix), undefined);
    }));

  it('is shown from the lists on top, by keyboard as well, and whoever chose there stays there', () =>
    using(async (matrix) => {
      await matrix.show(gallery.following);
      const long = matrix.page.getByRole('region', { name: 'At one step for long' });
      await long.getByText('at 1.5 since before 10:00').first().waitFor();
      const learner = long.getByRole('button', { name: 'learner/ann' });
      await learner.focus();
      await matrix.page.keyboard.press('Enter');
      await reason(matrix).getByRole('heading', { name: '1.5 Say it with an event: not yet' }).waitFor();
      assert.deepEqual(await lastGame(matrix), { type: 'showGame', branch: annsBranch, step: 1 });
      assert.equal(await learner.evaluate((button) => button === document.activeElement), true);
      const common = matrix.page.getByRole('region', { name: 'The mistake that most have' });
      await common.getByText('6 of the 10 who are not through, at 2.5').waitFor();
      await common.getByRole('button', { name: 'learner/bob' }).click();
      const bob = 'refs/heads/origin/learner/bob/02-exercise-play-the-game';
      assert.deepEqual(await lastGame(matrix), { type: 'showGame', branch: bob, step: 3 });
    }));
});

describe('following', () => {
  it('is begun and stopped, and says when the last fetch was and when the next one comes', () =>
    using(async (matrix) => {
      await matrix.show(gallery.room);
      await matrix.page.getByRole('button', { name: 'Follow…' }).click();
      assert.deepEqual(await lastSent(matrix), { type: 'follow' });
      await matrix.show(gallery.following);
      for (const text of [
        'Following every minute',
        'Last fetch 10:25:00: 3 branches had changed',
        'Next fetch 10:26:00',
      ]) {
        await matrix.page.getByText(text).waitFor();
      }
      assert.equal(await matrix.page.getByRole('button', { name: 'Follow…' }).count(), 0);
      await matrix.page.getByRole('button', { name: 'Stop following' }).click();
      assert.deepEqual(await lastSent(matrix), { type: 'stopFollowing' });
    }));

  it('says what it is at', () =>
    using(async (matrix) => {
      await matrix.show(gallery.fetching);
      await matrix.page.getByText('Fetching…').waitFor();
      await matrix.show(gallery['checking-changed']);
      await matrix.page.getByText('Checking 3 branches…').waitFor();
    }));

  it('tells everybody what was in the way of a fetch, and what to do', () =>
    using(async (matrix) => {
      await matrix.show(gallery['fetch-failed']);
      await matrix.page.getByRole('alert').getByText('run “git fetch room” once in a terminal').waitFor();
    }));

  it('leaves the reason, the focus and the place with their branch while others come and go', () =>
    using(async (matrix) => {
      const { room } = gallery;
      const [first, second] = room.sections;
      assert.ok(first !== undefined && second !== undefined);
      const [solution, ...others] = first.rows;
      assert.ok(solution !== undefined);
      const newcomer = { ...solution, branch: 'refs/heads/zoe', name: { own: 'zoe', shared: '' } };
      await matrix.show(room);
      await ann(matrix).nth(1).click();
      await ann(matrix).nth(1).focus();
      await matrix.show({ ...room, sections: [{ ...first, rows: [solution, newcomer, ...others] }, second] });
      assert.equal(await focused(matrix), 'cell-2-1');
      assert.equal(await ann(matrix).nth(1).getAttribute('aria-controls'), 'reason');
      await reason(matrix).getByText('learner/ann/01-exercise-start-game').waitFor();
      await matrix.page.keyboard.press('ArrowUp');
      assert.equal(await focused(matrix), 'cell-1-1');
      await matrix.show({ ...room, sections: [second] });
      await reason(matrix).getByRole('heading', { name: 'Why?' }).waitFor();
    }));
});

describe('what can be done with all of it', () => {
  it('is asked of the host', () =>
    using(async (matrix) => {
      await matrix.show(gallery.example);
      for (const name of ['Check again', 'Follow…', 'Copy as Markdown', 'Save as…']) {
        await matrix.page.getByRole('button', { name }).click();
      }
      const kinds = (await matrix.sent()).map(({ type }) => type);
      assert.deepEqual(kinds, ['ready', 'checkAgain', 'follow', 'copyAsMarkdown', 'saveAs']);
    }));

  it('is not asked for twice while it is under way, and its end is told to a screen reader', () =>
    using(async (matrix) => {
      const status = matrix.page.getByRole('status');
      await matrix.show(gallery.checking);
      assert.equal(await status.textContent(), 'Checking…');
      await matrix.page.getByRole('button', { name: 'Check again' }).click({ force: true });
      assert.deepEqual(await matrix.sent(), [{ type: 'ready' }]);
      await matrix.show(gallery.example);
      assert.equal(await status.textContent(), '5 branches: 1 passed, 1 not yet, 1 couldn’t run, 2 not checked');
    }));
});
