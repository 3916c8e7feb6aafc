import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Seen } from '../../../src/course/observation/seen.ts';
import { stringsOf } from '../../../src/course/observation/seen-event.ts';
import type { Observed, Outcome } from '../../../src/learner/protocol.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';

const text = (value: string): Observed => ({ kind: 'string', value });

function object(identity: number, fields: Readonly<Record<string, Observed>>): Observed {
  const members = Object.entries(fields).map(([name, value]) => ({ name, value }));
  return { kind: 'object', className: 'Object', fields: members, identity, frozen: false };
}

function seenEvents(...items: readonly Observed[]): Seen<'after'> {
  const events: Observed = { kind: 'list', items, identity: 1, frozen: false };
  const read: Outcome = { kind: 'read', members: [{ name: 'events', value: events }] };
  return new Seen(new Map([['after', [read]]]), new Map(), typescript);
}

describe('events that were seen', () => {
  it('are told in full, even where two of them share a part', () => {
    const ada = object(3, { name: text('Ada') });
    const first = object(2, { type: text('MoveMade'), by: ada });
    const second = object(4, { type: text('MoveMade'), by: { kind: 'again', identity: 3 } });
    assert.deepEqual(seenEvents(first, second).events('after')?.map(stringsOf), [['Ada'], ['Ada']]);
  });

  it('are told in full where one object stands there twice', () => {
    const move = object(2, { type: text('MoveMade'), player: text('Grace') });
    const events = seenEvents(move, { kind: 'again', identity: 2 }).events('after') ?? [];
    assert.deepEqual(events.map(stringsOf), [['Grace'], ['Grace']]);
    assert.equal(events[0]?.identity, events[1]?.identity);
  });

  it('may contain themselves', () => {
    const round = object(2, { type: text('MoveMade'), self: { kind: 'again', identity: 2 } });
    assert.deepEqual(seenEvents(round).events('after')?.map(stringsOf), [[]]);
  });
});

describe('several operations under one label', () => {
  const thrown = (message: string): Outcome => ({
    kind: 'threw',
    thrown: { name: 'Error', message, isError: true, origin: 'learner', deliberate: true, frames: [] },
  });
  const returned: Outcome = { kind: 'returned', value: { kind: 'nothing', written: 'undefined' } };

  it('tell the first thing that was thrown, and where', () => {
    const seen = new Seen<'moves'>(
      new Map([['moves', [returned, thrown('one'), thrown('two')]]]),
      new Map(),
      typescript,
    );
    assert.equal(seen.firstThrown('moves')?.index, 1);
    assert.equal(seen.thrown('moves')?.message, 'one');
    assert.equal(seen.outcomes('moves').length, 3);
  });

  it('tell nothing when nothing was thrown', () => {
    const seen = new Seen<'moves'>(new Map([['moves', [returned, returned]]]), new Map(), typescript);
    assert.equal(seen.thrown('moves'), undefined);
  });
});
