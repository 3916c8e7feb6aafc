import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { composeMistake, readMistakes, strayMistakes } from '../../../src/course/proof/mistakes.ts';
import { typescript } from '../../../src/course/workspace/compose.ts';
import { textsOf } from '../../../src/course/workspace/tree.ts';
import { smallCourse, write } from '../workspace/fixture.ts';

const game = 'src/domain/game.ts';

async function courseWith(test: TestContext, mistakes: unknown) {
  const exercisesFolder = await smallCourse(test);
  await write(exercisesFolder, { '01-one/typescript/mistakes.ts': `export default ${JSON.stringify(mistakes)};\n` });
  return { exercisesFolder, id: '01-one', language: typescript };
}

describe('the mistakes of an exercise', () => {
  it('are the solution with a few words changed', async (test) => {
    const of = await courseWith(test, [{ name: 'two', step: '1.1', edits: [{ file: game, was: '1', becomes: '2' }] }]);
    const [two] = await readMistakes(of);
    assert.ok(two);
    const files = textsOf(await composeMistake(of, two));
    assert.equal(files.get(game), 'export class Game { one = 2; }\n');
    assert.equal(files.get('src/domain/errors.ts'), 'export class OneError extends Error {}\n');
  });

  it('are a folder where they are a rewrite', async (test) => {
    const of = await courseWith(test, [{ name: 'wrong', step: '1.1' }]);
    const mistakes = await readMistakes(of);
    const [wrong] = mistakes;
    assert.ok(wrong);
    assert.equal(textsOf(await composeMistake(of, wrong)).get(game), 'export class Game { one = 2; }\n');
    assert.deepEqual(await strayMistakes(of, mistakes), []);
  });

  it('can’t be composed when the solution has no such words, or no such file', async (test) => {
    const of = await courseWith(test, []);
    const edit = (file: string) => ({ name: 'two', step: '1.1', edits: [{ file, was: 'three', becomes: '' }] });
    await assert.rejects(composeMistake(of, edit(game)), /game\.ts has nowhere what an edit changes: three/);
    await assert.rejects(composeMistake(of, edit('src/other.ts')), /the solution has no src\/other\.ts/);
  });

  it('are told from what nobody lists, and from what is listed twice', async (test) => {
    const two = { name: 'two', step: '1.1', edits: [{ file: game, was: '1', becomes: '2' }] };
    const of = await courseWith(test, [two, two]);
    assert.deepEqual(await strayMistakes(of, await readMistakes(of)), [
      'the folder mistakes/wrong, which no entry names',
      'two twice in mistakes.ts',
    ]);
  });

  it('have a step each', async (test) => {
    const of = await courseWith(test, [{ name: 'two' }]);
    await assert.rejects(readMistakes(of), /mistakes\.ts is no list of mistakes: .*step/);
  });
});
