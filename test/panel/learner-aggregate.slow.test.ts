import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { connectFourPanel } from '../../src/panel/connect-four/connect-four-panel.ts';
import { LearnerAggregate } from '../../src/panel/learner/learner-aggregate.ts';
import { type StateAt, unknownState } from '../../src/timeline/state-at.ts';
import { sourceRunner } from '../learner/runners.ts';
import { gameIn } from './connect-four/reference-game.ts';
import { gameFile, given, learnerFiles, solved } from './learner-files.ts';

const runner = sourceRunner();
after(() => runner.dispose());

const start = { type: 'StartGame', playerOne: 'Ada', playerTwo: 'Bob' } as const;

async function open(files: ReadonlyMap<string, string>, limits = {}) {
  const { language } = runner;
  return LearnerAggregate.open({ aggregate: connectFourPanel, language, open: () => runner.open({ files, limits }) });
}

async function game(files: ReadonlyMap<string, string>): Promise<LearnerAggregate> {
  const opened = await open(files);
  if (opened.kind === 'problem') throw new Error(opened.problem.headline);
  return opened.own;
}

const texts = ({ fields }: StateAt = unknownState) => Object.fromEntries(fields.map(({ path, text }) => [path, text]));
const asGiven = { kind: 'command', command: start } as const;
const gameAt = (game: LearnerAggregate, stop: number) => gameIn(game.states[stop] ?? unknownState);

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
    assert.deepEqual(started?.kind === 'recorded' && started.command, asGiven);
    const [before, afterwards] = own.game.states;
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
    assert.equal(refused.failure.location?.file, 'src/domain/game.ts');
    assert.deepEqual([refused.slip, refused.left], [false, 'nothing']);
    assert.equal(own.game.states.length, 3);
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
    assert.deepEqual(own.game.entries, [{ kind: 'silent', command: asGiven, changedState: true }]);
    assert.equal(gameAt(own.game, 1).playerOne, 'Ada');
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
    assert.equal(gameAt(own.game, 1).playerTwo, 'Bob', 'told by the event');
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
    const stuck = own.game.states[1]?.stuck;
    assert.equal(stuck?.entry, 0);
    assert.equal(stuck?.failure.message, 'not written yet');
    assert.equal(stuck?.failure.location?.line, 4);
    assert.equal(own.game.states[0]?.stuck, undefined);
  });

  it('tells where the live game and the rebuilt one differ', async () => {
    using own = disposing(await game(learnerFiles(...solved, '01-start-game/mistakes/recorded-not-applied')));
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
      assert.equal(gameAt(own.game, 0).playerOne, undefined);
      assert.equal(gameAt(own.game, 1).playerOne, 'Ada');
      assert.deepEqual(own.game.parity, []);
    });
  }

  it('says what is in the way when the file cannot be read', async () => {
    const opened = await open(gameFile('export class Game {\n  startGame( {\n}'));
    assert.equal(opened.kind, 'problem');
    assert.equal(opened.kind === 'problem' && opened.problem.location?.file, 'src/domain/game.ts');
  });

  it('says when a command never comes back', async () => {
    const files = gameFile('export class Game { startGame() { for (;;); } }');
    const opened = await open(files, { time: 300 });
    assert.equal(opened.kind, 'open');
    if (opened.kind !== 'open') return;
    const performed = await opened.own.perform(start);
    assert.equal(performed.kind, 'stopped');
    opened.own.dispose();
  });
});

function disposing(own: LearnerAggregate): Disposable & { readonly game: LearnerAggregate } {
  return { game: own, [Symbol.dispose]: () => own.dispose() };
}
