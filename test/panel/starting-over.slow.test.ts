import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import type { Showing } from '../../src/pages/panel/contract.ts';
import { sourceRunner } from '../learner/runners.ts';
import { boardIn, makeMove, startGame } from './connect-four/reference-game.ts';
import { learnerFiles, playable } from './learner-files.ts';
import { field, Watched } from './watched.ts';

const runner = sourceRunner();
after(() => runner.dispose());
const files = learnerFiles(...playable);

async function playing(moves: string): Promise<Watched> {
  const watched = new Watched(runner, files);
  await watched.look();
  await watched.ask(startGame('Ada', 'Bob'));
  for (const column of moves) await watched.ask(makeMove(column));
  return watched;
}

const isSkipped = ({ window }: Showing) => window.rows.some((row) => row.kind === 'event' && row.skipped);

describe('a new game', () => {
  it('is not asked what if, though the one before was', async () => {
    using watched = await playing('DDE');
    assert.equal(isSkipped(await watched.ask({ type: 'skip', entry: 1 })), true);
    await watched.ask({ type: 'startOver' });
    await watched.ask(startGame('Cy', 'Di'));
    await watched.ask({ type: 'setOption', option: 'opponent', value: 'easy' });
    const moved = await watched.ask(makeMove('D'));
    assert.equal(isSkipped(moved), false);
    assert.deepEqual(boardIn(moved).columns[3]?.tokens, ['one']);
    assert.equal(field(moved, 'nextPlayer')?.text, '"Di"');
    const answered = await watched.untilShowing(({ subject, drive }) => subject.events === 3 && !drive.busy);
    assert.equal(boardIn(answered).nextPlayer, 'Cy');
  });

  it('is answered by the computer at the same move as the one before', async () => {
    using watched = await playing('');
    await watched.ask({ type: 'setOption', option: 'opponent', value: 'easy' });
    for (const _ of ['first', 'second']) {
      await watched.ask(makeMove('D'));
      await watched.untilShowing(({ subject, drive }) => subject.events === 3 && !drive.busy);
      await watched.ask({ type: 'startOver' });
      await watched.ask(startGame('Ada', 'Bob'));
    }
  });

  it('is the learner’s own again after a fork, and no other future is beside it', async () => {
    using watched = await playing('DDE');
    watched.say({ type: 'seek', stop: 2 });
    watched.say({ type: 'fork' });
    const forked = await watched.untilShowing(({ otherFuture }) => otherFuture !== null);
    assert.equal(forked.subject.title, 'Fork 1 of your game');
    for (const close of [false, true]) {
      if (close) {
        watched.say({ type: 'fork' });
        await watched.untilShowing(({ otherFuture }) => otherFuture !== null);
        await watched.ask({ type: 'closeFuture' });
      }
      const fresh = await watched.ask({ type: 'startOver' });
      assert.deepEqual([fresh.subject.title, fresh.subject.events, fresh.otherFuture], ['Your game', 0, null]);
    }
  });

  it('leaves a game that waits in memory alone when it is asked for at a stream', async () => {
    const store = openMemoryStore();
    using watched = await playing('D');
    watched.session.take({ kind: 'store', store: { kind: 'open', store } });
    await watched.ask({ type: 'export' });
    watched.say({ type: 'import' });
    await watched.untilShowing(({ subject }) => subject.kind === 'stream');
    watched.say({ type: 'startOver' });
    const waiting = await watched.untilShowing(({ subject }) => subject.kind === 'memory');
    assert.equal(waiting.subject.events, 2);
    store.dispose();
  });
});

describe('two futures', () => {
  it('are told apart by their names, however often one forks', async () => {
    using watched = await playing('DDE');
    const names: string[] = [];
    for (const stop of [3, 2]) {
      watched.say({ type: 'seek', stop });
      watched.say({ type: 'fork' });
      const { subject, otherFuture } = await watched.untilShowing(
        (showing) => showing.subject.events === stop && showing.otherFuture !== null,
      );
      assert.equal(otherFuture?.is, 'original');
      names.push(subject.title, otherFuture?.title ?? '');
    }
    assert.deepEqual(names, ['Fork 1 of your game', 'Your game', 'Fork 2 of your game', 'Fork 1 of your game']);
    watched.say({ type: 'switchFuture' });
    const back = watched.showing;
    assert.deepEqual([back.subject.title, back.otherFuture?.is], ['Fork 1 of your game', 'fork']);
  });
});

describe('the id of a game', () => {
  const idOf = (showing: Showing) => field(showing, 'id')?.text ?? '';

  it('is the same however often its code is saved, and with an event left out', async () => {
    using watched = await playing('D');
    const id = idOf(watched.showing);
    assert.match(id, /^"[0-9a-f-]{36}"$/);
    assert.equal(idOf(await watched.ask({ type: 'reload' })), id);
    assert.equal(idOf(await watched.ask({ type: 'skip', entry: 1 })), id);
    assert.equal(idOf(await watched.ask({ type: 'seek', stop: 0 })), id);
    assert.notEqual(idOf(await watched.ask({ type: 'startOver' })), id);
  });
});
