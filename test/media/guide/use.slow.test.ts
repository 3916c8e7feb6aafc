/// <reference types="node" />
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../src/dev/chromium.ts';
import { themes } from '../themes.ts';
import { bundlePage, type PageFiles, type PageOptions, site } from '../web-page.ts';
import { exampleExercise, exampleProgress } from './example.ts';
import { GuidePage } from './guide-page.ts';
import { exampleState, gallery } from './states.ts';

let browser: Browser;
let files: PageFiles;
before(async () => {
  [browser, files] = await Promise.all([launchChromium(), bundlePage('guide')]);
});
after(() => browser.close());

const [theme] = themes;
assert.ok(theme !== undefined);
const { notYet, hints, checking, couldNotRun, passed } = exampleProgress;
const atStep15 = exampleState(notYet, { current: '1.5' });
const loading = { kind: 'loading' } as const;

/** Opens a page of its own for one test, and lets it end without a complaint of the browser. */
async function using(use: (guide: GuidePage) => Promise<void>, options: Partial<PageOptions> = {}): Promise<void> {
  assert.ok(theme !== undefined);
  const guide = await GuidePage.start(browser, files, { theme, ...options });
  try {
    await use(guide);
    assert.deepEqual(guide.complaints, []);
  } finally {
    await guide.close();
  }
}

const button = ({ page }: GuidePage, name: string | RegExp) => page.locator('.current').getByRole('button', { name });
const fold = ({ page }: GuidePage, title: string) => page.getByRole('heading').getByRole('button', { name: title });
const lastSent = async (guide: GuidePage) => (await guide.sent()).at(-1);

describe('the guide’s page', () => {
  it('says ready once, and waits for its state', () =>
    using(async (guide) => {
      assert.deepEqual(await guide.sent(), [{ type: 'ready' }]);
      await guide.page.getByText('Opening the guide…').waitFor();
    }));

  it('takes no message for a state that is none', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await guide.page.evaluate(() => window.postMessage({ type: 'from an extension of the browser' }, '*'));
      await guide.page.getByRole('heading', { name: 'Start the game' }).waitFor();
    }));
});

describe('the steps', () => {
  it('are folded but for the current one', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      assert.equal(await fold(guide, '1.5').getAttribute('aria-expanded'), 'true');
      assert.equal(await fold(guide, '1.4').getAttribute('aria-expanded'), 'false');
      assert.equal(await guide.page.getByText('Give Game a third field').count(), 0);
    }));

  it('unfold and fold by keyboard', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await fold(guide, '1.4').focus();
      await guide.page.keyboard.press('Enter');
      assert.equal(await fold(guide, '1.4').getAttribute('aria-expanded'), 'true');
      await guide.page.keyboard.press('Space');
      assert.equal(await fold(guide, '1.4').getAttribute('aria-expanded'), 'false');
    }));

  it('stay as the learner folded them when the state changes', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await fold(guide, '1.2').click();
      await fold(guide, '1.5').click();
      await guide.show(exampleState(hints, { current: '1.5' }));
      assert.equal(await fold(guide, '1.2').getAttribute('aria-expanded'), 'true');
      assert.equal(await fold(guide, '1.5').getAttribute('aria-expanded'), 'false');
    }));

  it('open when they become the current one', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await fold(guide, '1.6').click();
      await fold(guide, '1.6').click();
      await guide.show(exampleState(passed, { current: '1.6' }));
      assert.equal(await fold(guide, '1.6').getAttribute('aria-expanded'), 'true');
    }));

  it('open and come into view when somebody asks for them elsewhere', () =>
    using(
      async (guide) => {
        await guide.show(atStep15);
        await guide.post({ type: 'reveal', step: 'bonus' });
        assert.equal(await fold(guide, 'Bonus').getAttribute('aria-expanded'), 'true');
        const box = await fold(guide, 'Bonus').boundingBox();
        assert.ok(box !== null && box.y >= 0 && box.y < 400);
      },
      { height: 500 },
    ));

  it('are reached from the bar of steps', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await guide.page.getByRole('navigation').getByRole('button', { name: '1.3' }).click();
      assert.equal(await fold(guide, '1.3').getAttribute('aria-expanded'), 'true');
    }));
});

describe('a check', () => {
  it('is asked for by keyboard', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await button(guide, 'Check this step').focus();
      await guide.page.keyboard.press('Enter');
      assert.deepEqual(await lastSent(guide), { type: 'check', step: '1.5' });
    }));

  it('can be asked for of all steps', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await guide.page.getByRole('button', { name: 'Check all' }).click();
      assert.deepEqual(await lastSent(guide), { type: 'checkAll' });
    }));

  it('is not asked for twice', () =>
    using(async (guide) => {
      await guide.show(exampleState(checking, { current: '1.5' }));
      await button(guide, 'Check this step').click({ force: true });
      await guide.page.getByRole('button', { name: 'Check all' }).click({ force: true });
      assert.deepEqual(await guide.sent(), [{ type: 'ready' }]);
    }));

  it('keeps the focus and the buttons where they are while it runs', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      const places = () =>
        guide.page
          .locator('.actions .gu-button')
          .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
      await button(guide, 'Check this step').focus();
      const atFirst = await places();
      await guide.show(exampleState(checking, { current: '1.5' }));
      assert.deepEqual(await places(), atFirst);
      assert.equal(await button(guide, 'Check this step').evaluate((one) => one === document.activeElement), true);
    }));

  it('is told to a screen reader, from its beginning to its verdict', () =>
    using(async (guide) => {
      const spoken = () => guide.page.locator('ground-up-guide > [role=status]').textContent();
      await guide.show(exampleState(checking, { current: '1.5' }));
      assert.equal(await spoken(), '');
      await guide.show(atStep15);
      assert.equal(await spoken(), '1.5 not yet: Your command changed the state but recorded nothing.');
      await guide.show(exampleState(checking, { current: '1.5' }));
      assert.equal(await spoken(), 'Checking…');
      await guide.show(exampleState(passed, { current: '1.5' }));
      assert.equal(await spoken(), '1.5 passed.');
    }));

  it('waits for trust, and says so', () =>
    using(async (guide) => {
      await guide.show(gallery.untrusted ?? loading);
      await button(guide, 'Check this step').click({ force: true });
      assert.deepEqual(await guide.sent(), [{ type: 'ready' }]);
      await guide.page.getByRole('button', { name: 'Trust this folder…' }).click();
      assert.deepEqual(await lastSent(guide), { type: 'trust' });
    }));

  it('brings its verdict into view', () =>
    using(
      async (guide) => {
        await guide.show(exampleState(new Map([...notYet].slice(0, 3)), { current: '1.5' }));
        await button(guide, 'Check this step').click();
        await guide.show(
          exampleState(new Map([...checking].map(([number, { judgement: _, ...step }]) => [number, step])), {
            current: '1.5',
          }),
        );
        await guide.show(atStep15);
        const box = await guide.page.locator('.verdict').boundingBox();
        assert.ok(box !== null && box.y > 0 && box.y + box.height <= 600);
      },
      { height: 600 },
    ));
});

describe('a verdict', () => {
  it('leads to the guilty line', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await guide.page.getByText('this.playerOne = playerOne;', { exact: true }).waitFor();
      await guide.page.getByRole('button', { name: 'game.ts:9' }).click();
      assert.deepEqual(await lastSent(guide), { type: 'openLocation', file: 'src/domain/game.ts', line: 9, column: 5 });
    }));

  it('shows expected against actual events as a table', () =>
    using(async (guide) => {
      await guide.show(gallery.everything ?? loading);
      const rows = await guide.page.getByRole('row').allInnerTexts();
      const words = rows.map((row) => row.replace(/\s+/g, ' ').trim());
      assert.equal(words[1], '4 events alike');
      assert.match(words[4] ?? '', /6 ?, the first difference MoveMade player "Grace" differs/);
      assert.match(words.at(-2) ?? '', /8 GameFinished result "PLAYER_ONE_WON" missing/);
      assert.match(words.at(-1) ?? '', /9 nothing MoveMade unexpected player "Ada"/);
    }));

  it('that is a pass says what was done and leads on, focus included', () =>
    using(async (guide) => {
      await guide.show(exampleState(passed, { current: '1.5' }));
      await guide.page.getByRole('heading', { name: 'What you just did' }).waitFor();
      await guide.page.getByRole('button', { name: 'Go on with 1.6' }).click();
      assert.deepEqual(await lastSent(guide), { type: 'goToStep', step: '1.6' });
      await guide.show(exampleState(passed, { current: '1.6' }));
      assert.equal(await fold(guide, '1.6').evaluate((one) => one === document.activeElement), true);
    }));

  it('that there is none says what is missing', () =>
    using(async (guide) => {
      await guide.show(exampleState(couldNotRun, { current: '1.5' }));
      await guide.page.locator('.current').getByText('couldn’t run').waitFor();
      await guide.page.getByText('Mend line 3 and check again.').waitFor();
    }));

  it('on everything leads to the next exercise, with the solution or with one’s own code', () =>
    using(async (guide) => {
      await guide.show(gallery.finished ?? loading);
      await guide.page.getByRole('button', { name: 'Next exercise: Play the game' }).click();
      assert.deepEqual(await lastSent(guide), { type: 'nextExercise' });
      await guide.page.getByRole('button', { name: 'Go on with my own code' }).click();
      assert.deepEqual(await lastSent(guide), { type: 'bringMySolutionAlong' });
    }));
});

describe('help', () => {
  it('comes as hints one at a time, in a live region', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      const region = guide.page.locator('.current [aria-live=polite]');
      assert.equal(await region.count(), 1);
      await button(guide, 'Hint 1 of 3').click();
      assert.deepEqual(await lastSent(guide), { type: 'revealHint', step: '1.5' });
      await guide.show(exampleState(hints, { current: '1.5' }));
      assert.equal(await region.getByRole('heading').count(), 3);
      await button(guide, 'No more hints').click({ force: true });
      assert.deepEqual(await lastSent(guide), { type: 'revealHint', step: '1.5' });
      assert.equal((await guide.sent()).length, 2);
    }));

  it('asks before it shows the solution', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await button(guide, 'Compare with solution').click();
      assert.deepEqual(await lastSent(guide), { type: 'compareWithSolution', step: '1.5' });
      await guide.show(exampleState(hints, { current: '1.5' }));
      await guide.page.getByText('Press once more to see the solution').waitFor();
    }));

  it('shows the panel, and the check of a step in it', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await button(guide, 'Show in panel').click();
      assert.deepEqual(await lastSent(guide), { type: 'showInPanel' });
      await button(guide, 'Step through this check').click();
      assert.deepEqual(await lastSent(guide), { type: 'stepThroughCheck', step: '1.5' });
    }));
});

describe('another exercise', () => {
  it('is read from its beginning, whatever step one is at', () =>
    using(
      async (guide) => {
        await guide.show(atStep15);
        await guide.page.evaluate(() => window.scrollTo(0, 400));
        const exercise = { ...exampleExercise, id: '02-play-the-game' };
        await guide.show(exampleState(notYet, { exercise, current: '1.6' }));
        await guide.settled();
        assert.equal(await guide.page.evaluate(() => window.scrollY), 0);
      },
      { height: 500 },
    ));

  it('says what became of the steps before its first', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await guide.page.getByText('Step 1.1 is done for you').waitFor();
    }));

  it('is one button away from a branch that is not the learner’s own work', () =>
    using(async (guide) => {
      await guide.show(gallery.elsewhere);
      await guide.page.getByText('What passes here is not counted').waitFor();
      await guide.page.getByRole('button', { name: 'Go to my exercise' }).click();
      assert.deepEqual(await lastSent(guide), { type: 'returnToExercise' });
    }));
});

describe('links', () => {
  it('in the text are opened by the host, and the page stays', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await guide.page.getByRole('link', { name: 'events.ts' }).click();
      assert.deepEqual(await lastSent(guide), { type: 'openLink', link: 'open:src/domain/events.ts#GameStarted' });
      assert.equal(guide.page.url(), `${site}/`);
    }));

  it('lead to the place in the code a step is about', () =>
    using(async (guide) => {
      await guide.show(atStep15);
      await button(guide, 'startGame in game.ts').click();
      assert.deepEqual(await lastSent(guide), { type: 'openLink', link: 'open:src/domain/game.ts#startGame' });
    }));
});

describe('a reload', () => {
  it('brings back what was folded and where the page was', async () => {
    let remembered: unknown;
    await using(async (guide) => {
      await guide.show(atStep15);
      await fold(guide, '1.2').click();
      await guide.page.evaluate(() => window.scrollTo(0, 300));
      await guide.page.waitForTimeout(200);
      remembered = await guide.remembered();
    });
    await using(
      async (guide) => {
        await guide.show(atStep15);
        assert.equal(await fold(guide, '1.2').getAttribute('aria-expanded'), 'true');
        assert.equal(await guide.page.evaluate(() => window.scrollY), 300);
      },
      { remembered },
    );
  });

  for (const remembered of [
    undefined,
    null,
    'text',
    { schema: 2, scroll: 300 },
    { schema: 1, folding: 7, scroll: 'x' },
  ]) {
    it(`survives what it cannot have stored: ${JSON.stringify(remembered) ?? 'nothing'}`, () =>
      using(
        async (guide) => {
          await guide.show(atStep15);
          assert.equal(await fold(guide, '1.5').getAttribute('aria-expanded'), 'true');
          assert.equal(await guide.page.evaluate(() => window.scrollY), 0);
        },
        { remembered },
      ));
  }
});

describe('motion', () => {
  const animation = ({ page }: GuidePage) =>
    page.locator('.node .checking').evaluate((spinner) => getComputedStyle(spinner).animationName);

  it('shows that a check runs', () =>
    using(
      async (guide) => {
        await guide.show(exampleState(checking));
        assert.equal(await animation(guide), 'guide-turn');
      },
      { reducedMotion: false },
    ));

  it('is left out for those who want none', () =>
    using(
      async (guide) => {
        await guide.show(exampleState(checking));
        assert.equal(await animation(guide), 'none');
      },
      { reducedMotion: true },
    ));
});
