import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../../src/base/json.ts';
import { differenceIn, isEventList, stateDifference } from '../../../src/course/judging/state.ts';
import type { Member } from '../../../src/learner/protocol.ts';
import { Observer } from './observe.ts';

type Fields = { readonly [name: string]: Json };

const members = (fields: Fields) => new Observer().members(fields);

describe('two objects', () => {
  it('differ in the first member that is another', () => {
    const difference = differenceIn(members({ a: 1, b: [2], c: 3 }), members({ a: 1, b: [9], c: 4 }));
    assert.equal(difference?.name, 'b');
  });

  it('differ where only one has a member, unless it says nothing', () => {
    assert.equal(differenceIn(members({ a: 1 }), members({ a: 1, b: 2 }))?.name, 'b');
    assert.equal(differenceIn(members({ a: 1 }), members({ a: 1, b: null })), undefined);
  });

  it('are not compared by their events, unless these are asked for', () => {
    const [one, other] = [members({ events: [1] }), members({ events: [] })];
    assert.equal(differenceIn(one, other), undefined);
    assert.equal(differenceIn(one, other, () => false)?.name, 'events');
  });
});

describe('a list of events', () => {
  for (const [name, isOne] of [
    ['events', true],
    ['_events', true],
    ['uncommitted_events', true],
    ['uncommitedEvents', true],
    ['eventful', false],
    ['moves', false],
  ] as const) {
    it(`is ${isOne ? '' : 'not '}what ${name} says`, () => assert.equal(isEventList(name), isOne));
  }
});

describe('an object that was made again from its events', () => {
  const event = { type: 'GameStarted', one: 'Ada' };

  function difference(live: Fields, rebuilt: Fields, always: readonly string[] = [], computed: readonly string[] = []) {
    const seen = new Observer();
    const mark = (member: Member): Member => (computed.includes(member.name) ? { ...member, computed: true } : member);
    return stateDifference({
      live: seen.members(live).map(mark),
      rebuilt: seen.members(rebuilt),
      events: [seen.event(event), seen.event({ type: 'MoveMade' })],
      fresh: [seen.members({ id: 'x' }), seen.members({ id: 'y' })],
      always,
    })?.name;
  }

  it('differs in what the events did not bring back', () =>
    assert.equal(difference({ playerOne: 'Ada' }, { playerOne: null }), 'playerOne'));

  it('may differ in what each object has for itself', () =>
    assert.equal(difference({ id: 'x', one: 1 }, { id: 'y', one: 1 }), undefined));

  it('may differ in what holds the events, under whatever name', () => {
    assert.equal(difference({ history: [event] }, { history: [] }), undefined);
    assert.equal(difference({ last: event }, { last: null }), undefined);
  });

  it('may differ in how many events there are', () => {
    assert.equal(difference({ version: 2 }, { version: 0 }), undefined);
    assert.equal(difference({ version: 1 }, { version: -1 }), undefined);
    assert.equal(difference({ score: 7 }, { score: 0 }), 'score');
  });

  it('may differ in what is worked out whenever it is asked for', () =>
    assert.equal(difference({ summary: 'a' }, { summary: 'b' }, [], ['summary']), undefined));

  it('is compared in what is always asked for, whatever that is', () => {
    assert.equal(difference({ turn: 2 }, { turn: 1 }, ['turn']), 'turn');
    assert.equal(difference({ result: 'won' }, { result: 'tied' }, ['result'], ['result']), 'result');
  });
});
