import { after, afterEach, before, describe, it } from 'node:test';
import { toNewEvent } from '../../../src/application/event-mapping.ts';
import { checkedStep, lendingRunner } from '../../panel/checks.ts';
import { learnerFiles, playable, solved } from '../../panel/learner-files.ts';
import { Harness } from './harness.ts';
import { Stage } from './stage.ts';

const runner = lendingRunner();
let harness: Harness;
before(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.closePages());
after(async () => {
  runner.dispose();
  await harness.stop();
});

const twice = () => learnerFiles(...solved, '01-start-game/mistakes/recorded-twice');

describe('a check in the panel, in a browser', () => {
  it('lets one choose among the games of its scenario, and fields it for one’s own', async (t) => {
    const stage = await Stage.open(await harness.open());
    t.after(() => stage.dispose());
    stage.take({ kind: 'check', checked: checkedStep(runner, '2.3', () => learnerFiles(...playable)) });
    await stage.page
      .locator('.row.refused', { hasText: /Column [A-G] is full/ })
      .first()
      .waitFor();
    const games = stage.page.getByLabel('What to look at');
    await games.selectOption('game/turns');
    await stage.page
      .locator('.row.refused', { hasText: /turn of .+, not of / })
      .first()
      .waitFor();
    await games.selectOption('');
    await stage.page.locator('.check').waitFor({ state: 'detached' });
  });

  it('takes nobody’s code for the learner’s, and leads back to the stream one came from', async (t) => {
    const stage = await Stage.open(await harness.open({ height: 900 }), true);
    t.after(() => stage.dispose());
    const { page } = stage;
    const started = { type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Grace' } as const;
    await stage.store().append('game-3f2a9c1e', [toNewEvent(started)], 'noStream');
    await page.getByLabel('What to look at').selectOption('game-3f2a9c1e');
    stage.take({ kind: 'check', checked: checkedStep(runner, '1.5', twice, { branch: 'learner/ann' }) });
    await page.getByText('This is the code on learner/ann, not yours.').waitFor();
    await page.getByRole('columnheader', { name: 'learner/ann' }).waitFor();
    await page.getByRole('button', { name: 'Close the comparison' }).click();
    await page.locator('.comparison').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Back to game-3f2a9c1e' }).click();
    await page.locator('.check').waitFor({ state: 'detached' });
    await stage.at('0 / 0');
  });

  it('has no buttons to drive with, for the check gave the commands', async (t) => {
    const stage = await Stage.open(await harness.open());
    t.after(() => stage.dispose());
    stage.take({ kind: 'check', checked: checkedStep(runner, '2.3', () => learnerFiles(...playable)) });
    await stage.page.getByText('A check gives its own commands.').waitFor();
    await stage.page.locator('.column[aria-disabled="true"]').nth(6).waitFor();
    await stage.page.locator('button.player').first().waitFor({ state: 'detached' });
  });
});
