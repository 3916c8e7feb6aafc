import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EventStore } from '../../../src/eventstore/event-store.ts';
import { openThrowawayStore } from '../../../src/grpc/throwaway-store.ts';
import { connectionVariable } from '../../../src/learner/protocol.ts';
import type { Row, Showing } from '../../../src/panel/contract.ts';
import { lendingRunner } from './checks.ts';
import { learnerFiles, playable, storing } from './learner-files.ts';
import { Watched } from './watched.ts';

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
  watched.shelf.stay();
  watched.shelf.store = { kind: 'open', store, openCode: () => runner.open({ files: watched.files, environment }) };
  await watched.look();
  return watched;
}

const isStream = ({ subject, drive }: Showing) =>
  subject.kind === 'stream' && drive.move.kind === 'possible' && !drive.busy;
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
    watched.say({ type: 'startGame', playerOne: 'Ada', playerTwo: 'Bob' });
    const started = await watched.untilShowing(isStream);
    assert.match(started.subject.title, /^game-[0-9a-f-]{36}$/);
    assert.deepEqual(shown(started.window.rows), ['before', 'GameStarted historical']);

    watched.say({ type: 'makeMove', column: 'D', by: 'next' });
    const moved = await watched.untilShowing(({ subject, drive }) => subject.events === 2 && !drive.busy);
    const row = moved.window.rows[2];
    assert.equal(row?.kind === 'event' && row.command, 'makeMove(Ada, D)');
    assert.deepEqual(await stored(moved.subject.title), ['GameStarted', 'MoveMade']);

    watched.say({ type: 'makeMove', column: 'D', by: 'one' });
    const refused = await watched.untilShowing(({ window, drive }) => window.total === 4 && !drive.busy);
    assert.equal(refused.window.rows[3]?.kind, 'refused');
    assert.deepEqual(await stored(moved.subject.title), ['GameStarted', 'MoveMade']);

    watched.say({ type: 'newGame' });
    const fresh = await watched.untilShowing(({ subject, drive }) => subject.kind === 'game' && !drive.busy);
    assert.deepEqual([fresh.subject.events, fresh.drive.started], [0, false]);
  });

  it('has three events where two were meant, as long as history is stored again', async () => {
    using watched = await storingWith(...storing, '03-persisting-the-events/mistakes/history-stored-again');
    watched.say({ type: 'startGame', playerOne: 'Ada', playerTwo: 'Bob' });
    await watched.untilShowing(isStream);
    watched.say({ type: 'makeMove', column: 'D', by: 'next' });
    const { subject } = await watched.untilShowing(({ subject, drive }) => subject.events === 3 && !drive.busy);
    assert.deepEqual(await stored(subject.title), ['GameStarted', 'GameStarted', 'MoveMade']);
  });

  it('stays uncommitted while the repository cannot add it, and says why', async () => {
    using watched = await storingWith(...playable, '03-persisting-the-events/given');
    watched.say({ type: 'startGame', playerOne: 'Ada', playerTwo: 'Bob' });
    const { notice, subject, window } = await watched.untilShowing(({ notice }) => notice !== null);
    assert.match(
      notice?.text ?? '',
      /^Your GameRepository’s add threw Error: .* still to be written\. The events stay uncommitted\.$/,
    );
    assert.equal(subject.kind, 'game');
    assert.deepEqual(shown(window.rows), ['before', 'GameStarted uncommitted']);
  });

  it('stays in memory where there is no repository yet', async () => {
    using watched = await storingWith(...playable);
    const { notice, subject, window } = await watched.ask({ type: 'startGame', playerOne: 'Ada', playerTwo: 'Bob' });
    assert.equal(notice, null);
    assert.equal(subject.kind, 'game');
    assert.deepEqual(shown(window.rows), ['before', 'GameStarted uncommitted']);
  });
});
