import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Harness, type PanelPage } from './harness.ts';
import { Stage } from './stage.ts';

let harness: Harness;
before(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.closePages());
after(() => harness.stop());

async function open(): Promise<{ readonly panel: PanelPage; readonly stage: Stage }> {
  const panel = await harness.open();
  return { panel, stage: await Stage.open(panel) };
}

describe('the panel in a browser', () => {
  it('says out loud who won, and marks the four', async () => {
    const { stage } = await open();
    await stage.source.startGame('Ada', 'Grace');
    await stage.source.play('DEDEDED');
    await stage.page.waitForFunction(() => document.querySelectorAll('.won').length === 4);
    await stage.settled();
    assert.match(await stage.page.locator('main > [role=status]').innerText(), /PLAYER_ONE_WON/);
  });

  it('lets somebody guess before a step, and says how it went', async () => {
    const { stage } = await open();
    const { page } = stage;
    await stage.source.startGame('Ada', 'Grace');
    await stage.source.play('DD');
    await stage.press('More');
    await page.getByRole('menuitem', { name: 'Predict before stepping' }).click();
    await stage.press('Back');
    await stage.press('Forward');
    await page.getByLabel('board', { exact: true }).check();
    await page.getByLabel('result', { exact: true }).check();
    await stage.press('Step, and see');
    await page.waitForSelector('.prediction.told');
    const told = await page.locator('.prediction').innerText();
    assert.match(told, /Right: board[\s\S]*Changed as well: nextPlayer[\s\S]*Did not change: result/);
  });

  it('keeps still for who asked for that', async () => {
    const { panel, stage } = await open();
    await stage.source.startGame('Ada', 'Grace');
    await stage.source.play('D');
    await stage.settled();
    assert.equal(await panel.page.evaluate(() => document.getAnimations().length), 0);
    await panel.page.emulateMedia({ reducedMotion: 'no-preference' });
    await panel.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    await stage.source.play('D');
    await stage.settled();
    assert.equal(await panel.page.evaluate(() => document.getAnimations().length), 0);
  });

  it('is worked by keyboard alone, and the focus survives updates', async () => {
    const { panel, stage } = await open();
    const { page, source } = stage;
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
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('start (no events)'));
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('GameStarted'));
    await source.makeMove('A', 'next');
    await stage.settled();
    assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? '', /GameStarted/);
    await page.keyboard.press('ArrowRight');
    await stage.at('1 / 4');
    const said = page.locator('main > [role=status]');
    assert.match(await said.innerText(), /^Revision 1, MoveMade, Ada in column D; next: Grace$/);
    assert.deepEqual(panel.complaints, []);
  });
});
