import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../src/base/json.ts';
import { connectFourPanel } from '../../src/panel/connect-four/connect-four-panel.ts';
import { atTheStart, resize, seek, step } from '../../src/timeline/cursor.ts';
import { diff, differences } from '../../src/timeline/diff.ts';
import type { EventSeen } from '../../src/timeline/entry.ts';
import { fieldValues } from '../../src/timeline/field-value.ts';
import { FoldedStream } from '../../src/timeline/fold.ts';

describe('the cursor', () => {
  it('follows what happens until somebody steps back', () => {
    const three = resize(atTheStart, 3);
    assert.deepEqual(three, { stop: 3, stops: 3, following: true });
    const back = step(three, 'back');
    assert.deepEqual(resize(back, 4), { stop: 2, stops: 4, following: false });
    assert.deepEqual(step(resize(back, 4), 'last'), { stop: 4, stops: 4, following: true });
  });

  it('never fields time, whatever is asked of it', () => {
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
    const before = fieldValues({ a: 1, b: null, gone: true });
    const now = fieldValues({ a: 1, b: 'x', fresh: [1, 2] });
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

describe('fields', () => {
  it('name every field by its path', () => {
    assert.deepEqual(
      fieldValues({ player: { name: 'Ada', moves: [1, 'x', null] }, done: false }).map(({ path, text }) => [
        path,
        text,
      ]),
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
        const fields = fieldValues(value as Json);
        assert.ok(fields.length <= 200 && fields.every(({ path, text }) => path.length < 160 && text.length < 450));
      }),
    );
    const [long] = fieldValues({ text: 'x'.repeat(10_000_000) });
    assert.match(long?.text ?? '', /10000002 characters/);
  });
});

describe('the reference fold', () => {
  const { reference } = connectFourPanel;
  const started = { type: 'GameStarted', data: { player_one: 'one', player_two: 'two' } };
  const move = (column: string) => ({ type: 'MoveMade', data: { player: 'one', column } });
  const folded = (...events: readonly EventSeen[]) => {
    const fold = reference.newFold();
    for (const event of events) fold.append(event);
    return fold;
  };

  it('shows every field after every event, and what each of them changed', () => {
    const fold = folded(started, move('D'));
    const changed = differences(fold.after(1).fields, fold.after(2).fields).map(({ path }) => path);
    assert.deepEqual(changed, ['nextPlayer', 'board.D']);
    assert.equal(fold.after(0).fields[0]?.kind, 'absent');
  });

  it('is not changed by what is no event of the aggregate', () => {
    const fold = folded(started, { type: 'OrderPlaced', data: { by: 'one' } });
    assert.deepEqual(differences(fold.after(1).fields, fold.after(2).fields), []);
  });

  it('stops at an event that cannot have happened', () => {
    const fold = folded(started, ...Array.from({ length: 7 }, () => move('A')));
    assert.equal(fold.after(7).stuck, undefined);
    assert.equal(fold.after(8).stuck?.entry, 7);
  });
});
