import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Draw } from '../../../../src/course/draw.ts';
import { stylePrograms } from '../../../../src/course/proof/styles/style-programs.ts';
import { drawStyle, namesOf } from '../../../../src/course/proof/styles/typescript/draw-style.ts';
import { choices, choicesOf, type Stage } from '../../../../src/course/proof/styles/typescript/style.ts';
import { exercisesFolder } from '../../exercises/composed.ts';

const numbers = [0, 1, 2];
const stages: readonly Stage[] = [1, 2, 3];

describe('programs in many styles', () => {
  it('are the same for the same seed, and others for another', async () => {
    const made = (seed: string) => stylePrograms(exercisesFolder, '02-play-the-game', seed, numbers);
    const [once, again, others] = [await made('a'), await made('a'), await made('b')];
    assert.deepEqual(once, again);
    assert.notDeepEqual(
      once.map(({ choices }) => choices),
      others.map(({ choices }) => choices),
    );
  });

  it('say of themselves which they are and what was chosen', async () => {
    const [program] = await stylePrograms(exercisesFolder, '01-start-game', 'a', [17]);
    assert.equal(program?.seed, 'a/01-start-game/17');
    assert.deepEqual(
      program?.choices.map((choice) => choice.split(': ')[0]),
      choicesOf(1),
    );
  });

  it('are laid over what the exercise hands out', async () => {
    const [program] = await stylePrograms(exercisesFolder, '03-persisting-the-events', 'a', [0]);
    assert.ok(program?.files.has('src/application/connect-four-app.ts'));
    assert.ok(program?.own.includes('src/persistence/event-mapping.ts'));
  });

  it('are not there for an exercise that nobody has written any for', async () => {
    assert.deepEqual(await stylePrograms(exercisesFolder, '00-event-storming', 'a', [0]), []);
  });

  for (const stage of stages) {
    it(`use every piece of every choice in exercise ${stage}, whatever excludes what`, () => {
      const draw = new Draw('every piece');
      const drawn = new Set(Array.from({ length: 2_000 }).flatMap(() => namesOf(drawStyle(draw, stage), stage)));
      const impossible = choicesOf(stage).flatMap((choice) =>
        choices[choice].pieces.map(({ name }) => `${choice}: ${name}`).filter((name) => !drawn.has(name)),
      );
      assert.deepEqual(impossible, onlyElsewhere[stage]);
    });
  }
});

/** What an exercise can't have: in the first a game has no id, in the third events are made by the mapping as well. */
const onlyElsewhere: Readonly<Record<Stage, readonly string[]>> = {
  1: ['beside: the id of the game beside'],
  2: [],
  3: ['beside: a place in the history beside', 'beside: the id of the game beside'],
};
