/// <reference types="node" />
import assert from 'node:assert/strict';
import type { FromPage, MatrixState, ToPage } from '../../../src/pages/matrix/contract.ts';
import { hang, type Look } from '../looks.ts';
import type { WebPage } from '../web-page.ts';
import { gallery } from './gallery.ts';

type MatrixLook = Look<FromPage, ToPage>;
type MatrixPage = WebPage<FromPage, ToPage>;

const looking = (state: MatrixState): MatrixLook => ({
  reach: async (page) => {
    await page.post({ type: 'state', state });
    return undefined;
  },
});

/** With the cell of a branch open, by what is in it. */
const reason = (branch: string, verdict: string, size?: MatrixLook['size']): MatrixLook => ({
  ...(size === undefined ? {} : { size }),
  reach: async (page) => {
    await page.post({ type: 'state', state: gallery.room });
    await page.page.getByRole('row', { name: branch }).getByRole('button', { name: verdict }).first().click();
    return undefined;
  },
});

/** The branches and the steps stay in sight however far one scrolls. */
async function scrolls({ page }: MatrixPage): Promise<void> {
  await page.locator('.tables').evaluate((tables) => tables.scrollTo({ left: 10_000, top: 600 }));
  const header = await page.getByRole('rowheader', { name: 'learner/gus' }).boundingBox();
  assert.ok(header !== null && header.x >= 0 && header.x < 40);
  const column = await page.getByRole('columnheader', { name: '2.9' }).boundingBox();
  const tables = await page.locator('.tables').boundingBox();
  assert.ok(column !== null && tables !== null && Math.abs(column.y - tables.y) <= 2);
}

const sizes = { '300 pixels': [300, 800], '600 pixels': [600, 800], '200 percent': [600, 400] } as const;
const sized = Object.entries(sizes).flatMap(([name, size]) => {
  const room = reason('learner/eve', 'not yet', size);
  const scrolled: MatrixLook = {
    size,
    reach: async (page) => {
      await room.reach(page);
      await scrolls(page);
      return undefined;
    },
  };
  return [[`room at ${name}`, room] as const, [`scrolled at ${name}`, scrolled] as const];
});

hang({
  of: 'matrix',
  size: [1200, 800],
  looks: {
    ...Object.fromEntries(Object.entries(gallery).map(([name, state]) => [name, looking(state)])),
    'reason not yet': reason('learner/eve', 'not yet'),
    'reason could not run': reason('learner/fay', 'couldn’t run'),
    'reason passed': reason('learner/leo', 'passed'),
    ...Object.fromEntries(sized),
  },
});
