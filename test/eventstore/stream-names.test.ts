import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { targetOf } from '../../src/eventstore/link.ts';
import {
  categoryOf,
  describedBy,
  indexStreamsOf,
  isIndexStream,
  metastreamOf,
} from '../../src/eventstore/stream-names.ts';

describe('the name of a stream', () => {
  it('tells the category by the first dash', () => {
    const names = ['game-1', 'game-1-a', 'game', '-game', '$ce-game', '$$game-1', ''];
    assert.deepEqual(names.map(categoryOf), ['game', 'game', undefined, undefined, undefined, undefined, undefined]);
  });

  it('tells whose metadata a stream holds', () => {
    assert.equal(describedBy(metastreamOf('game-1')), 'game-1');
    assert.equal(describedBy('$ce-game'), undefined);
  });

  it('tells which streams the standard projections keep', () => {
    assert.deepEqual(['$ce-game', '$et-MoveMade', 'game-$ce-1', '$all'].map(isIndexStream), [true, true, false, false]);
  });

  it('and a type tell in which of those an event stands', () => {
    assert.deepEqual(indexStreamsOf({ stream: 'game-1', type: 'MoveMade' }), ['$ce-game', '$et-MoveMade']);
    assert.deepEqual(indexStreamsOf({ stream: '$$game-1', type: '$metadata' }), ['$et-$metadata']);
    assert.deepEqual(indexStreamsOf({ stream: 'mine', type: '$>' }), []);
  });
});

describe('the data of a link', () => {
  it('is a revision, an at sign and a stream, which may hold at signs of its own', () => {
    const link = (text: string) => ({
      id: '',
      type: '$>',
      contentType: 'binary' as const,
      data: Buffer.from(text),
      metadata: new Uint8Array(),
      stream: 's',
      revision: 0n,
      position: 1n,
      created: 0,
    });
    assert.deepEqual(targetOf(link('12@game-1@home')), { revision: 12n, stream: 'game-1@home' });
    for (const text of ['', '12', '@game', '-1@game', 'x@game', '12@'])
      assert.equal(targetOf(link(text)), undefined, text);
  });
});
