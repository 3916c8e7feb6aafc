import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { toNewEvent } from '../../src/application/event-mapping.ts';
import { type Column, columns, emptyBoard } from '../../src/domain/connect-four/board.ts';
import type { GameEvent } from '../../src/domain/connect-four/events.ts';
import { fold, initialGame } from '../../src/domain/connect-four/game.ts';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { jsonEvent } from '../../src/eventstore/events.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import type { Showing } from '../../src/pages/panel/contract.ts';
import { sourceRunner } from '../learner/runners.ts';
import { boardIn, makeMove, startGame } from './connect-four/reference-game.ts';
import { learnerFiles, playable } from './learner-files.ts';
import { field, Watched } from './watched.ts';

const runner = sourceRunner();
after(() => runner.dispose());
const files = learnerFiles(...playable);

let store: EventStore;
beforeEach(() => {
  store = openMemoryStore();
});
afterEach(() => store.dispose());

const started: GameEvent = { type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Bob' };
const moves = (text: string): GameEvent[] =>
  [...text].map((column, turn) => ({
    type: 'MoveMade',
    player: turn % 2 === 0 ? 'Ada' : 'Bob',
    column: column as Column,
  }));
const append = (stream: string, ...events: GameEvent[]) => store.append(stream, events.map(toNewEvent), 'any');

async function watching(): Promise<Watched> {
  const watched = new Watched(runner, files);
  watched.session.take({ kind: 'store', store: { kind: 'open', store } });
  await watched.look();
  return watched;
}

const folded = (events: number) => (showing: Showing) =>
  showing.subject.events === events && showing.state.foldedBy === 'own';
const boardOf = (showing: Showing) =>
  Object.fromEntries(boardIn(showing).columns.map(({ name, tokens }) => [name, tokens]));

describe('streams in the panel', () => {
  it('are listed newest first, and shown folded by the learner’s own code', async () => {
    await append('game-1', started, ...moves('DDE'));
    await append('game-2', started);
    using watched = await watching();
    const { choices } = await watched.untilShowing(({ choices }) => choices.streams.length === 2);
    assert.deepEqual(choices.streams, [
      { name: 'game-2', events: 1 },
      { name: 'game-1', events: 4 },
    ]);
    watched.say({ type: 'pick', stream: 'game-1' });
    const showing = await watched.untilShowing(folded(4));
    assert.equal(showing.subject.title, 'game-1');
    assert.equal(field(showing, 'nextPlayer')?.text, '"Bob"');
    assert.deepEqual(boardOf(showing).D, ['one', 'two']);
    assert.equal(
      showing.window.rows.every((row) => row.kind !== 'event' || row.lane === 'historical'),
      true,
    );
  });

  it('show at once what anybody appends, and follow the newest', async () => {
    using watched = await watching();
    watched.say({ type: 'followNewest', on: true });
    await append('game-3', started);
    await watched.untilShowing(folded(1));
    await append('game-3', ...moves('D'));
    const showing = await watched.untilShowing(folded(2));
    assert.equal(showing.cursor.revision, '1');
    await append('game-4', started);
    await watched.untilShowing(({ subject }) => subject.title === 'game-4');
  });

  it('are followed by default, the newest of them first where nothing was played yet', async () => {
    await append('game-31', started);
    await append('game-32', started);
    using watched = await watching();
    await watched.untilShowing(({ subject, choices }) => subject.title === 'game-32' && choices.followNewest);
    await append('game-33', started);
    await watched.untilShowing(({ subject }) => subject.title === 'game-33');
  });

  it('lead nobody away from what they picked, from a game they play, or from the past', async () => {
    await append('game-41', started, ...moves('DD'));
    using watched = await watching();
    await watched.untilShowing(({ cursor }) => cursor.lastRevision === '2');
    watched.say({ type: 'step', by: 'back' });
    await append('game-42', started);
    const past = await watched.untilShowing(({ choices }) => choices.streams.length === 2);
    assert.deepEqual([past.subject.title, past.choices.followNewest], ['game-41', true]);

    watched.say({ type: 'pick', stream: 'game-42' });
    await append('game-43', started);
    const picked = await watched.untilShowing(({ choices }) => choices.streams.length === 3);
    assert.deepEqual([picked.subject.title, picked.choices.followNewest], ['game-42', false]);

    watched.say({ type: 'pick', stream: null });
    await watched.untilShowing(({ subject }) => subject.kind === 'memory');
    await watched.ask(startGame('Ada', 'Bob'));
    await append('game-44', started);
    const playing = await watched.untilShowing(({ choices }) => choices.streams.length === 4);
    assert.equal(playing.subject.kind, 'memory');
  });

  it('are driven through the learner’s code, and a refused move stores nothing', async () => {
    await append('game-5', started);
    using watched = await watching();
    await watched.untilShowing(({ choices }) => choices.streams.length === 1);
    watched.say({ type: 'pick', stream: 'game-5' });
    await watched.untilShowing(folded(1));
    watched.say(makeMove('D'));
    const moved = await watched.untilShowing((showing) => folded(2)(showing) && !showing.drive.busy);
    const row = moved.window.rows[2];
    assert.deepEqual(row?.kind === 'event' && [row.command, row.summary], ['makeMove(Ada, D)', 'Ada → D']);
    await watched.ask(makeMove('D', 'one'));
    const refused = watched.showing.window.rows[3];
    assert.deepEqual(refused?.kind === 'refused' && [refused.name, refused.left], ['InvalidMoveError', 'nothing']);
    assert.equal(watched.showing.subject.events, 2);
    const read = await store.readStream('game-5');
    assert.equal(read.kind === 'events' && read.lastRevision, 1n);
    const data: string[] = [];
    if (read.kind === 'events')
      for await (const { event } of read.events) data.push(Buffer.from(event?.data ?? []).toString());
    assert.deepEqual(data, ['{"player_one":"Ada","player_two":"Bob"}', '{"player":"Ada","column":"D"}']);
  });

  it('can be forked: a stream of its own, another future, and both in sight', async () => {
    await append('game-6', started, ...moves('DDEE'));
    using watched = await watching();
    await watched.untilShowing(({ choices }) => choices.streams.length === 1);
    watched.say({ type: 'pick', stream: 'game-6' });
    await watched.untilShowing(folded(5));
    watched.say({ type: 'seek', stop: 3 });
    watched.say({ type: 'fork' });
    const forked = await watched.untilShowing((showing) => showing.otherFuture !== null && folded(3)(showing));
    assert.equal(forked.otherFuture?.differsFrom, '3');
    assert.deepEqual(
      forked.otherFuture?.rows.map((row) => row.kind === 'event' && row.summary),
      ['Ada → E', 'Bob → E'],
    );
    watched.say(makeMove('G'));
    const played = await watched.untilShowing(folded(4));
    assert.deepEqual(boardOf(played).G, ['one']);
    watched.say({ type: 'switchFuture' });
    const back = await watched.untilShowing(({ subject }) => subject.title === 'game-6');
    assert.deepEqual(
      back.otherFuture?.rows.map((row) => row.kind === 'event' && row.summary),
      ['Ada → G'],
    );
    assert.equal(back.subject.events, 5, 'the original has not grown');
  });

  it('are folded without an event when somebody asks what if', async () => {
    await append('game-7', started, ...moves('DDE'));
    using watched = await watching();
    await watched.untilShowing(({ choices }) => choices.streams.length === 1);
    watched.say({ type: 'pick', stream: 'game-7' });
    await watched.untilShowing(folded(4));
    watched.say({ type: 'skip', entry: 2 });
    const without = await watched.untilShowing(
      (showing) => folded(4)(showing) && boardOf(showing).D?.length === 1 && showing.window.rows[3]?.kind === 'event',
    );
    const row = without.window.rows[3];
    assert.equal(row?.kind === 'event' && row.skipped, true);
    watched.say({ type: 'skip', entry: null });
    await watched.untilShowing((showing) => folded(4)(showing) && boardOf(showing).D?.length === 2);
  });

  it('may hold anything at all', async () => {
    await store.append(
      'odd',
      [jsonEvent({ type: 'Odd', data: [1, { __proto__: null }] }), jsonEvent({ type: '', data: 'text' })],
      'any',
    );
    using watched = await watching();
    await watched.untilShowing(({ choices }) => choices.streams.length === 1);
    watched.say({ type: 'pick', stream: 'odd' });
    const showing = await watched.untilShowing(({ subject }) => subject.events === 2);
    assert.equal(showing.window.rows.length, 3);
  });
});

describe('keeping a stream', () => {
  it('goes out as JSON and comes back the same', async () => {
    using watched = await watching();
    await watched.ask(startGame('Ada', 'Bob'));
    await watched.ask(makeMove('D'));
    await watched.ask({ type: 'export' });
    watched.say({ type: 'import' });
    const showing = await watched.untilShowing((seen) => seen.subject.kind === 'stream' && folded(2)(seen));
    assert.match(showing.subject.title, /^game-[0-9a-f-]{36}$/);
    assert.deepEqual(boardOf(showing).D, ['one']);
  });

  it('says in a sentence what is wrong with a file', async () => {
    using watched = await watching();
    for (const [file, reason] of [
      ['{', 'it is not JSON'],
      ['[]', 'format is not as expected'],
      ['{"format":"ground-up/stream","schema":1,"stream":"x","events":[{"type":"A","data":3}]}', 'events.0.data'],
      [
        `{"format":"ground-up/stream","schema":1,"stream":"x","events":[{"type":"A","data":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}]}`,
        '',
      ],
    ] as const) {
      watched.file = file;
      watched.say({ type: 'import' });
      await watched.untilShowing(({ notice }) => notice?.text.includes(reason) === true);
      assert.match(watched.showing.notice?.text ?? '', /holds no stream: .*Nothing was imported\.$/);
      await watched.ask({ type: 'dismissNotice' });
    }
  });

  it('is copied as a given/when/then test that passes on the learner’s code', async () => {
    using watched = await watching();
    await watched.ask(startGame('Ada', "O'Hara"));
    await watched.ask(makeMove('D'));
    await watched.ask(makeMove('D', 'one'));
    await watched.ask({ type: 'copyAsTest' });
    await watched.ask({ type: 'seek', stop: 2 });
    await watched.ask({ type: 'copyAsTest' });
    await watched.untilShowing(() => watched.copied.length === 2);
    const [refused, recorded] = watched.copied;
    assert.match(refused ?? '', /assert\.throws\(asked, \{ name: 'InvalidMoveError' \}\);/);
    assert.match(recorded ?? '', /game\.makeMove\(\{ player: 'Ada', column: 'D' \}\);/);
    assert.match(recorded ?? '', /\{ type: 'GameStarted', playerOne: 'Ada', playerTwo: "O'Hara" \}/);
  });
});

describe('a game played to its end in memory', () => {
  it('is at every revision what a fold of its events says', async () => {
    using watched = new Watched(runner, files);
    await watched.look();
    await watched.ask(startGame('Ada', 'Bob'));
    for (const column of 'DEDEDED') await watched.ask(makeMove(column));
    assert.equal(boardIn(watched.showing).result, 'PLAYER_ONE_WON');
    assert.equal(boardIn(watched.showing).winning.length, 4);
    assert.deepEqual(watched.showing.state.parity, { kind: 'same' });
    const events: GameEvent[] = [started, ...moves('DEDEDED'), { type: 'GameFinished', result: 'PLAYER_ONE_WON' }];
    for (let stop = events.length; stop >= 0; stop--) {
      const showing = await watched.ask({ type: 'seek', stop });
      const game = fold(events.slice(0, stop), initialGame);
      const board = game.status === 'waiting' ? emptyBoard : game.board;
      const sides = columns.map((column) => board[column].map((token) => (token === 'RED' ? 'one' : 'two')));
      assert.deepEqual(Object.values(boardOf(showing)), sides, `revision ${stop - 1}`);
    }
  });

  it('is answered by the computer where it plays for player two', async () => {
    using watched = new Watched(runner, files);
    await watched.look();
    await watched.ask(startGame('Ada', 'Bob'));
    await watched.ask({ type: 'setOption', option: 'opponent', value: 'medium' });
    await watched.ask(makeMove('D'));
    const answered = await watched.untilShowing(({ subject, drive }) => subject.events === 3 && !drive.busy);
    const row = answered.window.rows[3];
    assert.match(row?.kind === 'event' ? row.summary : '', /^Bob → /);
    assert.equal(boardIn(answered).nextPlayer, 'Ada');
  });

  it('can be forked and folded without a move', async () => {
    using watched = new Watched(runner, files);
    await watched.look();
    await watched.ask(startGame('Ada', 'Bob'));
    for (const column of 'DDE') await watched.ask(makeMove(column));
    const without = await watched.ask({ type: 'skip', entry: 1 });
    assert.deepEqual(boardOf(without).D, ['two']);
    await watched.ask({ type: 'skip', entry: null });
    watched.say({ type: 'seek', stop: 2 });
    watched.say({ type: 'fork' });
    const forked = await watched.untilShowing(({ otherFuture }) => otherFuture !== null);
    assert.deepEqual([forked.subject.events, forked.otherFuture?.rows.length], [2, 2]);
    const played = await watched.ask(makeMove('G'));
    assert.deepEqual(boardOf(played).G, ['two']);
    watched.say({ type: 'closeFuture' });
    assert.equal(watched.showing.otherFuture, null);
  });
});

describe('after a restart', () => {
  it('the page is back at its stream and its point in time', async () => {
    await append('game-8', started, ...moves('DDE'));
    using watched = new Watched(runner, files);
    watched.session.take({ kind: 'availability', availability: 'available' });
    watched.say({ type: 'ready', resume: { stream: 'game-8', stop: 2, followNewest: false } });
    watched.session.take({ kind: 'store', store: { kind: 'open', store } });
    const showing = await watched.untilShowing(
      ({ subject, cursor }) => subject.title === 'game-8' && cursor.stop === 2,
    );
    assert.equal(showing.cursor.revision, '1');
    assert.equal(showing.subject.following, false);
  });
});
