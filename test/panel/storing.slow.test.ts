import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { openThrowawayStore } from '../../src/grpc/throwaway-store.ts';
import { connectionVariable } from '../../src/learner/protocol.ts';
import type { Showing } from '../../src/pages/panel/contract.ts';
import type { Row } from '../../src/pages/panel/timeline.ts';
import { lendingRunner } from './checks.ts';
import { boardIn, canMove, makeMove, startGame } from './connect-four/reference-game.ts';
import { learnerFiles, playable, storing } from './learner-files.ts';
import { field, Watched } from './watched.ts';

const runner = lendingRunner();
let store: EventStore;
let environment: Readonly<Record<string, string>>;
let close: () => Promise<void>;
before(async () => {
  const opened = await openThrowawayStore();
  assert.ok(opened.kind === 'opened');
  environment = { [connectionVariable]: opened.connectionString };
  ({ store, close } = opened);
});
after(async () => {
  runner.dispose();
  await close();
});

/** A panel at exercise 3: the learner’s code is told where the store is. */
async function storingWith(...layers: readonly string[]): Promise<Watched> {
  const files = learnerFiles(...layers);
  const watched = new Watched(runner, files);
  watched.stay();
  watched.session.take({
    kind: 'store',
    store: { kind: 'open', store, openCode: () => runner.open({ files: watched.files, environment }) },
  });
  await watched.look();
  return watched;
}

const isStream = ({ subject, drive }: Showing) => subject.kind === 'stream' && canMove({ drive }) && !drive.busy;
const shown = (rows: readonly Row[]) =>
  rows.map((row) => (row.kind === 'event' ? `${row.type} ${row.lane}` : row.kind));

async function stored(stream: string): Promise<readonly string[]> {
  const read = await store.readStream(stream, { direction: 'forwards', from: 'start' });
  const types: string[] = [];
  if (read.kind === 'events')
    for await (const { event } of read.events) if (event !== undefined) types.push(event.type);
  return types;
}

describe('from exercise 3 on, a game in the panel', () => {
  it('is stored by the learner’s own repository, and goes on in its stream', async () => {
    using watched = await storingWith(...storing);
    watched.say(startGame('Ada', 'Bob'));
    const started = await watched.untilShowing(isStream);
    assert.match(started.subject.title, /^game-[0-9a-f-]{36}$/);
    assert.equal(field(started, 'id')?.text, `"${started.subject.title.slice('game-'.length)}"`);
    assert.deepEqual(shown(started.window.rows), ['start', 'GameStarted historical']);

    watched.say(makeMove('D'));
    const moved = await watched.untilShowing(({ subject, drive }) => subject.events === 2 && !drive.busy);
    const row = moved.window.rows[2];
    assert.equal(row?.kind === 'event' && row.command, 'makeMove(Ada, D)');
    assert.deepEqual(await stored(moved.subject.title), ['GameStarted', 'MoveMade']);

    watched.say(makeMove('D', 'one'));
    const refused = await watched.untilShowing(({ window, drive }) => window.total === 4 && !drive.busy);
    assert.equal(refused.window.rows[3]?.kind, 'refused');
    assert.deepEqual(await stored(moved.subject.title), ['GameStarted', 'MoveMade']);

    watched.say({ type: 'startOver' });
    const fresh = await watched.untilShowing(({ subject, drive }) => subject.kind === 'memory' && !drive.busy);
    assert.deepEqual([fresh.subject.events, boardIn(fresh).started], [0, false]);
  });

  it('has three events where two were meant, as long as history is stored again', async () => {
    using watched = await storingWith(...storing, '03-persisting-the-events/mistakes/history-stored-again');
    watched.say(startGame('Ada', 'Bob'));
    await watched.untilShowing(isStream);
    watched.say(makeMove('D'));
    const { subject } = await watched.untilShowing(({ subject, drive }) => subject.events === 3 && !drive.busy);
    assert.deepEqual(await stored(subject.title), ['GameStarted', 'GameStarted', 'MoveMade']);
  });

  it('shows under its command only what that command stored, and not what somebody else wrote meanwhile', async () => {
    using watched = await storingWith(...storing);
    const file = 'src/persistence/event-store-db.ts';
    const given = watched.files.get(file) ?? '';
    const append = 'const events = game.uncommittedEvents.map(toEventData);';
    assert.ok(given.includes(append));
    const meanwhile = `if (game.historicalEvents.length > 0)
      await this.client.appendToStream(streamOf(game.id), { ...toEventData(game.historicalEvents[0]), id: crypto.randomUUID() });
    ${append}`;
    watched.files = new Map([...watched.files, [file, given.replace(append, meanwhile)]]);
    watched.session.take({ kind: 'codeChanged' });
    watched.say(startGame('Ada', 'Bob'));
    await watched.untilShowing(isStream);
    watched.say(makeMove('D'));
    const { window } = await watched.untilShowing(
      ({ subject, drive, window }) =>
        subject.events === 3 && !drive.busy && window.rows.some((row) => row.kind === 'event' && row.command !== null),
    );
    assert.deepEqual(
      window.rows.map((row) => row.kind === 'event' && [row.type, row.command]),
      [false, ['GameStarted', null], ['GameStarted', null], ['MoveMade', 'makeMove(Ada, D)']],
    );
  });

  it('stays uncommitted while the repository cannot add it, and says why', async () => {
    using watched = await storingWith(...playable, '03-persisting-the-events/given');
    watched.say(startGame('Ada', 'Bob'));
    const { notice, subject, window } = await watched.untilShowing(({ notice }) => notice !== null);
    assert.match(
      notice?.text ?? '',
      /^Your GameRepository’s add threw Error: .* still to be written\. The events stay uncommitted\.$/,
    );
    assert.equal(subject.kind, 'memory');
    assert.deepEqual(shown(window.rows), ['start', 'GameStarted uncommitted']);
  });

  it('stays in memory where there is no repository yet', async () => {
    using watched = await storingWith(...playable);
    const { notice, subject, window } = await watched.ask(startGame('Ada', 'Bob'));
    assert.equal(notice, null);
    assert.equal(subject.kind, 'memory');
    assert.deepEqual(shown(window.rows), ['start', 'GameStarted uncommitted']);
  });
});
