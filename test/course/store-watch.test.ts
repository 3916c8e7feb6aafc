import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { within } from '../../src/course/check-store.ts';
import { step } from '../../src/course/exercise.ts';
import { passed } from '../../src/course/feedback/feedback.ts';
import { connectShared } from '../../src/course/scenario.ts';
import { StoreWatch } from '../../src/course/store-watch.ts';
import { jsonEvent } from '../../src/eventstore/events.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';

const stepOf = (number: string, storeAfter: readonly 'client'[] = []) =>
  step({
    number,
    title: '',
    place: { module: 'domain/game' },
    draw: () => undefined,
    scenario: () => ({ client: connectShared() }),
    storeAfter,
    judge: () => passed,
    hints: [],
    afterwards: '',
  }).drawn('seed');

describe('a check’s store, watched', () => {
  it('tells each step what was written while it ran, and what stood there before as nobody’s', async (test) => {
    const store = openMemoryStore();
    test.after(() => store.dispose());
    const write = (stream: string, type: string) => store.append(stream, [jsonEvent({ type, data: {} })], 'any');
    const [one, two] = [stepOf('1'), stepOf('2', ['client'])];
    await write('shared', 'Prepared');
    const watch = await StoreWatch.begin(store);

    await write('shared', 'ByOne');
    await watch.partEnded(one, 'client');
    await write('other', 'ByTwo');
    await watch.partEnded(two, 'client');
    await write('shared', 'ByTwoLater');
    await watch.partEnded(two, 'another');

    const seen = await watch.seen();
    const writtenBy = (number: typeof one) => {
      const { stored, span } = seen.get(number) ?? assert.fail('The step was not seen.');
      return [...within(stored, span)].map(([stream, events]) => [stream, ...events.map(({ type }) => type)]);
    };
    assert.deepEqual(writtenBy(one), [['shared', 'ByOne']]);
    assert.deepEqual(writtenBy(two), [
      ['shared', 'ByTwoLater'],
      ['other', 'ByTwo'],
    ]);
    assert.deepEqual([...(seen.get(two)?.after.get('client')?.keys() ?? [])], ['shared', 'other']);
    assert.equal(seen.get(one)?.after.size, 0);
  });
});
