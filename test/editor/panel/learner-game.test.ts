import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { LearnerGame } from '../../../src/editor/panel/learner-game.ts';
import type { Moment } from '../../../src/timeline/moment.ts';
import { sourceRunner } from '../../learner/runners.ts';
import { gameFile, given, learnerFiles, solved } from './learner-files.ts';

const runner = sourceRunner();
after(() => runner.dispose());

const start = { type: 'StartGame', playerOne: 'Ada', playerTwo: 'Bob' } as const;

async function open(files: ReadonlyMap<string, string>) {
  return LearnerGame.open(await runner.open({ files }));
}

async function game(files: ReadonlyMap<string, string>): Promise<LearnerGame> {
  const opened = await open(files);
  if (opened.kind === 'problem') throw new Error(opened.problem.headline);
  return opened.game;
}

const texts = ({ leaves }: Moment | undefined = { leaves: [], game: noGame, boardFrom: 'events' }) =>
  Object.fromEntries(leaves.map(({ path, text }) => [path, text]));
const noGame = {
  board: undefined,
  playerOne: undefined,
  playerTwo: undefined,
  nextPlayer: undefined,
  result: undefined,
};

describe('the learner’s own game', () => {
  it('has neither methods nor history at the start of exercise 1', async () => {
    using own = disposing(await game(learnerFiles(...given)));
    assert.equal(own.game.can('startGame'), false);
    assert.equal((await own.game.perform(start)).kind, 'missing');
    assert.deepEqual(own.game.entries, []);
  });

  it('records what happened, and rebuilds the state before and after it', async () => {
    using own = disposing(await game(learnerFiles(...solved)));
    assert.deepEqual(await own.game.perform(start), { kind: 'ran' });
    const [started] = own.game.entries;
    assert.equal(started?.kind === 'recorded' && started.event.type, 'GameStarted');
    assert.deepEqual(started?.kind === 'recorded' && started.command, start);
    const [before, afterwards] = own.game.moments;
    assert.deepEqual(texts(before), { playerOne: 'undefined', playerTwo: 'undefined', hasStarted: 'false' });
    assert.deepEqual(texts(afterwards), { playerOne: '"Ada"', playerTwo: '"Bob"', hasStarted: 'true' });
    assert.deepEqual(own.game.parity, []);
  });

  it('shows a refused command with its reason and its place, and that nothing was recorded', async () => {
    using own = disposing(await game(learnerFiles(...solved)));
    await own.game.perform(start);
    await own.game.perform(start);
    const refused = own.game.entries[1];
    assert.equal(refused?.kind, 'refused');
    if (refused?.kind !== 'refused') return;
    assert.equal(refused.failure.name, 'GameAlreadyStartedError');
    assert.equal(refused.failure.place?.file, 'src/domain/game.ts');
    assert.deepEqual([refused.slip, refused.left], [false, 'nothing']);
    assert.equal(own.game.moments.length, 3);
  });

  it('says when a command changed the state and recorded nothing', async () => {
    using own = disposing(
      await game(
        gameFile(`export class Game {
        playerOne?: string; playerTwo?: string;
        startGame(one: string, two: string) { this.playerOne = one; this.playerTwo = two; }
      }`),
      ),
    );
    await own.game.perform(start);
    assert.deepEqual(own.game.entries, [{ kind: 'silent', command: start, changedState: true }]);
    assert.equal(own.game.moments[1]?.game.playerOne, 'Ada');
    assert.equal(own.game.parity, undefined);
  });

  it('shows the live object where there is no apply yet', async () => {
    using own = disposing(
      await game(
        gameFile(`export class Game {
        playerOne?: string; events: unknown[] = [];
        startGame(one: string, two: string) { this.playerOne = one; this.events.push({ type: 'GameStarted', player_one: one, player_two: two }); }
      }`),
      ),
    );
    await own.game.perform(start);
    assert.equal(own.game.entries[0]?.kind, 'recorded');
    assert.equal(own.game.moments[1]?.game.playerTwo, 'Bob', 'told by the event');
  });

  it('stops at an event that cannot be applied, and keeps the state before it', async () => {
    using own = disposing(
      await game(
        gameFile(`export class Game {
        playerOne?: string; events: unknown[] = [];
        startGame(one: string, two: string) { this.playerOne = one; this.events.push({ type: 'GameStarted', playerOne: one, playerTwo: two }); }
        apply(event: { type: string }) { throw new Error('not written yet'); }
      }`),
      ),
    );
    await own.game.perform(start);
    const stuck = own.game.moments[1]?.stuck;
    assert.equal(stuck?.entry, 0);
    assert.equal(stuck?.failure.message, 'not written yet');
    assert.equal(stuck?.failure.place?.line, 4);
    assert.equal(own.game.moments[0]?.stuck, undefined);
  });

  it('tells where the live game and the rebuilt one differ', async () => {
    using own = disposing(await game(learnerFiles(...solved, '01-start-game/mistakes/apply-does-nothing')));
    await own.game.perform(start);
    assert.deepEqual(own.game.parity?.map(({ path }) => path).includes('playerOne'), true);
  });

  for (const style of [
    'event-classes',
    'frozen-literals',
    'nested-data',
    'private-fields',
    'reducer-behind-the-class',
  ]) {
    it(`understands the style ${style}`, async () => {
      using own = disposing(await game(learnerFiles(...solved, `01-start-game/alternatives/${style}`)));
      assert.deepEqual(await own.game.perform(start), { kind: 'ran' });
      assert.deepEqual(
        own.game.entries.map((entry) => entry.kind === 'recorded' && entry.event.type),
        ['GameStarted'],
      );
      assert.equal(own.game.moments[0]?.game.playerOne, undefined);
      assert.equal(own.game.moments[1]?.game.playerOne, 'Ada');
      assert.deepEqual(own.game.parity, []);
    });
  }

  it('says what is in the way when the file cannot be read', async () => {
    const opened = await open(gameFile('export class Game {\n  startGame( {\n}'));
    assert.equal(opened.kind, 'problem');
    assert.equal(opened.kind === 'problem' && opened.problem.place?.file, 'src/domain/game.ts');
  });

  it('says when a command never comes back', async () => {
    const files = gameFile('export class Game { startGame() { for (;;); } }');
    const opened = await LearnerGame.open(await runner.open({ files, limits: { time: 300 } }));
    assert.equal(opened.kind, 'open');
    if (opened.kind !== 'open') return;
    const performed = await opened.game.perform(start);
    assert.equal(performed.kind, 'stopped');
    opened.game.dispose();
  });
});

function disposing(own: LearnerGame): Disposable & { readonly game: LearnerGame } {
  return { game: own, [Symbol.dispose]: () => own.dispose() };
}
