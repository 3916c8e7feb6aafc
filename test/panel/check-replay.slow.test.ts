import assert from 'node:assert/strict';
import { after, describe, it, type TestContext } from 'node:test';
import { CheckReplay } from '../../src/panel/check-replay/check-replay.ts';
import type { CheckedStep } from '../../src/panel/check-replay/checked-step.ts';
import type { ReplaySource } from '../../src/panel/check-replay/replay-source.ts';
import { connectFourPanel } from '../../src/panel/connect-four/connect-four-panel.ts';
import { commandText } from '../../src/panel/views/command-text.ts';
import type { Entry } from '../../src/timeline/entry.ts';
import { checkedStep, lendingRunner, noStore } from './checks.ts';
import { gameIn } from './connect-four/reference-game.ts';
import { gameFile, given, learnerFiles, playable, solved, storing } from './learner-files.ts';

const runner = lendingRunner();
after(() => runner.dispose());

/** A check that has been run once on these layers of files. */
async function replayed(
  t: TestContext,
  step: string,
  layers: readonly string[] | ReadonlyMap<string, string>,
  more: Partial<CheckedStep> & { readonly time?: number } = {},
): Promise<CheckReplay> {
  const files = layers instanceof Map ? layers : learnerFiles(...layers.values());
  const replay = new CheckReplay(
    { aggregate: connectFourPanel, language: runner.language },
    checkedStep(runner, step, () => files, more),
  );
  t.after(() => replay.dispose());
  await replay.run();
  return replay;
}

/** `startGame(Ada, Grace): GameStarted` or what became of it instead. */
function line(entry: Entry | undefined): string {
  const command =
    entry?.command === undefined ? '' : `${commandText(connectFourPanel.reference.commands, entry.command)}: `;
  switch (entry?.kind) {
    case 'recorded':
      return `${command}${entry.event.type}`;
    case 'refused':
      return `${command}${entry.failure.name}, ${entry.left}`;
    case 'silent':
      return `${command}${entry.stored === undefined ? 'nothing recorded' : `${entry.stored} stored`}${entry.changedState ? ', changed' : ''}`;
    case undefined:
      return '';
  }
}

const entries = (source: ReplaySource) => Array.from({ length: source.length }, (_, index) => source.entry(index));
const lines = (source: ReplaySource) => entries(source).map(line);
const lanes = (source: ReplaySource) =>
  entries(source).flatMap((entry) => (entry?.kind === 'recorded' ? [entry.lane] : []));

function history(replay: CheckReplay, id: string): ReplaySource {
  assert.equal(replay.choose(id), true, `${id} of ${replay.view.histories.map((each) => each.id).join(', ')}`);
  return replay.source;
}

describe('the scenario of a check', () => {
  it('is told as the commands it gave and what the learner’s code recorded, with the verdict', async (t) => {
    const replay = await replayed(t, '1.5', [...solved, '01-start-game/mistakes/recorded-twice']);
    assert.equal(replay.view.title, 'Check of 1.5: Say it with an event');
    assert.equal(replay.view.verdict, 'notYet');
    assert.match(replay.view.told?.headline ?? '', /recorded 2 events/);
    assert.deepEqual(lines(replay.source), ['startGame(Søren, Ada): GameStarted', 'GameStarted']);
    assert.deepEqual([replay.comparison?.whose, replay.comparison?.firstDivergence], ['yours', 1]);
    assert.equal(gameIn(replay.source.stateAt(1, 'own')).playerOne, 'Søren');
    assert.equal(gameIn(replay.source.stateAt(0, 'own')).playerOne, undefined);
    assert.deepEqual([replay.source.can().kind], ['not']);
  });

  it('says whose code it is when it is a branch’s', async (t) => {
    const replay = await replayed(t, 'bonus', solved, { branch: 'learner/ann' });
    assert.equal(replay.view.title, 'learner/ann · check of the bonus: Only once');
    assert.deepEqual([replay.view.branch, replay.view.verdict], ['learner/ann', 'pass']);
  });

  it('tells each game by itself, and what was refused', async (t) => {
    const replay = await replayed(t, '2.3', playable);
    assert.deepEqual(
      replay.view.histories.map(({ name }) => name),
      ['full', 'waiting', 'turns'],
    );
    assert.equal(lines(replay.source)[7], 'makeMove(Barbara, F): InvalidMoveError, nothing');
    assert.equal(lines(history(replay, 'game/waiting'))[0], 'makeMove(Barbara, F): InvalidMoveError, nothing');
    const turns = history(replay, 'game/turns');
    assert.equal(lines(turns)[2], "startGame(O'Neil, Edsger W.): GameAlreadyStartedError, nothing");
    assert.deepEqual(gameIn(turns.stateAt(turns.length, 'own')).board.D, ['RED']);
    assert.deepEqual(turns.parity, { kind: 'known', differing: [] });
  });

  it('shows between two events of one command what the first of them means', async (t) => {
    const won = history(await replayed(t, '2.4', playable), 'game/won');
    assert.deepEqual(lines(won).slice(11, 13), ['makeMove(Ann, E): MoveMade', 'GameFinished']);
    assert.equal(gameIn(won.stateAt(12, 'own')).result, undefined);
    assert.equal(gameIn(won.stateAt(13, 'own')).result, 'PLAYER_ONE_WON');
    const ids = [11, 12, 13].map((stop) => won.stateAt(stop, 'own').fields.find(({ path }) => path === 'id')?.text);
    assert.equal(new Set(ids).size, 1, 'it is one game');
  });

  it('tells of a fresh game which events it was told, and what it recorded on its own', async (t) => {
    const right = history(await replayed(t, '1.6', solved), 'game/fresh');
    assert.deepEqual([lines(right), lanes(right)], [['apply(GameStarted): GameStarted'], ['applied']]);
    const wrong = history(await replayed(t, '1.6', [...solved, '01-start-game/mistakes/apply-records']), 'game/fresh');
    assert.deepEqual(lanes(wrong), ['applied', 'uncommitted']);
  });

  it('shows when a command reached into another game', async (t) => {
    const replay = await replayed(t, '1.3', [...solved, '01-start-game/mistakes/state-shared']);
    assert.deepEqual(lines(history(replay, 'game/other')), [
      'startGame(Katherine, Radia) on game: nothing recorded, changed',
      'startGame(María José, Ada): GameStarted',
    ]);
  });

  it('says what is not written yet', async (t) => {
    const replay = await replayed(t, '1.3', given);
    assert.deepEqual(lines(replay.source), ['startGame(Katherine, Radia): Not there yet, nothing']);
  });

  it('keeps what was seen before an operation that never came back', async (t) => {
    const endless = `export class Game { playerOne?: string; playerTwo?: string; events: unknown[] = [];
      startGame(one: string) { if (one === 'Margaret') for (;;); this.events.push({ type: 'GameStarted', one }); } }`;
    const replay = await replayed(t, 'bonus', gameFile(endless), { time: 3_000 });
    assert.match(replay.view.told?.headline ?? '', /did not come back/);
    assert.deepEqual(lines(replay.source), ['startGame(Niklaus, Łukasz): GameStarted']);
  });

  it('couldn’t run where a file can’t be read', async (t) => {
    const replay = await replayed(t, '1.5', gameFile('export class Game {\n  startGame( {'));
    assert.deepEqual(
      [replay.view.verdict, replay.view.histories, replay.source.phase.kind],
      ['couldNotRun', [], 'showing'],
    );
    assert.equal(replay.location?.file, 'src/domain/game.ts');
  });
});

describe('the scenario of a check that stores events', () => {
  it('shows the stream, with the calls that led to it', async (t) => {
    const replay = await replayed(t, '3.5', [...storing, '03-persisting-the-events/mistakes/history-stored-again']);
    const { source } = replay;
    assert.deepEqual(lines(source), ['add(game): GameStarted', 'add(current): GameStarted', 'MoveMade']);
    assert.deepEqual(new Set(lanes(source)), new Set(['historical']));
  });

  it('shows the historical and the uncommitted events of a game that was brought back', async (t) => {
    const again = history(await replayed(t, '3.6', storing), 'game/again');
    assert.deepEqual(lanes(again), ['historical', 'uncommitted']);
    assert.match(lines(again)[0] ?? '', /^get\("[0-9a-f]{8}…"\): GameStarted$/);
    assert.equal(lines(again)[2], 'add(again): 1 stored');
  });

  it('shows on a stream what was refused', async (t) => {
    const replay = await replayed(t, '3.8', storing);
    const over = history(replay, 'stream/game-f0783bc6-d8e4-44fe-973a-1d742cccd7ef');
    assert.match(lines(over).at(-1) ?? '', /^makeMove\("f0783bc6…", .*InvalidMoveError, nothing$/);
  });

  it('couldn’t run without a store', async (t) => {
    const replay = await replayed(t, '3.3', storing, { openStore: noStore });
    assert.match(replay.view.told?.headline ?? '', /no event store/);
  });
});
