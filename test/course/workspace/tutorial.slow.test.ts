import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { init } from '../../../src/cli/init.ts';
import { gitIn } from '../../../src/course/git/git.ts';
import { composeSolution, composeStart } from '../../../src/course/workspace/compose.ts';
import { foldersRoot, isTutorial } from '../../../src/course/workspace/marker.ts';
import { readFolder, textsOf } from '../../../src/course/workspace/tree.ts';
import { makeTutorial } from '../../../src/course/workspace/tutorial.ts';
import { type Owner, smallCourse, temporaryFolder, write } from './fixture.ts';

async function made(test: Owner, name = 'my tutorial ü') {
  const exercisesFolder = await smallCourse(test);
  const parent = await temporaryFolder(test);
  const folder = join(parent, name);
  const result = await makeTutorial({ folder, exercisesFolder, git: 'git' });
  return { exercisesFolder, parent, folder, result, git: gitIn(folder, 'git') };
}

describe('making the tutorial with git', () => {
  it('has a branch for every exercise and its solution, and stands on the first', async (test) => {
    const { folder, result, git } = await made(test);
    const branches = ['main', '00-read', '01-exercise-one', 'solutions/01-exercise-one', '02-exercise-two'];
    const later = ['solutions/02-exercise-two', '03-exercise-three', 'solutions/03-exercise-three'];
    assert.deepEqual(result, {
      kind: 'repository',
      open: folder,
      exercise: '00-read',
      branches: [...branches, ...later],
    });
    const found = (await git.text(['for-each-ref', '--format=%(refname:short)', 'refs/heads'])).split('\n');
    assert.deepEqual(found.sort(), [...branches, ...later].sort());
    assert.equal(await git.text(['symbolic-ref', 'HEAD']), 'refs/heads/00-read');
    assert.equal(await git.text(['status', '--porcelain']), '');
    assert.ok(await isTutorial(folder));
  });

  it('lets each start follow from the solution before it, and each solution from its start', async (test) => {
    const { git } = await made(test);
    const commit = (revision: string) => git.text(['rev-parse', revision]);
    assert.equal(await commit('01-exercise-one^'), await commit('main'));
    assert.equal(await commit('solutions/01-exercise-one^'), await commit('01-exercise-one'));
    assert.equal(await commit('02-exercise-two^'), await commit('solutions/01-exercise-one'));
    assert.equal(await commit('solutions/03-exercise-three~5'), await commit('01-exercise-one'));
  });

  it('has on each branch just what is composed', async (test) => {
    const { exercisesFolder, folder, git } = await made(test);
    const start = await composeStart(exercisesFolder, '03-three');
    const solution = await composeSolution(exercisesFolder, '03-three');
    for (const [branch, tree] of [
      ['03-exercise-three', start],
      ['solutions/03-exercise-three', solution],
    ] as const) {
      const names = (await git.text(['ls-tree', '-r', '--name-only', branch])).split('\n');
      assert.deepEqual(names, [...tree.keys()]);
      for (const [path, text] of textsOf(tree)) {
        assert.equal((await git.run(['cat-file', 'blob', `${branch}:${path}`])).toString(), text);
      }
    }
    assert.equal(await readFile(join(folder, 'README.md'), 'utf8'), 'Welcome.\n');
  });

  it('makes the same commits every time, so that the branches of many learners fit together', async (test) => {
    const [one, other] = [await made(test), await made(test)];
    const tip = 'solutions/03-exercise-three';
    assert.equal(await one.git.text(['rev-parse', tip]), await other.git.text(['rev-parse', tip]));
  });

  it('is a repository of its own inside another one', async (test) => {
    const parent = await temporaryFolder(test);
    await gitIn(parent, 'git').run(['init', '--quiet']);
    const folder = join(parent, 'inside');
    const result = await makeTutorial({ folder, exercisesFolder: await smallCourse(test), git: 'git' });
    assert.equal(result.kind, 'repository');
    assert.equal(await gitIn(folder, 'git').text(['rev-parse', '--show-toplevel']), folder);
  });

  it('takes no hooks and no settings of the user’s', async (test) => {
    const home = await temporaryFolder(test);
    await write(home, {
      config: `[core]\n\tautocrlf = true\n\thooksPath = ${home}/hooks\n[commit]\n\tgpgSign = true\n[init]\n\ttemplateDir = ${home}/template\n\tdefaultObjectFormat = sha256\n[user]\n\tuseConfigOnly = true\n`,
      'template/hooks/post-checkout': '#!/bin/sh\nexit 1\n',
    });
    process.env.GIT_CONFIG_GLOBAL = join(home, 'config');
    test.after(() => delete process.env.GIT_CONFIG_GLOBAL);
    const { result, git, folder } = await made(test);
    assert.equal(result.kind, 'repository');
    assert.equal(await git.text(['rev-parse', 'HEAD']).then((id) => id.length), 40);
    assert.equal(await git.text(['status', '--porcelain']), '');
    assert.ok(!(await readdir(join(folder, '.git'))).includes('hooks'));
    assert.equal(await readFile(join(folder, 'README.md'), 'utf8'), 'Welcome.\n');
  });
});

describe('making the tutorial without git', () => {
  for (const [why, git, sentence] of [
    ['there is none', undefined, /^There is no git on this machine\. Each exercise is a folder/],
    ['it cannot be started', '/nowhere/git', /^Git could not be used here .*Each exercise is a folder/],
    ['it only fails', 'false', /^Git could not be used here .*Each exercise is a folder/],
  ] as const) {
    it(`puts the same files into folders when ${why}`, async (test) => {
      const exercisesFolder = await smallCourse(test);
      const parent = await temporaryFolder(test);
      const result = await makeTutorial({ folder: join(parent, 'new'), exercisesFolder, git });
      assert.ok(result.kind === 'folders');
      assert.match(result.sentence, sentence);
      assert.equal(result.open, join(parent, 'new', '00-read'));
      const start = join(parent, 'new', '02-exercise-two');
      assert.deepEqual(await readFolder(start), await composeStart(exercisesFolder, '02-two'));
      const solution = join(parent, 'new', 'solutions', '02-exercise-two');
      assert.deepEqual(await readFolder(solution), await composeSolution(exercisesFolder, '02-two'));
      assert.ok(await isTutorial(start));
      assert.equal(await foldersRoot(solution), join(parent, 'new'));
      assert.deepEqual(await readdir(parent), ['new']);
    });
  }
});

describe('where a tutorial may be made', () => {
  it('may be an empty folder, also one reached through a link', async (test) => {
    const exercisesFolder = await smallCourse(test);
    const parent = await temporaryFolder(test);
    await mkdir(join(parent, 'real'));
    await symlink(join(parent, 'real'), join(parent, 'link'));
    const result = await makeTutorial({ folder: join(parent, 'link'), exercisesFolder, git: 'git' });
    assert.equal(result.kind, 'repository');
    assert.ok((await readdir(join(parent, 'real'))).includes('.git'));
    assert.deepEqual((await readdir(parent)).sort(), ['link', 'real']);
  });

  it('is never a folder with something in it, a file, or a broken link', async (test) => {
    const exercisesFolder = await smallCourse(test);
    const parent = await temporaryFolder(test);
    await write(parent, { 'full/.hidden': 'mine', file: 'mine' });
    await symlink(join(parent, 'gone'), join(parent, 'broken'));
    for (const [name, sentence] of [
      ['full', /isn't empty, and what is in it is not touched/],
      ['file', /is a file/],
      ['broken', /leads nowhere/],
      ['file/below', /could not be made|is a file/],
    ] as const) {
      const result = await makeTutorial({ folder: join(parent, name), exercisesFolder, git: 'git' });
      assert.ok(result.kind === 'refused');
      assert.match(result.sentence, sentence);
    }
    assert.deepEqual((await readdir(parent)).sort(), ['broken', 'file', 'full']);
    assert.deepEqual(await readdir(join(parent, 'full')), ['.hidden']);
  });

  it('leaves nothing behind when the course cannot be read', async (test) => {
    const parent = await temporaryFolder(test);
    const result = await makeTutorial({ folder: join(parent, 'new'), exercisesFolder: join(parent, 'no'), git: 'git' });
    assert.equal(result.kind, 'refused');
    assert.deepEqual(await readdir(parent), []);
  });
});

describe('ground-up init', () => {
  it('says what it made and how to go on', async (test) => {
    const exercisesFolder = await smallCourse(test);
    const directory = join(await temporaryFolder(test), 'new');
    const lines: string[] = [];
    assert.equal(await init({ directory, exercisesFolder, print: (line) => lines.push(line) }), 0);
    assert.ok(lines.includes('  solutions/01-exercise-one'));
    assert.match(lines.at(-1) ?? '', /^ {2}code .*new/);
  });

  it('says why it made nothing, and ends with 2', async (test) => {
    const exercisesFolder = await smallCourse(test);
    const directory = await temporaryFolder(test);
    await writeFile(join(directory, 'mine'), 'mine');
    const lines: string[] = [];
    assert.equal(await init({ directory, exercisesFolder, print: (line) => lines.push(line) }), 2);
    assert.match(lines.join('\n'), /isn't empty/);
  });
});
