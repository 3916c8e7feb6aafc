/// <reference types="node" />
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../src/dev/chromium.ts';
import { emptyWall, type Note, noteOf } from '../../../src/storming/wall.ts';
import { largeWall, library, note } from '../../storming/walls.ts';
import { themes } from '../themes.ts';
import { bundlePage, type PageFiles, type PageOptions } from '../web-page.ts';
import { WallTestPage } from './wall-page.ts';

let browser: Browser;
let files: PageFiles;
before(async () => {
  [browser, files] = await Promise.all([launchChromium(), bundlePage('wall')]);
});
after(() => browser.close());

/** Opens a page of its own for one test, and lets it end without a complaint of the browser or a request of the page. */
async function using(use: (wall: WallTestPage) => Promise<void>, options: Partial<PageOptions> = {}): Promise<void> {
  const [theme] = themes;
  assert.ok(theme !== undefined);
  const wall = await WallTestPage.start(browser, files, { theme, ...options });
  try {
    await use(wall);
    assert.deepEqual([wall.complaints, wall.strayRequests], [[], []]);
  } finally {
    await wall.close();
  }
}

/** By what is written on it. */
const noteNamed = ({ page }: WallTestPage, text: string) => page.locator('wall-note', { hasText: text });
const focusedId = ({ page }: WallTestPage) =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset.id : undefined));
const said = ({ page }: WallTestPage, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).waitFor();

async function press({ page }: WallTestPage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Adds a note by its key, writes on it, and waits until it hangs there. */
async function add(wall: WallTestPage, key: string, text: string): Promise<void> {
  await press(wall, key);
  await wall.page.locator('textarea:focus').waitFor();
  await wall.page.keyboard.type(text);
  await press(wall, 'Enter');
  await noteNamed(wall, text).and(wall.page.locator(':focus')).waitFor();
}

const textsOf = ({ wall }: WallTestPage) => wall.notes.map(({ text }) => text);

function found({ wall }: WallTestPage, text: string): Note {
  return (
    wall.notes.find((each) => each.text === text) ??
    assert.fail(`There is no “${text}” among ${wall.notes.length} notes.`)
  );
}

describe('the wall by keyboard alone', () => {
  it('is filled, connected, moved about and cleared', () =>
    using(async (wall) => {
      await wall.hang(emptyWall);
      await wall.page.locator('.board').focus();
      await add(wall, '1', 'Book lent');
      await said(wall, 'Now says: Book lent.');
      await add(wall, '2', 'Lend a book');
      assert.deepEqual([found(wall, 'Lend a book').lane, found(wall, 'Lend a book').at], ['before', 0]);

      await press(wall, 'c', 'ArrowDown', 'Enter');
      await said(wall, 'Command “Lend a book” now leads to event “Book lent”.');
      assert.deepEqual(wall.wall.connections, [
        { from: found(wall, 'Lend a book').id, to: found(wall, 'Book lent').id },
      ]);

      await press(wall, 'Alt+ArrowRight');
      await said(wall, 'Event “Book lent” moved to moment 2, what happened.');
      await press(wall, 'Alt+ArrowDown', 'Alt+ArrowDown');
      await said(wall, /moved to moment 2, after/);
      assert.equal(await focusedId(wall), found(wall, 'Book lent').id);

      await press(wall, 'Home');
      assert.equal(await focusedId(wall), found(wall, 'Lend a book').id);
      await press(wall, 'k');
      await said(wall, /is now a note of the kind actor/);
      await press(wall, 'Delete');
      await said(wall, 'Actor “Lend a book” deleted.');
      await noteNamed(wall, 'Book lent').and(wall.page.locator(':focus')).waitFor();
      await press(wall, 'Backspace');
      await wall.page.locator('.board:focus').waitFor();
      assert.deepEqual(wall.wall, emptyWall);
    }));

  it('reaches every note with one key, and stops at one on the way through the page', () =>
    using(async (wall) => {
      await wall.hang(library);
      await noteNamed(wall, 'Reader').focus();
      const reached = [await focusedId(wall)];
      for (let count = 1; count < library.notes.length; count++) {
        await press(wall, 'ArrowDown');
        reached.push(await focusedId(wall));
      }
      assert.equal(new Set(reached).size, library.notes.length);
      assert.equal(await wall.page.locator('wall-note[tabindex="0"]').count(), 1);
    }));

  it('leaves a note as it was with Escape, and connects nothing', () =>
    using(async (wall) => {
      await wall.hang(library);
      await noteNamed(wall, 'Book lent').focus();
      await press(wall, 'Enter');
      await wall.page.keyboard.type('Something else');
      await press(wall, 'Escape');
      await noteNamed(wall, 'Book lent').and(wall.page.locator(':focus')).waitFor();
      await press(wall, 'c', 'ArrowRight', 'Escape', 'Enter');
      await wall.page.locator('textarea:focus').waitFor();
      await press(wall, 'Escape');
      assert.deepEqual(wall.wall, library);
    }));

  it('disconnects what is connected once more', () =>
    using(async (wall) => {
      await wall.hang(library);
      await noteNamed(wall, 'Return the book').focus();
      await press(wall, 'c', 'ArrowDown', 'Enter');
      await said(wall, /no longer leads to event “Book returned”/);
      assert.equal(wall.wall.connections.length, library.connections.length - 1);
    }));

  it('writes several lines, and saves what is being written', () =>
    using(async (wall) => {
      await wall.hang(library);
      await noteNamed(wall, 'Book lent').focus();
      await press(wall, 'F2');
      await wall.page.keyboard.type('One');
      await press(wall, 'Shift+Enter');
      await wall.page.keyboard.type('two');
      await press(wall, 'Control+s');
      await said(wall, 'Now says');
      assert.equal(noteOf(wall.wall, 'evt1')?.text, 'One\ntwo');
      assert.deepEqual(
        (await wall.sent()).slice(-2).map(({ type }) => type),
        ['edit', 'save'],
      );
    }));

  it('makes room, zooms, asks for the code and for help', () =>
    using(async (wall) => {
      await wall.hang(library);
      await noteNamed(wall, 'Loan').focus();
      await press(wall, 'i');
      await said(wall, 'changes on the wall');
      assert.equal(noteOf(wall.wall, 'agg1')?.at, 2);
      await press(wall, '+');
      await said(wall, '125 %');
      await press(wall, 'F12');
      assert.deepEqual((await wall.sent()).at(-1), { type: 'showInCode', id: 'agg1' });
      await press(wall, '?');
      await wall.page.getByRole('dialog', { name: 'Keys and mouse' }).waitFor();
      await press(wall, 'Escape');
      await wall.page.getByRole('dialog', { name: 'Keys and mouse' }).waitFor({ state: 'hidden' });
    }));
});

/** Takes a note by its middle and lets it go so many pixels further. */
async function drag(wall: WallTestPage, name: string, right: number, down: number): Promise<void> {
  const box = await noteNamed(wall, name).boundingBox();
  assert.ok(box !== null);
  const { mouse } = wall.page;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + right / 2, y + down / 2, { steps: 4 });
  await mouse.move(x + right, y + down, { steps: 4 });
  await mouse.up();
}

describe('a review of the wall', () => {
  it('says what stands out, and leads to it', () =>
    using(async (wall) => {
      const lonely = note('lone', 'event', 'Book lost', 3);
      await wall.hang({ ...library, notes: [...library.notes, lonely] });
      await wall.page.getByRole('button', { name: 'Review' }).click();
      await wall.page.getByRole('button', { name: 'Event “Book lost” follows from nothing.' }).click();
      await noteNamed(wall, 'Book lost').and(wall.page.locator(':focus')).waitFor();
      await press(wall, 'Delete');
      await said(wall, 'Event “Book lost” deleted.');
      await wall.page.getByRole('button', { name: 'Review' }).click();
      await wall.page.getByText('Nothing stands out').waitFor();
    }));
});

describe('the wall by mouse', () => {
  it('is filled from the buttons, written on with a double click, and moved by dragging', () =>
    using(async (wall) => {
      await wall.hang(emptyWall);
      await wall.page.getByRole('button', { name: 'Event', exact: true }).click();
      await wall.page.locator('textarea:focus').fill('Book lent');
      await wall.page.locator('.board').click({ position: { x: 400, y: 20 } });
      await said(wall, 'Now says: Book lent.');
      await noteNamed(wall, 'Book lent').dblclick();
      await wall.page.locator('textarea:focus').fill('Book borrowed');
      await press(wall, 'Enter');
      await said(wall, 'Now says: Book borrowed.');
      await drag(wall, 'Book borrowed', 310, 20);
      await said(wall, 'moved to moment 3, what happened');
      assert.equal(found(wall, 'Book borrowed').at, 2);
    }));

  it('moves as far on the wall as the pointer, however large it is shown', () =>
    using(async (wall) => {
      await wall.hang({ notes: [note('a', 'event', 'Book lent')], connections: [] });
      await noteNamed(wall, 'Book lent').focus();
      await press(wall, '-', '-', '-');
      await said(wall, '50 %');
      await drag(wall, 'Book lent', 234, 0);
      await said(wall, 'moved to moment 4');
    }));

  it('leaves a note where it was when it is let go there, or with Escape', () =>
    using(async (wall) => {
      await wall.hang(library);
      await drag(wall, 'Book lent', 20, 5);
      const box = await noteNamed(wall, 'Book lent').boundingBox();
      await wall.page.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 30);
      await wall.page.mouse.down();
      await wall.page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 60, { steps: 4 });
      await press(wall, 'Escape');
      await wall.page.mouse.up();
      assert.deepEqual(await noteNamed(wall, 'Book lent').boundingBox(), box);
      assert.deepEqual(wall.wall, library);
    }));

  it('connects from the first to the second note', () =>
    using(async (wall) => {
      await wall.hang(library);
      await noteNamed(wall, 'Loan').click();
      await wall.page.getByRole('button', { name: 'Connect', exact: true }).click();
      await noteNamed(wall, 'Book lent').click();
      await said(wall, 'Aggregate “Loan” now leads to event “Book lent”.');
      assert.deepEqual(wall.wall.connections.at(-1), { from: 'agg1', to: 'evt1' });
    }));

  it('says why something was not done, and puts the note back', () =>
    using(async (wall) => {
      await wall.show(library);
      const before = await noteNamed(wall, 'Loan').boundingBox();
      await drag(wall, 'Loan', 156, 0);
      await wall.post({ type: 'refused', sentence: 'The file could not be changed.' });
      await wall.page.getByRole('alert').filter({ hasText: 'The file could not be changed.' }).waitFor();
      const now = await noteNamed(wall, 'Loan').boundingBox();
      assert.equal(now?.x, before?.x);
    }));
});

describe('the wall by touch', () => {
  it('moves a note under a finger', () =>
    using(async (wall) => {
      await wall.hang({ notes: [note('a', 'event', 'Book lent')], connections: [] });
      const box = await noteNamed(wall, 'Book lent').boundingBox();
      assert.ok(box !== null);
      const client = await wall.page.context().newCDPSession(wall.page);
      const [x, y] = [box.x + 40, box.y + 30];
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', by: number) =>
        client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + by, y }] });
      await touch('touchStart', 0);
      for (const by of [40, 90, 140, 160]) await touch('touchMove', by);
      await touch('touchEnd', 0);
      await said(wall, 'moved to moment 2');
    }));
});

describe('a wall whose text changes elsewhere', () => {
  it('says what is different, and keeps what somebody is writing', () =>
    using(async (wall) => {
      await wall.hang(library);
      await noteNamed(wall, 'Book lent').focus();
      await press(wall, 'Enter');
      await wall.page.keyboard.type('Half a sen');
      await wall.show({ ...library, notes: library.notes.filter(({ id }) => id !== 'hot1') });
      await said(wall, 'Hot spot “And if it is lost?” deleted.');
      assert.equal(await wall.page.locator('textarea:focus').inputValue(), 'Half a sen');
      await press(wall, 'Enter');
      await said(wall, 'Now says: Half a sen.');
      assert.deepEqual(textsOf(wall).includes('Half a sen'), true);
    }));

  it('is text again, where the text is no wall, and a wall again when it is mended', () =>
    using(async (wall) => {
      await wall.hang(library);
      await wall.state({ kind: 'unreadable', sentence: 'This text is not JSON: <b>.' });
      await wall.page.getByText('This text is not JSON: <b>.').waitFor();
      await wall.page.getByRole('button', { name: 'Open as Text' }).click();
      assert.deepEqual((await wall.sent()).at(-1), { type: 'openAsText' });
      await wall.show(library);
      await noteNamed(wall, 'Book lent').waitFor();
    }));

  it('shows markup as the text that it is', () =>
    using(async (wall) => {
      const text = '<img src=x onerror=alert(1)><script>alert(2)</script>';
      await wall.hang({ notes: [note('a', 'event', text)], connections: [] });
      assert.equal(await wall.page.locator('wall-note .text').textContent(), text);
      assert.equal(await wall.page.locator('wall-note img, wall-note script').count(), 0);
    }));

  it('lets nobody change what is only to be looked at', () =>
    using(async (wall) => {
      await wall.show(library, true);
      await noteNamed(wall, 'Book lent').focus();
      await press(wall, '1', 'Delete', 'Enter', 'c', 'k', 'Alt+ArrowRight', 'ArrowRight');
      assert.deepEqual(
        (await wall.sent()).map(({ type }) => type),
        ['ready'],
      );
      assert.equal(await wall.page.locator('textarea').count(), 0);
    }));

  it('is as it was left after another tab was in front, with what was being written', () =>
    using(
      async (wall) => {
        await wall.hang(library);
        assert.equal(await wall.page.locator('textarea:focus').inputValue(), 'Begun');
        await press(wall, 'Enter');
        await said(wall, 'Now says: Begun.');
        await wall.page.getByText('50 %').first().waitFor();
        assert.deepEqual(await wall.remembered(), { schema: 1, zoom: 0.5, stop: 'evt1' });
      },
      { remembered: { schema: 1, zoom: 0.5, draft: { id: 'evt1', text: 'Begun' } } },
    ));
});

describe('a wall with 1,000 notes', () => {
  it('draws only the note that is moved anew', () =>
    using(async (wall) => {
      const { notes, connections } = largeWall(1000);
      // One is told by its text, and the place it goes to is free.
      const free = notes.filter(({ id }) => id !== 'ne');
      await wall.hang({
        notes: free.map((each) => (each.id === 'n8' ? { ...each, text: 'This one' } : each)),
        connections,
      });
      await noteNamed(wall, 'This one').focus();
      await wall.page.evaluate(() => {
        const changed = new Set<unknown>();
        Object.assign(window, { changed });
        new MutationObserver((records) => {
          for (const { target } of records) {
            const element = target instanceof Element ? target : target.parentElement;
            const owner = element?.closest('wall-note');
            if (owner !== null && owner !== undefined) changed.add(owner.getAttribute('data-id'));
          }
        }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ['style'] });
      });
      await drag(wall, 'This one', 160, 0);
      await said(wall, 'moved to moment 3');
      assert.deepEqual(await wall.page.evaluate(() => [...Reflect.get(window, 'changed')]), ['n8']);
    }));
});
