import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Observed } from '../../../../src/learner/protocol.ts';
import { createObserver, defaultObserveLimits } from '../../../../src/learner/typescript/driver/observe.ts';

/** As it arrives at the host. */
const observed = (value: unknown, observe = createObserver()): Observed => JSON.parse(JSON.stringify(observe(value)));

describe('observing a value', () => {
  const values: readonly (readonly [unknown, Observed])[] = [
    [undefined, { kind: 'nothing', written: 'undefined' }],
    [null, { kind: 'nothing', written: 'null' }],
    [true, { kind: 'boolean', value: true }],
    [-0, { kind: 'number', value: '-0' }],
    [Number.NaN, { kind: 'number', value: 'NaN' }],
    [10n, { kind: 'integer', value: '10' }],
    ['text', { kind: 'string', value: 'text' }],
    [Symbol('s'), { kind: 'other', written: 'Symbol(s)' }],
    [function named() {}, { kind: 'function', name: 'named' }],
    [new Date(0), { kind: 'date', value: '1970-01-01T00:00:00.000Z' }],
    [new Date(Number.NaN), { kind: 'date', value: 'Invalid Date' }],
    [[1], { kind: 'list', items: [{ kind: 'number', value: '1' }], identity: 1, frozen: false }],
    [new Set(['a']), { kind: 'set', items: [{ kind: 'string', value: 'a' }], identity: 1 }],
    [
      new Map([['a', 1]]),
      {
        kind: 'map',
        entries: [
          [
            { kind: 'string', value: 'a' },
            { kind: 'number', value: '1' },
          ],
        ],
        identity: 1,
      },
    ],
    [Object.freeze({}), { kind: 'object', className: 'Object', fields: [], identity: 1, frozen: true }],
    [Object.create(null), { kind: 'object', className: '', fields: [], identity: 1, frozen: false }],
  ];
  for (const [value, expected] of values) {
    it(`says what it is: ${expected.kind}`, () => assert.deepEqual(observed(value), expected));
  }

  it('reads fields and getters of a class, but no methods and nothing private', () => {
    class Game {
      readonly #hidden = 'hidden';
      shown = 1;
      get derived(): string {
        return this.#hidden.slice(0, 3);
      }
      play(): void {}
    }
    const game = observed(new Game());
    assert.ok(game.kind === 'object');
    assert.equal(game.className, 'Game');
    assert.deepEqual(
      game.fields.map(({ name }) => name),
      ['shown', 'derived'],
    );
  });

  it('tells a getter that threw from one that returned', () => {
    const value = {
      get broken(): never {
        throw new Error('not yet');
      },
    };
    const seen = observed(value);
    assert.deepEqual(seen.kind === 'object' && seen.fields, [
      { name: 'broken', value: { kind: 'unreadable', message: 'not yet' } },
    ]);
  });

  it('numbers objects, so that the same one is known again', () => {
    const observe = createObserver();
    const shared = {};
    const first = observed([shared, shared], observe);
    const second = observed(shared, observe);
    assert.ok(first.kind === 'list' && second.kind === 'object');
    assert.deepEqual(first.items[1], { kind: 'again', identity: second.identity });
  });

  it('ends in a cycle, in depth and in size', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    const small = createObserver({ ...defaultObserveLimits, depth: 2, values: 5, text: 10 });
    assert.deepEqual(observed(cycle), {
      kind: 'list',
      items: [{ kind: 'again', identity: 1 }],
      identity: 1,
      frozen: false,
    });
    assert.match(JSON.stringify(small([[[[]]]])), /nested too deep/);
    assert.match(JSON.stringify(small([1, 2, 3, 4, 5, 6, 7])), /holds too much/);
    assert.match(JSON.stringify(small('x'.repeat(11))), /11 characters/);
  });

  it('survives a proxy that throws', () => {
    const trap = () => {
      throw new Error('no');
    };
    assert.deepEqual(observed(new Proxy({}, { ownKeys: trap })), { kind: 'unreadable', message: 'no' });
    assert.deepEqual(observed(new Proxy({}, { getPrototypeOf: trap })), { kind: 'unreadable', message: 'no' });
  });
});
