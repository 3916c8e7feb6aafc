import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../src/cli/check.ts';
import { findResources } from '../../src/cli/resources.ts';
import { composeSolution, composeStart } from '../../src/course/workspace/compose.ts';
import { type Tree, textsOf } from '../../src/course/workspace/tree.ts';
import { inRoot } from '../../src/dev/root.ts';
import { temporaryFolder, write } from '../course/workspace/fixture.ts';
import { exercisesFolder } from '../hosts.ts';
import { interpreters } from '../learner/python/interpreters.ts';

const [interpreter] = interpreters;
const skip = interpreter === undefined && 'There is no Python 3.11 or later on this machine.';

const id = '01-start-game';

describe('ground-up check of code in Python', { skip }, () => {
  const checked = async (tree: Tree, directory: string, options: { language?: string; interpreter?: string } = {}) => {
    const said: string[] = [];
    await write(directory, Object.fromEntries(textsOf(tree)));
    const code = await check({
      directory,
      exercise: '1',
      json: false,
      interpreter: interpreter?.executable,
      ...options,
      resources: findResources(inRoot('src/cli')),
      print: (text) => said.push(text),
    });
    return { code, said: said.join('\n') };
  };

  it('passes the solution, found to be Python by its files', async (test) => {
    const tree = await composeSolution(exercisesFolder, id, 'python');
    const { code, said } = await checked(tree, await temporaryFolder(test));
    assert.equal(code, 0, said);
  });

  it('tells a beginning that it is one, in the words of Python', async (test) => {
    const tree = await composeStart(exercisesFolder, id, 'python');
    const { code, said } = await checked(tree, await temporaryFolder(test));
    assert.equal(code, 1, said);
    assert.match(said, /A new `Game` has no `player_one`/);
    assert.match(said, /src\/connect_four\/domain\/game\.py/);
    assert.doesNotMatch(said, /playerOne|undefined/);
  });

  it('says which line installs a package that is missing', async (test) => {
    const file = 'src/connect_four/domain/game.py';
    const tree = new Map([[file, Buffer.from('import nobody_has_this\n\nclass Game: ...\n')]]);
    const { code, said } = await checked(tree, await temporaryFolder(test));
    assert.equal(code, 2, said);
    assert.match(said, /-m pip install nobody_has_this/);
  });

  it('couldn’t run without an interpreter, and says what to do', async (test) => {
    const tree = await composeStart(exercisesFolder, id, 'python');
    const { code, said } = await checked(tree, await temporaryFolder(test), { interpreter: '/nowhere/python' });
    assert.equal(code, 2, said);
    assert.match(said, /There is no \/nowhere\/python, named by --python\. Install Python 3\.11/);
  });

  it('knows no other languages', async (test) => {
    const tree = await composeStart(exercisesFolder, id, 'python');
    const { code, said } = await checked(tree, await temporaryFolder(test), { language: 'cobol' });
    assert.equal(code, 2);
    assert.match(said, /There is no language “cobol”\. There are: typescript, python/);
  });
});
