import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSimilar } from '../../src/base/similar.ts';

describe('a name that is nearly another one', () => {
  for (const [one, other] of [
    ['prot', 'port'],
    ['playerTow', 'playerTwo'],
    ['player_tow', 'playerTwo'],
    ['event', 'events'],
    ['aply', 'apply'],
    ['processEvnets', 'processEvents'],
  ] as const) {
    it(`${one} may be ${other}`, () => assert.ok(isSimilar(one, other) && isSimilar(other, one)));
  }

  for (const [one, other] of [
    ['events', 'events'],
    ['player_one', 'playerOne'],
    ['id', 'is'],
    ['get', 'add'],
    ['playerOne', 'playerTwo'],
    ['result', 'events'],
  ] as const) {
    it(`${one} is not ${other}`, () => assert.ok(!isSimilar(one, other)));
  }
});
