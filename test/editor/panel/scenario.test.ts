import assert from 'node:assert/strict';
import { after, describe, it, type TestContext } from 'node:test';
import { CheckVisit } from '../../../src/editor/panel/scenario/check-visit.ts';
import type { CheckedStep } from '../../../src/editor/panel/scenario/checked-step.ts';
import type { ScenarioSource } from '../../../src/editor/panel/scenario/scenario-source.ts';
import { commandText } from '../../../src/panel/command-text.ts';
import type { Entry } from '../../../src/timeline/entry.ts';
import { checkedStep, lendingRunner, noStore } from './checks.ts';
import { gameFile, given, learnerFiles, playable, solved, storing } from './learner-files.ts';

const runner = lendingRunner();
after(() => runner.dispose());

/** A check that has been run once on these layers of files. */
async function visited(
  t: TestContext,
  step: string,
  layers: readonly string[] | ReadonlyMap<string, string>,
  more: Partial<CheckedStep> = {},
): Promise<CheckVisit> {
  const files = layers instanceof Map ? layers : learnerFiles(...layers.values());
  const visit = new CheckVisit(checkedStep(runner, step, () => files, more));
  t.after(() => visit.dispose());
  await visit.run();
  return visit;
}

/** `startGame(Ada, Grace): GameStarted` or what became of it instead. */
function line(entry: Entry | undefined): string {
  const command = entry?.command === undefined ? '' : `${commandText(entry.command)}: `;
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

const entries = (source: ScenarioSource) => Array.from({ length: source.length }, (_, index) => source.entry(index));
const lines = (source: ScenarioSource) => entries(source).map(line);
const lanes = (source: ScenarioSource) =>
  entries(source).flatMap((entry) => (entry?.kind === 'recorded' ? [entry.lane] : []));

function tale(visit: CheckVisit, id: string): ScenarioSource {
  assert.equal(visit.choose(id), true, `${id} of ${visit.view.tales.map((each) => each.id).join(', ')}`);
  return visit.source;
}

describe('the scenario of a check', () => {
  it('is told as the commands it gave and what the learner’s code recorded, with the verdict', async (t) => {
    const visit = await visited(t, '1.5', [...solved, '01-start-game/mistakes/recorded-twice']);
    assert.equal(visit.view.title, 'Check of 1.5: Say it with an event');
    assert.equal(visit.view.verdict, 'notYet');
    assert.match(visit.view.told?.headline ?? '', /recorded 2 events/);
    assert.deepEqual(lines(visit.source), ['startGame(Ada, Grace): GameStarted', 'GameStarted']);
    assert.deepEqual([visit.comparison?.whose, visit.comparison?.firstDivergence], ['yours', 1]);
    assert.equal(visit.source.moment(1, 'own').game.playerOne, 'Ada');
    assert.equal(visit.source.moment(0, 'own').game.playerOne, undefined);
    assert.deepEqual([visit.source.start.kind, visit.source.move.kind], ['not', 'not']);
  });

  it('says whose code it is when it is a branch’s', async (t) => {
    const visit = await visited(t, 'bonus', solved, { branch: 'learner/ann' });
    assert.equal(visit.view.title, 'learner/ann · check of the bonus: Only once');
    assert.deepEqual([visit.view.branch, visit.view.verdict], ['learner/ann', 'pass']);
  });

  it('tells each game by itself, and what was refused', async (t) => {
    const visit = await visited(t, '2.3', playable);
    assert.deepEqual(
      visit.view.tales.map(({ name }) => name),
      ['full', 'waiting', 'turns'],
    );
    assert.equal(lines(visit.source).at(-1), 'makeMove(Ada, A): InvalidMoveError, nothing');
    assert.deepEqual(lines(tale(visit, 'game/waiting')), ['makeMove(Ada, A): InvalidMoveError, nothing']);
    const turns = tale(visit, 'game/turns');
    assert.equal(lines(turns)[4], 'startGame(Linus, Margaret): GameAlreadyStartedError, nothing');
    assert.deepEqual(turns.moment(turns.length, 'own').game.board?.D, ['YELLOW']);
    assert.deepEqual(turns.parity, { kind: 'known', differing: [] });
  });

  it('shows between two events of one command what the first of them means', async (t) => {
    const won = tale(await visited(t, '2.4', playable), 'game/won');
    assert.deepEqual(lines(won).slice(7, 9), ['makeMove(Ada, A): MoveMade', 'GameFinished']);
    assert.equal(won.moment(8, 'own').game.result, undefined);
    assert.equal(won.moment(9, 'own').game.result, 'PLAYER_ONE_WON');
    const ids = [7, 8, 9].map((stop) => won.moment(stop, 'own').leaves.find(({ path }) => path === 'id')?.text);
    assert.equal(new Set(ids).size, 1, 'it is one game');
  });

  it('tells of a fresh game which events it was told, and what it recorded on its own', async (t) => {
    const right = tale(await visited(t, '1.6', solved), 'game/fresh');
    assert.deepEqual([lines(right), lanes(right)], [['apply(GameStarted): GameStarted'], ['applied']]);
    const wrong = tale(await visited(t, '1.6', [...solved, '01-start-game/mistakes/apply-records']), 'game/fresh');
    assert.deepEqual(lanes(wrong), ['applied', 'uncommitted']);
  });

  it('shows when a command reached into another game', async (t) => {
    const visit = await visited(t, '1.3', [...solved, '01-start-game/mistakes/state-shared']);
    assert.deepEqual(lines(tale(visit, 'game/other')), ['startGame(Ada, Grace) on game: nothing recorded, changed']);
  });

  it('says what is not written yet', async (t) => {
    const visit = await visited(t, '1.3', given);
    assert.deepEqual(lines(visit.source), ['startGame(Ada, Grace): Not there yet, nothing']);
  });

  it('keeps what was seen before an operation that never came back', async (t) => {
    const endless = `export class Game { playerOne?: string; playerTwo?: string; events: unknown[] = [];
      startGame(one: string) { if (one === 'Linus') for (;;); this.events.push({ type: 'GameStarted', one }); } }`;
    const visit = await visited(t, 'bonus', gameFile(endless));
    assert.match(visit.view.told?.headline ?? '', /did not come back/);
    assert.deepEqual(lines(visit.source), ['startGame(Ada, Grace): GameStarted']);
  });

  it('couldn’t run where a file can’t be read', async (t) => {
    const visit = await visited(t, '1.5', gameFile('export class Game {\n  startGame( {'));
    assert.deepEqual([visit.view.verdict, visit.view.tales, visit.source.phase.kind], ['couldNotRun', [], 'showing']);
    assert.equal(visit.place?.file, 'src/domain/game.ts');
  });
});

describe('the scenario of a check that stores events', () => {
  it('shows the stream, with the calls that led to it', async (t) => {
    const visit = await visited(t, '3.5', [...storing, '03-persisting-the-events/mistakes/history-stored-again']);
    const { source } = visit;
    assert.deepEqual(lines(source), ['add(game): GameStarted', 'add(current): GameStarted', 'MoveMade']);
    assert.deepEqual(new Set(lanes(source)), new Set(['historical']));
  });

  it('shows the historical and the uncommitted events of a game that was brought back', async (t) => {
    const again = tale(await visited(t, '3.6', storing), 'game/again');
    assert.deepEqual(lanes(again), ['historical', 'uncommitted']);
    assert.match(lines(again)[0] ?? '', /^get\("[0-9a-f]{8}…"\): GameStarted$/);
    assert.equal(lines(again)[2], 'add(again): 1 stored');
  });

  it('shows on a stream what was refused', async (t) => {
    const visit = await visited(t, '3.8', storing);
    const over = tale(visit, 'stream/game-58a0c7f2-9e14-4d3b-b6c8-2f71e9d04a35');
    assert.match(lines(over).at(-1) ?? '', /^makeMove\("58a0c7f2…", .*InvalidMoveError, nothing$/);
  });

  it('couldn’t run without a store', async (t) => {
    const visit = await visited(t, '3.3', storing, { openStore: noStore });
    assert.match(visit.view.told?.headline ?? '', /no event store/);
  });
});
