import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { truthOf } from '../../../src/course/observation/observed.ts';
import type { Observed } from '../../../src/learner/protocol.ts';

describe('what a condition makes of a value', () => {
  for (const [what, value, truth] of [
    ['nothing that is there', { kind: 'nothing', written: 'undefined' }, false],
    ['what isn’t there', undefined, undefined],
    ['a flag', { kind: 'boolean', value: true }, true],
    ['a flag that is down', { kind: 'boolean', value: false }, false],
    ['an empty text', { kind: 'string', value: '' }, false],
    ['a text', { kind: 'string', value: 'TIED' }, true],
    ['zero', { kind: 'integer', value: '0' }, false],
    ['no number', { kind: 'number', value: 'NaN' }, false],
    ['a number', { kind: 'number', value: '0.5' }, true],
    ['a list', { kind: 'list', items: [], identity: 1, frozen: false }, true],
    ['a function, which has to be called', { kind: 'function', name: 'isFinished' }, undefined],
  ] as const satisfies readonly (readonly [string, Observed | undefined, boolean | undefined])[]) {
    it(`is ${truth} for ${what}`, () => assert.equal(truthOf(value), truth));
  }
});
