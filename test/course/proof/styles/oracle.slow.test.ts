import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeMistake, readMistakes } from '../../../../src/course/proof/mistakes.ts';
import { composeSolution, typescript } from '../../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../../src/course/workspace/tree.ts';
import { exercisesFolder } from '../../exercises/composed.ts';
import { assertPlays, assertStarts } from './oracle.ts';

type Assert = (files: ReadonlyMap<string, string>) => void;

/**
 * What these assertions leave to the judges: how events are named, and what they say that their own `apply` understands;
 * and what only shows from a side that they don't look from, such as a history that today's rules would refuse.
 */
const left: Readonly<Record<string, readonly string[]>> = {
  '01-start-game': [
    'apply-asks-constraint',
    'apply-changes-event',
    'attempts-counted',
    'event-changed-on-refusal',
    'event-holds-the-game',
    'event-names-swapped',
    'event-objects-remembered',
    'live-differs-from-rebuilt',
    'names-in-a-function',
    'players-assigned-at-once',
    'players-set-by-a-helper',
    'players-set-in-the-command',
    'same-players-start-again',
    'state-set-beside-event',
    'wrong-event-type',
  ],
  '02-play-the-game': [
    'apply-asks-for-the-turn',
    'apply-asks-the-board',
    'apply-skips-out-of-turn',
    'event-changed-on-refusal',
    'event-holds-a-list',
    'finish-with-a-tie-flag',
    'finish-with-a-time',
    'finish-with-an-id',
    'finish-without-result',
    'last-column-set-in-command',
    'move-without-player',
    'result-swapped-twice',
    'result-worked-out',
    'started-after-a-tie',
    'started-after-the-end',
    'wrong-event-type',
    'wrong-player-in-event',
  ],
};

async function accepted(id: string, assertRight: Assert): Promise<string[]> {
  const of = { exercisesFolder, id, language: typescript };
  const passes: string[] = [];
  for (const mistake of await readMistakes(of)) {
    try {
      assertRight(textsOf(await composeMistake(of, mistake)));
      passes.push(mistake.name);
    } catch {
      // It was found wrong, which is what it is.
    }
  }
  return passes;
}

describe('what right programs are held to, without the judges', () => {
  for (const [id, assertRight] of [
    ['01-start-game', assertStarts],
    ['02-play-the-game', (files) => assertPlays(files, 'oracle')],
  ] as const satisfies readonly (readonly [string, Assert])[]) {
    it(`lets the solution of ${id} pass, and none of its mistakes but those left to the judges`, async () => {
      assertRight(textsOf(await composeSolution(exercisesFolder, id)));
      assert.deepEqual(await (await accepted(id, assertRight)).sort(), left[id]);
    });
  }
});
