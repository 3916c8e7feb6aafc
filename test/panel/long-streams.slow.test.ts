import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { toNewEvent } from '../../src/application/event-mapping.ts';
import type { EventStore } from '../../src/eventstore/event-store.ts';
import { jsonEvent, type NewEvent } from '../../src/eventstore/events.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import { sourceRunner } from '../learner/runners.ts';
import { boardIn, canMove, makeMove } from './connect-four/reference-game.ts';
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

const started = toNewEvent({ type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Bob' });
const move = jsonEvent({ type: 'MoveMade', data: { player: 'Ada', column: 'D' } });
/** Every event of these has the same players start again, so that the state stays small. */
const many = (count: number): NewEvent[] =>
  Array.from({ length: count }, () => ({ ...started, id: crypto.randomUUID() }));

async function watching(stream: string): Promise<Watched> {
  const watched = new Watched(runner, files);
  watched.stay();
  watched.session.take({ kind: 'store', store: { kind: 'open', store } });
  await watched.look();
  await watched.untilShowing(({ choices }) => choices.streams.some(({ name }) => name === stream));
  watched.say({ type: 'pick', stream });
  return watched;
}

describe('a long stream', () => {
  it('is folded by the learner’s own code to its end, and says how far it got', async () => {
    for (let batch = 0; batch < 12; batch++) await store.append('game-long', many(500), 'any');
    await store.append('game-long', [move], 'any');
    using watched = await watching('game-long');
    const before = await watched.untilShowing(
      ({ subject, state }) => subject.events === 6_001 && state.standIn !== null,
    );
    assert.equal(before.state.foldedBy, 'reference');
    assert.match(before.state.standIn ?? '', /^Your code has applied [\d,]+ of 6,001 events\.$/);
    const { state } = await watched.untilShowing(({ state }) => state.foldedBy === 'own');
    assert.equal(state.standIn, null);
    assert.deepEqual(boardIn({ state }).columns.find(({ name }) => name === 'D')?.tokens, ['one']);
  });

  it('shows what is folded already, and the reference beyond it', async () => {
    for (let batch = 0; batch < 12; batch++) await store.append('game-long', many(500), 'any');
    using watched = await watching('game-long');
    await watched.untilShowing(
      ({ subject, state }) => subject.events === 6_000 && /^Your code has applied [1-5]/.test(state.standIn ?? ''),
    );
    watched.say({ type: 'seek', stop: 900 });
    assert.equal(watched.showing.state.foldedBy, 'own');
    watched.say({ type: 'step', by: 'last' });
    assert.equal(watched.showing.state.foldedBy, 'reference');
  });

  it('is driven through the learner’s code while that is still folding it', async () => {
    for (let batch = 0; batch < 12; batch++) await store.append('game-long', many(500), 'any');
    using watched = await watching('game-long');
    await watched.untilShowing(({ subject, drive }) => subject.events === 6_000 && canMove({ drive }));
    watched.say(makeMove('D', 'one'));
    const showing = await watched.untilShowing(({ cursor }) => cursor.lastRevision === '6000');
    assert.equal(showing.notice, null);
    const { state } = await watched.untilShowing(({ state }) => state.foldedBy === 'own');
    assert.equal(field({ ...showing, state }, 'nextPlayer')?.text, '"Bob"');
  });

  it('of which the state grows beyond all measure is left to the reference, and that is said', async () => {
    const growing = `export class Game { seen = []; apply(event) { for (let n = 0; n < 100; n++) this.seen.push(event.type + n); } }`;
    await store.append('game-grows', many(200), 'any');
    using watched = await watching('game-grows');
    watched.files = new Map([...files, ['src/domain/game.ts', growing]]);
    watched.session.take({ kind: 'codeChanged' });
    const { problem, state } = await watched.untilShowing(({ problem }) => problem !== null);
    assert.match(problem?.headline ?? '', /^After \d+ events, the state of your Game takes \d+ KB\.$/);
    assert.equal(state.foldedBy, 'reference');
  });
});
