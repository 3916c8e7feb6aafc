import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeMistake, readMistakes } from '../../../../src/course/proof/mistakes.ts';
import { composeSolution, typescript } from '../../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../../src/course/workspace/tree.ts';
import { exercisesFolder } from '../../exercises/composed.ts';
import { assertPlays, assertStarts } from './oracle.ts';

type Assert = (files: ReadonlyMap<string, string>) => void;

/** What behaviour does not show: how events are named, and what they say that their own `apply` understands. */
const left: Readonly<Record<string, readonly string[]>> = {
  '01-start-game': ['event-names-swapped', 'state-set-beside-event', 'wrong-event-type'],
  '02-play-the-game': ['finish-without-result', 'move-without-player', 'wrong-event-type', 'wrong-player-in-event'],
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
    it(`lets the solution of ${id} pass, and none of its mistakes but those of names and content`, async () => {
      assertRight(textsOf(await composeSolution(exercisesFolder, id)));
      assert.deepEqual(await (await accepted(id, assertRight)).sort(), left[id]);
    });
  }
});
