import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { PanelAggregate } from '../../../src/panel/panel-aggregate.ts';
import { lightPanel, tabledPanel } from '../../panel/light.ts';
import { ReferenceSource } from '../../panel/reference-source.ts';
import { Harness, type PanelPage } from './harness.ts';
import { Stage } from './stage.ts';

let harness: Harness;
before(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.closePages());
after(() => harness.stop());

async function open(aggregate: PanelAggregate): Promise<{ panel: PanelPage; stage: Stage<ReferenceSource> }> {
  const panel = await harness.open();
  return { panel, stage: await Stage.of(panel, new ReferenceSource(aggregate)) };
}

describe('an aggregate without a board, in a browser', () => {
  it('is driven by a form for each command, and shown by its fields', async () => {
    const { panel, stage } = await open(lightPanel);
    const { page } = stage;
    await page.getByRole('heading', { name: 'Your light' }).waitFor();
    assert.equal(await page.locator('.board').count(), 0);

    await page.getByRole('textbox', { name: 'By' }).fill('Grace');
    await page.getByLabel('Room').selectOption('cellar');
    await stage.press('Switch on');
    await page.locator('.row.event', { hasText: 'cellar ← Grace' }).waitFor();
    await page.locator('.field.changed', { hasText: '"cellar"' }).waitFor();

    await page.getByLabel('Watts').fill('250.5');
    await stage.press('Overload');
    await page.locator('.row.event', { hasText: 'at 250.5 W' }).waitFor();
    await stage.press('Switch off');
    await page.locator('.row.refused', { hasText: 'The bulb is broken.' }).waitFor();
    await page.getByRole('button', { name: 'New light' }).click();
    await stage.at('– / –');
    assert.deepEqual(panel.complaints, []);
    assert.deepEqual(await panel.violations('all'), []);
  });

  it('is shown as a table where that is its picture, beside its other future too', async () => {
    const { panel, stage } = await open(tabledPanel);
    const { page } = stage;
    await stage.press('Switch on');
    await page.getByRole('row', { name: 'hall on' }).waitFor();
    await stage.press('First');
    await page.getByRole('row', { name: 'hall off' }).waitFor();
    await stage.press('Fork here: play another future');
    await page.locator('.future').getByRole('row', { name: 'hall on' }).waitFor();
    await page.locator('.future', { hasText: 'They differ from revision 0 on.' }).waitFor();
    assert.deepEqual(panel.complaints, []);
    assert.deepEqual(await panel.violations('all'), []);
  });
});
