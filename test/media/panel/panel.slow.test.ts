import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { PanelSession } from '../../../src/editor/panel/panel-session.ts';
import { ReferenceSource } from '../../editor/panel/reference-source.ts';
import { Harness, type PageOptions, type PanelPage } from './harness.ts';
import { themeNames } from './themes.ts';

let harness: Harness;
before(async () => {
  harness = await Harness.start();
});
after(() => harness.stop());

const nobody = { openPlace() {}, openCode() {}, openLarge() {}, trust() {}, startTutorial() {} };

/** A page that talks to a real session over a real game. */
async function open(source: ReferenceSource, options: PageOptions = {}): Promise<PanelPage> {
  const session = new PanelSession(source, nobody);
  session.availability = 'available';
  const page = await harness.open(options);
  const connection = session.connect((message) => void page.post(message));
  page.listen((message) => connection.receive(message));
  await page.page.waitForSelector('.panel');
  return page;
}

async function settled(page: PanelPage): Promise<void> {
  await page.page.waitForTimeout(450);
}

async function violations({ page }: PanelPage): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

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
      await settled(panel);
      await panel.picture(`game-${theme}`);
      assert.deepEqual(await violations(panel), []);
      assert.deepEqual(panel.complaints, []);
      assert.deepEqual(panel.strayRequests, []);
      await panel.close();
    });
  }
});
