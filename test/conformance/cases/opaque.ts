import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { read, type WithStore } from '../harness.ts';

/** For stores that are handed bytes; the official client hands values over and writes the JSON itself. */
export function opaque(withStore: WithStore): void {
  describe('the data of an event', () => {
    const samples: readonly (readonly [string, string])[] = [
      ['JSON with its own spacing', '{ "a" :  1 }'],
      ['a number that no double can hold', '{"$tb":9223372036854775807}'],
      ['what is no JSON at all', '{"broken'],
      ['nothing', ''],
    ];
    for (const [title, text] of samples) {
      it(
        `is kept to the byte and never validated: ${title}`,
        withStore(async ({ store }) => {
          const event = {
            ...jsonEvent({ type: 'A', data: null }),
            data: Buffer.from(text),
            metadata: Buffer.from(text),
          };
          await store.append('game-1', [event], 'any');
          const [stored] = await read(store, 'game-1');
          assert.ok(stored?.event);
          assert.equal(Buffer.from(stored.event.data).toString(), text);
          assert.equal(Buffer.from(stored.event.metadata).toString(), text);
          assert.equal(stored.event.contentType, 'json');
        }),
      );
    }
  });
}
