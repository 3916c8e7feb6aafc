/// <reference types="node" />
import type { NewEvent } from '../../../src/eventstore/events.ts';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import type { FromPage, Snapshot, ToPage } from '../../../src/pages/panel/contract.ts';
import { connectFourPanel } from '../../../src/panel/connect-four/connect-four-panel.ts';
import { checkedStep, lendingRunner } from '../../panel/checks.ts';
import { learnerFiles, playable, solved, storing } from '../../panel/learner-files.ts';
import type { Look } from '../looks.ts';
import { Stage } from './stage.ts';

type PanelLook = Look<FromPage, ToPage>;

/** A picture without a game: the host has nothing else to say. */
const picture = (snapshot: Snapshot): PanelLook => ({
  size: [320, 480],
  reach: async (page) => {
    await page.post({ type: 'snapshot', snapshot });
    return undefined;
  },
});

/** A real session over the reference’s game, and what is done with it. */
const staged = (
  act: (stage: Stage) => Promise<void>,
  more: Omit<PanelLook, 'reach'> = {},
  learner = false,
): PanelLook => ({
  ...more,
  reach: async (page) => {
    const stage = await Stage.open(page, learner);
    await act(stage);
    await stage.settled();
    return stage;
  },
});

/** The same with a game going on between Ada and Grace. */
const played = (moves: string, act: (stage: Stage) => Promise<void> = async () => {}, more = {}): PanelLook =>
  staged(async (stage) => {
    await stage.source.startGame('Ada', 'Grace');
    await stage.source.play(moves);
    await act(stage);
  }, more);

const location = { file: 'src/domain/game.ts', line: 41, column: 7 };
const tall = { size: [360, 900] } as const;
const large = { size: [1000, 680] } as const;

/** A move that is refused, a command that comes to nothing, and one that trips. */
async function comeToNothing({ source }: Stage): Promise<void> {
  await source.makeMove('E', 'two');
  const made = { type: 'MakeMove', player: 'Ada', column: 'E' };
  const command = { kind: 'command', command: made } as const;
  source.happen({ kind: 'silent', command, changedState: true });
  const failure = { name: 'TypeError', message: 'Cannot read properties of undefined (reading ‘length’)', location };
  source.happen({ kind: 'refused', command, failure, slip: true, left: 'changedState' });
}

/** A step's check, run on real code and stepped through. */
const checked = (
  step: string,
  layers: readonly string[],
  { branch, act = async () => {}, ...more }: CheckLook = {},
): PanelLook =>
  staged(async (stage) => {
    const files = learnerFiles(...layers);
    const whose = branch === undefined ? {} : { branch };
    stage.take({ kind: 'check', checked: checkedStep(stage.add(lendingRunner()), step, () => files, whose) });
    await stage.page.locator('.check:not(.running)').waitFor();
    await act(stage);
  }, more);

interface CheckLook extends Omit<PanelLook, 'reach'> {
  readonly branch?: string;
  readonly act?: (stage: Stage) => Promise<void>;
}

const twice = [...solved, '01-start-game/mistakes/recorded-twice'];

/** A game; what goes on beyond that is talk. */
const game = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, turn) => {
    const player = turn % 2 === 1 ? 'Ada' : 'Grace';
    if (turn === 0) return jsonEvent({ type: 'GameStarted', data: { player_one: 'Ada', player_two: 'Grace' } });
    return turn < 24
      ? jsonEvent({ type: 'MoveMade', data: { player, column: 'ABCDEFG'[turn % 7] ?? 'A' } })
      : jsonEvent({ type: 'MessageSent', data: { from: player, text: 'Nice move!' } });
  });

/** A stream of the store, folded by a learner’s code. */
const streaming = (act: (stage: Stage) => Promise<void>): PanelLook =>
  staged(
    async (stage) => {
      await act(stage);
      await stage.page.waitForSelector('.segment[aria-pressed="true"] >> text=my code');
    },
    {},
    true,
  );

async function stream(stage: Stage, name: string, count: number): Promise<void> {
  const store = stage.store();
  await store.append('game-77c0e6d4', game(2), 'any');
  const events = game(count);
  for (let from = 0; from < count; from += 500) await store.append(name, events.slice(from, from + 500), 'any');
  await store.append('game-b1946ac9', game(12), 'any');
  await stage.page.getByLabel('What to look at').locator('option', { hasText: name }).waitFor({ state: 'attached' });
  await stage.page.getByLabel('What to look at').selectOption(name);
  await stage.at(`${count - 1} / ${count - 1}`);
}

async function predicting(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.press('More');
  await page.getByRole('menuitem', { name: 'Predict before stepping' }).click();
  await stage.press('Back');
  await stage.press('Forward');
  await page.getByLabel('board', { exact: true }).check();
  await page.getByLabel('result', { exact: true }).check();
}

/** Plays another future from the middle on. */
async function forking(stage: Stage): Promise<void> {
  await stage.go('Grace → C');
  await stage.press('Fork here: play another future');
  await stage.page.waitForSelector('.future');
  await stage.settled();
  await stage.page.locator('.column').nth(1).click();
  await stage.at('5 / 5');
}

/** Every state of the panel there is something to see of. A new state is one more entry. */
export const states: Readonly<Record<string, PanelLook>> = {
  'nothing yet': picture({
    kind: 'nothingYet',
    title: 'Your game will be here',
    promise: connectFourPanel.reference.words.promise,
  }),
  untrusted: picture({ kind: 'untrusted' }),
  loading: picture({ kind: 'loading', what: 'Loading your Game' }),
  broken: picture({
    kind: 'broken',
    problem: {
      headline: 'src/domain/game.ts exports no Game.',
      why: 'It exports Gmae. Write export class Game so that the check, the panel and the terminal can find it.',
      location: { file: 'src/domain/game.ts', line: 1, column: 1 },
    },
  }),
  disconnected: picture({
    kind: 'disconnected',
    reason: 'Nothing answers at esdb://localhost:2113. The panel goes on as soon as it is back.',
  }),

  'start form': staged(async () => {}),
  playing: played('DDEC', async ({ page }) => page.locator('.column').nth(4).hover()),
  'against the computer': played('DDEC', async ({ page, source }) => {
    await page.getByLabel('Against').selectOption('strong');
    source.busy = true;
    await source.reload();
  }),
  past: played('DDECDEA', async (stage) => stage.go('Ada → D', 1)),
  start: played('DDEC', async (stage) => stage.press('First')),
  'came to nothing': played('DDEC', comeToNothing, tall),
  won: played('DEDEDED'),
  tied: staged(async ({ source }) => {
    await source.startGame('Ada', 'Grace');
    await source.play('ABABABBABABACDCDCDDCDCDCEFEFEFFEFEFEGGGGGG');
  }),
  lanes: played(
    'DDECDEA',
    async ({ source }) => {
      source.stored = 5;
      await source.reload();
    },
    tall,
  ),
  skipped: played('DDECDEA', async ({ page }) => {
    const without = page.getByRole('button', { name: /^Skip MoveMade 5/ });
    await without.click();
  }),
  stuck: played(
    'DDECDEA',
    async (stage) => {
      const failure = { name: 'TypeError', message: 'this.board[event.column] is undefined', location };
      stage.source.stuck = { entry: 6, failure };
      await stage.source.reload();
    },
    tall,
  ),
  'not the same after replay': played('DDEC', async ({ source }) => {
    const field = (text: string) => ({ path: 'nextPlayer', kind: 'text', text }) as const;
    source.parity = {
      kind: 'known',
      differing: [{ path: 'nextPlayer', change: 'changed', before: field('"Ada"'), now: field('"Grace"') }],
    };
    await source.reload();
  }),
  'check, not yet': checked('1.5', twice, tall),
  'check, nothing recorded': checked('1.5', [...solved, '01-start-game/mistakes/state-changed-no-event'], tall),
  'check, passed': checked('2.3', playable),
  'check, couldn’t run': checked('1.5', []),
  'check, stepping': checked('2.3', playable, {
    act: async (stage) => {
      await stage.page.getByLabel('What to look at').selectOption('game/turns');
      await stage.press('Back');
      await stage.press('Back');
    },
  }),
  'check, told events': checked('1.6', [...solved, '01-start-game/mistakes/apply-records'], {
    act: async ({ page }) => void (await page.getByLabel('What to look at').selectOption('game/fresh')),
  }),
  'check, historical and uncommitted': checked('3.6', storing, {
    ...tall,
    act: async ({ page }) => void (await page.getByLabel('What to look at').selectOption('game/again')),
  }),
  'check, stored thrice': checked('3.5', [...storing, '03-persisting-the-events/mistakes/history-stored-again'], tall),
  'check, games to pick': checked('3.6', storing, {
    act: async ({ page }) => page.getByLabel('What to look at').click(),
  }),
  'check of a branch': checked('1.5', twice, { ...tall, branch: 'learner/ann' }),
  'check of a branch, narrow': checked('1.5', twice, { size: [300, 720], branch: 'learner/ann' }),
  'check of a branch, large': checked('2.4', [...playable, '02-play-the-game/mistakes/finished-before-move'], {
    ...large,
    branch: 'learner/ann',
  }),
  'played on from a check': checked('2.3', playable, {
    ...tall,
    branch: 'learner/ann',
    act: async (stage) => {
      await stage.press('Fork here: play another future');
      await stage.page.waitForSelector('.future');
      await stage.settled();
      await stage.page.locator('.column').nth(2).click();
      await stage.page.locator('.row.event', { hasText: '→ C' }).waitFor();
    },
  }),
  'asked to predict': played('DD', predicting, tall),
  'prediction told': played(
    'DD',
    async (stage) => {
      await predicting(stage);
      await stage.press('Step, and see');
      await stage.page.waitForSelector('.prediction.told');
    },
    tall,
  ),
  fork: played('DDECFFE', forking, tall),
  notice: played('DDEC', async (stage) => {
    await stage.go('Ada → E');
    await stage.page.locator('.column').nth(0).click({ force: true });
  }),
  problem: played(
    'DDEC',
    async ({ source }) => {
      source.problem = {
        headline: 'src/domain/game.ts can’t be read as TypeScript: Unexpected token',
        why: 'Look at line 12, column 3. Nothing was run.',
        location: { ...location, line: 12 },
      };
      source.notice = {
        text: 'Your code changed: the same commands now record 7 events instead of 6.',
        actions: ['startOver'],
      };
      await source.reload();
    },
    tall,
  ),
  stream: streaming(async (stage) => {
    await stream(stage, 'game-3f2a9c1e-7d51-4c0e-9a6e-0b6a4a1f8f11', 8);
    await stage.press('Fields of MoveMade 7');
  }),
  'long stream': streaming(async (stage) => stream(stage, 'game-3f2a9c1e', 2_345)),
  'folding a long stream': staged(async (stage) => stream(stage, 'game-3f2a9c1e', 12_345), {}, true),
  'store lost': played('DDEC', async (stage) => {
    const reason = 'Nothing answers at esdb://localhost:2113.';
    stage.take({ kind: 'store', store: { kind: 'lost', reason } });
  }),
  'streams to pick': streaming(async (stage) => {
    await stream(stage, 'game-3f2a9c1e', 8);
    await stage.page.getByLabel('What to look at').click();
  }),
  menu: played('DDEC', async (stage) => stage.press('More')),
  'long names': staged(
    async ({ source }) => {
      await source.startGame('Ada Lovelace-Byron', 'Rear Admiral Grace Murray Hopper');
      await source.play('DDEC');
      await source.makeMove('E', 'two');
      await source.makeMove('D', 'one');
    },
    { size: [300, 720] },
  ),
  '200 percent': played('DDEC', comeToNothing, { size: [180, 500] }),
  large: played('DDECFF', comeToNothing, large),
  'large with a fork': played('DDECFFE', forking, large),
  'focus on the board': played('DDEC', async ({ page }) => {
    await page.locator('.column[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
  }),
  'focus in time': played('DDEC', async ({ page }) => {
    await page.locator('.go[tabindex="0"]').focus();
    await page.keyboard.press('ArrowUp');
  }),
  moving: played('DDEC', async () => {}, { moving: true }),
};
