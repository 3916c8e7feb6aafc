import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readMistakes } from '../../../src/course/proof/mistakes.ts';
import { inRoot } from '../../../src/dev/root.ts';

const exercisesFolder = inRoot('exercises');

/** What the judges of an exercise can call a mistake. */
function verdictsOf(exercise: string): readonly string[] {
  const sources = globSync(`${exercise}/steps/**/*.ts`, { cwd: exercisesFolder });
  return sources.flatMap((file) =>
    [...readFileSync(inRoot('exercises', file), 'utf8').matchAll(/notYet\(\s*'([a-z0-9-]+)'/g)].map(
      ([, verdict = '']) => verdict,
    ),
  );
}

describe('what an exercise can tell', () => {
  for (const id of ['01-start-game', '02-play-the-game', '03-persisting-the-events']) {
    it(`has a program for each verdict of ${id}`, async () => {
      const verdicts = verdictsOf(id);
      assert.ok(verdicts.length > 10);
      const mistakes = await readMistakes({ exercisesFolder, id, language: 'typescript' });
      const told = new Set(mistakes.map(({ name, toldAs = name }) => toldAs));
      assert.deepEqual(
        verdicts.filter((verdict) => !told.has(verdict)),
        [],
      );
    });
  }
});
