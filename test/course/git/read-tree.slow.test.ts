import assert from 'node:assert/strict';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { listBranches, matchesBranch } from '../../../src/course/git/branches.ts';
import { gitIn } from '../../../src/course/git/git.ts';
import { isSourceOf, readCommit, readCommits } from '../../../src/course/git/read-tree.ts';
import { openRepository } from '../../../src/course/git/repository.ts';
import { exerciseByFiles, exerciseNamed } from '../../../src/course/workspace/exercise-of.ts';
import { makeTutorial } from '../../../src/course/workspace/tutorial.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { everyByte, type Owner, smallCourse, temporaryFolder, write } from '../workspace/fixture.ts';

const sources = { wanted: isSourceOf(typescript) };

async function tutorial(test: Owner) {
  const exercisesFolder = await smallCourse(test);
  const folder = join(await temporaryFolder(test), 'workspace');
  await makeTutorial({ folder, exercisesFolder, git: 'git' });
  return { exercisesFolder, folder, git: gitIn(folder, 'git') };
}

describe('the branches to pick from', () => {
  it('are the local ones first, then those of every remote, told apart by name', async (test) => {
    const { folder, git } = await tutorial(test);
    const head = await git.text(['rev-parse', '02-exercise-two']);
    await git.run(['remote', 'add', 'room/1', join(folder, 'nowhere')]);
    await git.run(['update-ref', 'refs/remotes/room/1/learner/ann/02-exercise-two', head]);
    await git.run(['symbolic-ref', 'refs/remotes/room/1/HEAD', 'refs/remotes/room/1/learner/ann/02-exercise-two']);
    const branches = await listBranches(git);
    assert.deepEqual(
      branches.map(({ label }) => label),
      [
        '00-read',
        '01-exercise-one',
        '02-exercise-two',
        '03-exercise-three',
        'main',
        'solutions/01-exercise-one',
        'solutions/02-exercise-two',
        'solutions/03-exercise-three',
        'room/1/learner/ann/02-exercise-two',
      ],
    );
    const theirs = branches.at(-1);
    assert.equal(theirs?.remote, 'room/1');
    assert.equal(theirs?.name, 'learner/ann/02-exercise-two');
    assert.equal(theirs?.commit, head);
    assert.equal(theirs?.author, 'Ground Up');
    assert.deepEqual(
      branches.filter(({ current }) => current).map(({ name }) => name),
      ['00-read'],
    );
    assert.equal(branches.filter(({ isSolution }) => isSolution).length, 3);
  });

  it('are none in a repository without commits', async (test) => {
    const git = gitIn(await temporaryFolder(test), 'git');
    await git.run(['init', '--quiet']);
    assert.deepEqual(await listBranches(git), []);
  });

  it('fit a pattern with or without the remote’s name', () => {
    const branch = { label: 'origin/learner/ann/01-exercise-one', name: 'learner/ann/01-exercise-one' };
    for (const pattern of ['learner/*', 'origin/*', '*/01-exercise-one', branch.name, '*']) {
      assert.ok(matchesBranch(branch, pattern), pattern);
    }
    for (const pattern of ['learner', 'earner/*', 'learner/.*/02*', '']) {
      assert.ok(!matchesBranch(branch, pattern), pattern);
    }
  });
});

describe('reading what is on a branch', () => {
  it('gives the learner’s sources, and nothing else', async (test) => {
    const { git } = await tutorial(test);
    const commit = await git.text(['rev-parse', 'solutions/03-exercise-three']);
    assert.deepEqual(Object.fromEntries(await readCommit(git, commit, sources)), {
      'src/domain/board.ts': 'export const board = [];\n',
      'src/domain/errors.ts': 'export class ThreeError extends Error {}\n',
      'src/domain/game.ts': 'export class Game { two = 2; }\n',
      'src/persistence/store.ts': 'export const store = 33;\n',
    });
    const tests = await readCommit(git, commit, { wanted: (path) => path.startsWith('test/') });
    assert.deepEqual([...tests.keys()], ['test/game.test.ts']);
  });

  it('reads many at once, empty files and names with spaces too', async (test) => {
    const { folder, git } = await tutorial(test);
    await write(folder, { 'src/my file é.ts': '', 'src/"odd\tname".ts': 'odd' });
    await git.run(['add', '.']);
    await git.run(['-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'mine']);
    const commits = (await git.text(['rev-parse', 'HEAD', '01-exercise-one', 'HEAD'])).split('\n');
    const read = await readCommits(git, commits, sources);
    assert.equal(read.size, 2);
    assert.equal(read.get(commits[0] ?? '')?.get('src/my file é.ts'), '');
    assert.equal(read.get(commits[0] ?? '')?.get('src/"odd\tname".ts'), 'odd');
    assert.deepEqual([...(read.get(commits[1] ?? '')?.keys() ?? [])], ['src/domain/game.ts']);
  });

  it('changes nothing at all, whatever state the tree is in', async (test) => {
    const { folder, git } = await tutorial(test);
    await write(folder, { 'README.md': 'Changed.\n', 'new.ts': 'untracked', 'staged.ts': 'staged' });
    await git.run(['add', 'staged.ts']);
    await rm(join(folder, '.gitignore'));
    await writeFile(join(folder, '.git', 'index.lock'), '');
    const before = await everyByte(folder);
    const branches = await listBranches(git);
    await readCommits(
      git,
      branches.map(({ commit }) => commit),
      sources,
    );
    assert.equal((await openRepository(folder, 'git')).kind, 'repository');
    assert.deepEqual(await everyByte(folder), before);
  });

  it('passes over what is no code of anybody’s: links, and files too large to have been typed', async (test) => {
    const { folder, git } = await tutorial(test);
    await write(folder, { 'src/a-large.json': ' '.repeat(1_000_001), 'src/b-just.json': ' '.repeat(1_000_000) });
    await symlink('domain/game.ts', join(folder, 'src', 'c-link.ts'));
    await git.run(['checkout', '--quiet', '01-exercise-one']);
    await git.run(['add', '.']);
    await git.run(['-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'mine']);
    const read = await readCommit(git, await git.text(['rev-parse', 'HEAD']), sources);
    assert.deepEqual([...read.keys()], ['src/b-just.json', 'src/domain/game.ts']);
    assert.equal(read.get('src/b-just.json')?.length, 1_000_000);
  });

  it('is not led astray by a tree that git would never have written', async (test) => {
    const { git } = await tutorial(test);
    for (const content of ['100644', '100644 game.ts\0short', '40000 src', '\0\0\0']) {
      const tree = await git.text(['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'], { input: content });
      const identity = {
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@b',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@b',
      };
      const commit = await git.text(['commit-tree', tree, '-m', 'odd'], { environment: identity });
      await assert.rejects(readCommit(git, commit, sources), { name: 'GitError' }, JSON.stringify(content));
    }
  });

  it('says so when there is no git', async (test) => {
    const { folder, git } = await tutorial(test);
    const commit = await git.text(['rev-parse', 'main']);
    await assert.rejects(readCommit(gitIn(folder, 'no-such-git'), commit, sources), /could not be started/);
  });

  it('stops when it is told to', async (test) => {
    const { git } = await tutorial(test);
    const commit = await git.text(['rev-parse', 'main']);
    await assert.rejects(readCommit(git, commit, { ...sources, signal: AbortSignal.abort() }), { name: 'AbortError' });
    const stopping = new AbortController();
    const reading = readCommit(git, commit, { ...sources, signal: stopping.signal });
    stopping.abort();
    await assert.rejects(reading, { name: 'AbortError' });
  });

  it('says so when something is missing', async (test) => {
    const { git } = await tutorial(test);
    await assert.rejects(readCommit(git, '0'.repeat(40), sources), /git|object/);
  });
});

describe('the exercise a branch belongs to', () => {
  const exercises = [
    { id: '01-start-game', branch: '01-exercise-start-game' },
    { id: '02-play', branch: '02-exercise-play' },
  ];

  it('is the one it is named after', () => {
    for (const [branch, id] of [
      ['01-exercise-start-game', '01-start-game'],
      ['solutions/02-exercise-play', '02-play'],
      ['learner/ann/01-exercise-start-game', '01-start-game'],
      ['ann-02-play', '02-play'],
      ['02-exercise-play-after-01-exercise-start-game', '02-play'],
      ['101-start-game', undefined],
      ['main', undefined],
    ] as const) {
      assert.equal(exerciseNamed(exercises, branch)?.id, id, branch);
    }
  });

  it('is otherwise the last one whose given files are there', async (test) => {
    const course = await smallCourse(test);
    const files = ['src/domain/game.ts', 'src/domain/board.ts', 'src/own.ts'];
    assert.equal(await exerciseByFiles(course, new Set(files), typescript), '02-two');
    assert.equal(await exerciseByFiles(course, new Set(files.slice(0, 1)), typescript), '01-one');
    assert.equal(await exerciseByFiles(course, new Set(['other.ts']), typescript), undefined);
  });
});

describe('opening a repository', () => {
  it('takes no repository above the folder for the learner’s', async (test) => {
    const parent = await temporaryFolder(test);
    await gitIn(parent, 'git').run(['init', '--quiet']);
    await write(parent, { 'below/file': '' });
    assert.deepEqual(await openRepository(join(parent, 'below'), 'git'), { kind: 'none' });
  });

  it('says what is wrong with one that cannot be used', async (test) => {
    const { folder } = await tutorial(test);
    const noGit = await openRepository(folder, undefined);
    assert.match(noGit.kind === 'refused' ? noGit.sentence : '', /there is no git on this machine/);
    await writeFile(join(folder, '.git', 'HEAD'), 'nonsense');
    const broken = await openRepository(folder, 'git');
    assert.match(broken.kind === 'refused' ? broken.sentence : '', /cannot be used as a git repository/);
  });
});
