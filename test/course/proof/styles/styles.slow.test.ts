import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stylePrograms } from '../../../../src/course/proof/styles/style-programs.ts';
import { openThrowawayStore } from '../../../../src/grpc/throwaway-store.ts';
import { exercisesFolder } from '../../exercises/composed.ts';
import { assertPlays, assertStarts } from './oracle.ts';
import { assertStores } from './stored-oracle.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

describe('x', () => {
  it('start', async () => {
    for (const program of await stylePrograms(exercisesFolder, '01-start-game', 'a', numbers(300))) {
      try {
        assertStarts(program.files);
      } catch (e) {
        console.error(program.seed, program.choices.join('; '));
        throw e;
      }
    }
  });
  it('play', async () => {
    for (const program of await stylePrograms(exercisesFolder, '02-play-the-game', 'a', numbers(300))) {
      try {
        assertPlays(program.files, program.seed);
      } catch (e) {
        console.error(program.seed, program.choices.join('; '));
        throw e;
      }
    }
  });

  it('store', async () => {
    const store = await openThrowawayStore();
    assert.ok(store.kind === 'opened');
    for (const program of await stylePrograms(exercisesFolder, '03-persisting-the-events', 'a', numbers(40))) {
      try {
        await assertStores(program.files, program.seed, store);
      } catch (e) {
        console.error(program.seed, program.choices.join('; '));
        throw e;
      }
    }
    await store.close();
  });
});
