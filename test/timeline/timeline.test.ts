import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../src/base/json.ts';
import { emptyBoard } from '../../src/domain/board.ts';
import { boardPicture } from '../../src/timeline/board-picture.ts';
import { atTheStart, resize, seek, step } from '../../src/timeline/cursor.ts';
import { diff, differences } from '../../src/timeline/diff.ts';
import { FoldedStream } from '../../src/timeline/fold.ts';
import { gameEventOf } from '../../src/timeline/game-event.ts';
import { leavesOf } from '../../src/timeline/leaf.ts';
import { referenceFolder, referenceMoment } from '../../src/timeline/reference.ts';

describe('the cursor', () => {
  it('follows what happens until somebody steps back', () => {
    const three = resize(atTheStart, 3);
    assert.deepEqual(three, { stop: 3, stops: 3, following: true });
    const back = step(three, 'back');
    assert.deepEqual(resize(back, 4), { stop: 2, stops: 4, following: false });
    assert.deepEqual(step(resize(back, 4), 'last'), { stop: 4, stops: 4, following: true });
  });

  it('never leaves time, whatever is asked of it', () => {
    const asks = fc.oneof(fc.integer(), fc.constantFrom('first', 'back', 'forward', 'last'));
    fc.assert(
      fc.property(fc.nat(50), fc.array(asks), (stops, asked) => {
        const cursor = asked.reduce(
          (at, ask) => (typeof ask === 'number' ? seek(at, ask) : step(at, ask)),
          resize(atTheStart, stops),
        );
        assert.ok(cursor.stop >= 0 && cursor.stop <= stops && cursor.following === (cursor.stop === stops));
      }),
    );
  });
});

describe('folding a stream', () => {
  const sum = { initial: 0, evolve: (state: number, event: number) => state + event };

  it('finds the state after any number of events, wherever the snapshots lie', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (events, every) => {
        const stream = new FoldedStream(sum, every);
        for (const event of events) stream.append(event);
        for (let count = 0; count <= events.length; count++) {
          const expected = events.slice(0, count).reduce((total, event) => total + event, 0);
          assert.deepEqual(stream.after(count), { kind: 'state', state: expected });
        }
      }),
    );
  });

  it('keeps the states before an event that cannot be applied', () => {
    const evolve = (state: number, event: number) => {
      if (event < 0) throw new Error('less than nothing');
      return state + event;
    };
    const stream = new FoldedStream({ initial: 0, evolve }, 2);
    for (const event of [1, 2, 3, -1, 4]) stream.append(event);
    assert.deepEqual(stream.after(3), { kind: 'state', state: 6 });
    assert.deepEqual(stream.after(5), { kind: 'stuck', state: 6, at: 3, message: 'less than nothing' });
  });
});

describe('what a step changed', () => {
  it('names fields that came, went and changed', () => {
    const before = leavesOf({ a: 1, b: null, gone: true });
    const now = leavesOf({ a: 1, b: 'x', fresh: [1, 2] });
    assert.deepEqual(
      diff(before, now).map(({ path, change }) => [path, change]),
      [
        ['a', 'same'],
        ['b', 'changed'],
        ['fresh', 'added'],
        ['gone', 'removed'],
      ],
    );
    assert.deepEqual(differences(now, now), []);
  });
});

describe('leaves', () => {
  it('name every field by its path', () => {
    assert.deepEqual(
      leavesOf({ player: { name: 'Ada', moves: [1, 'x', null] }, done: false }).map(({ path, text }) => [path, text]),
      [
        ['player.name', '"Ada"'],
        ['player.moves', '[1, x, null]'],
        ['done', 'false'],
      ],
    );
  });

  it('stay few and short, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const leaves = leavesOf(value as Json);
        assert.ok(leaves.length <= 200 && leaves.every(({ path, text }) => path.length < 160 && text.length < 450));
      }),
    );
    const [long] = leavesOf({ text: 'x'.repeat(10_000_000) });
    assert.match(long?.text ?? '', /10000002 characters/);
  });
});

describe('reading events of any shape', () => {
  it('knows the game’s events in either spelling, flat or nested', () => {
    const expected = { type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Bob' };
    for (const data of [
      { player_one: 'Ada', player_two: 'Bob' },
      { playerOne: 'Ada', playerTwo: 'Bob' },
      { players: { playerOne: 'Ada', playerTwo: 'Bob' } },
    ])
      assert.deepEqual(gameEventOf({ type: 'GameStarted', data }), expected);
    assert.deepEqual(gameEventOf({ type: 'MoveMade', data: { move: { player: 'Ada', column: 'D' } } }), {
      type: 'MoveMade',
      player: 'Ada',
      column: 'D',
    });
  });

  it('takes nothing else for one', () => {
    assert.equal(gameEventOf({ type: 'MoveMade', data: { player: 'Ada', column: 'Z' } }), undefined);
    assert.equal(gameEventOf({ type: 'OrderPlaced', data: {} }), undefined);
  });
});

describe('the reference fold', () => {
  it('shows board and fields after every move, and marks the newest token', () => {
    const stream = new FoldedStream(referenceFolder);
    stream.append({ type: 'GameStarted', playerOne: 'one', playerTwo: 'two' });
    stream.append({ type: 'MoveMade', player: 'one', column: 'D' });
    const [before, now] = [1, 2].map((count) => referenceMoment(stream.after(count).state));
    const board = now?.game.board ?? emptyBoard;
    assert.deepEqual(boardPicture(board, before?.game.board).last, { column: 'D', row: 0 });
    assert.deepEqual(
      differences(before?.leaves ?? [], now?.leaves ?? []).map(({ path }) => path),
      ['nextPlayer', 'board.D'],
    );
  });

  it('stops at a move that no board has room for', () => {
    const stream = new FoldedStream(referenceFolder);
    stream.append({ type: 'GameStarted', playerOne: 'one', playerTwo: 'two' });
    for (let move = 0; move < 7; move++) stream.append({ type: 'MoveMade', player: 'one', column: 'A' });
    const folded = stream.after(8);
    assert.deepEqual([folded.kind, folded.kind === 'stuck' && folded.at], ['stuck', 7]);
  });
});
