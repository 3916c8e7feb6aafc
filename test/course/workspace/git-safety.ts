import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { listBranches } from '../../../src/course/git/branches.ts';
import { isSourceOf, readCommits } from '../../../src/course/git/read-tree.ts';
import { openRepository } from '../../../src/course/git/repository.ts';
import type { ChangeResult, TutorialWorkspace } from '../../../src/course/workspace/change/change-result.ts';
import { openWorkspace } from '../../../src/course/workspace/open-workspace.ts';
import { makeTutorial } from '../../../src/course/workspace/tutorial.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { everyByte, type Owner, smallCourse, temporaryFolder, write } from './fixture.ts';
import { answer, blobId, type FileState, filesIn, gitState, reachable } from './folder-state.ts';
import type { Operation, Place, State } from './states/state.ts';
import { states } from './states.ts';

/** Nobody's settings but the test's own, and a repository above that must not be taken for the learner's. */
process.env.GIT_CONFIG_GLOBAL = '/dev/null';
process.env.GIT_CONFIG_NOSYSTEM = '1';

let exercisesFolder = '';
let template = '';

async function placeFor(test: TestContext): Promise<Place> {
  const parent = await temporaryFolder(test);
  const [folder, outside] = [join(parent, 'a tutorial ü'), join(parent, 'outside')];
  await cp(template, folder, { recursive: true, verbatimSymlinks: true });
  await write(outside, { precious: 'precious\n', 'domain/game.ts': 'precious too\n' });
  const identity = { GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'ann@localhost' };
  const env = { ...process.env, ...identity, GIT_COMMITTER_NAME: 'Ann', GIT_COMMITTER_EMAIL: 'ann@localhost' };
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      env: { ...env, GIT_EDITOR: ':' },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trimEnd();
  git('update-index', '--refresh');
  return { folder, outside, git };
}

async function workspaceOf({ folder }: Place, git: string): Promise<TutorialWorkspace> {
  const opened = await openWorkspace({ folder, exercisesFolder, git });
  if (opened.kind === 'refused') throw new Error(opened.sentence);
  return opened.workspace;
}

const operations: Record<Exclude<Operation, 'validate'>, (workspace: TutorialWorkspace) => Promise<ChangeResult>> = {
  start: (workspace) => workspace.startExercise('02-two'),
  reset: (workspace) => workspace.resetExercise('01-one'),
  'bring along': (workspace) => workspace.bringMySolutionAlong('02-two'),
  undo: (workspace) => workspace.undo(),
};

async function tried(place: Place, git: string, operation: Exclude<Operation, 'validate'>): Promise<ChangeResult> {
  const opened = await openWorkspace({ folder: place.folder, exercisesFolder, git });
  return opened.kind === 'refused' ? opened : operations[operation](opened.workspace);
}

async function read({ folder }: Place, git: string): Promise<string | undefined> {
  const opened = await openRepository(folder, git);
  if (opened.kind !== 'repository') return opened.kind === 'refused' ? opened.sentence : 'none';
  const branches = await listBranches(opened.repository.git);
  const commits = await readCommits(
    opened.repository.git,
    branches.map(({ commit }) => commit),
    { wanted: isSourceOf(typescript) },
  );
  assert.ok(commits.size > 0);
  return undefined;
}

function isKept({ bytes }: FileState, after: FileState | undefined, objects: ReadonlySet<string>): boolean {
  return after?.bytes.equals(bytes) === true || objects.has(blobId(bytes));
}

/** Every byte of before is where it was or below a named ref. */
function assertNothingLost(
  folder: string,
  files: ReadonlyMap<string, FileState>,
  git: ReturnType<typeof gitState>,
): void {
  const [now, objects] = [filesIn(folder), reachable(folder)];
  assert.deepEqual(
    [...files].filter(([path, thing]) => !isKept(thing, now.get(path), objects)).map(([path]) => path),
    [],
  );
  const staged = git.index.split('\0').flatMap((entry) => /^(?!160000)\d+ ([0-9a-f]+)/.exec(entry)?.[1] ?? []);
  const remembered = [...git.unfinished.values()].flatMap((text) => text.match(/\b[0-9a-f]{40}\b/g) ?? []);
  const wanted = [...staged, ...git.branches.values(), ...remembered];
  assert.deepEqual(
    wanted.filter((object) => !objects.has(object) && answer(folder, 'cat-file', '-t', object) !== 'tree'),
    [],
  );
}

function assertAsBefore(folder: string, files: ReadonlyMap<string, FileState>, git: ReturnType<typeof gitState>): void {
  const now = gitState(folder);
  assert.deepEqual(filesIn(folder), files);
  assert.equal(now.head, git.head);
  assert.equal(now.index, git.index);
  assert.deepEqual(now.unfinished, git.unfinished);
  for (const [branch, commit] of git.branches) assert.equal(now.branches.get(branch), commit, branch);
}

async function assertSafe(test: TestContext, state: State, operation: Exclude<Operation, 'validate'>): Promise<void> {
  const place = await placeFor(test);
  const { folder, outside } = place;
  if (operation === 'undo') await writeAndStart(place);
  await state.prepare(place);
  const git = (await state.git?.(place)) ?? 'git';
  const [files, known, beyond] = [filesIn(folder), gitState(folder), filesIn(outside)];
  const index = await readFile(join(folder, '.git/index')).catch(() => undefined);
  const backups = answer(folder, 'for-each-ref', 'refs/ground-up/backup');

  const moved = await tried(place, git, operation);

  assert.deepEqual(filesIn(outside), beyond);
  const refusal = state.refuses?.[operation];
  if (refusal !== undefined) {
    assert.equal(moved.kind, 'refused');
    assert.match(moved.sentence, refusal);
    assertAsBefore(folder, files, known);
    assert.deepEqual(await readFile(join(folder, '.git/index')).catch(() => undefined), index);
    assert.deepEqual(gitState(folder).branches, known.branches);
    assert.equal(answer(folder, 'for-each-ref', 'refs/ground-up/backup'), backups);
    return;
  }
  assert.equal(moved.kind, 'done', moved.sentence);
  assertNothingLost(folder, files, known);
  const undone = await (await workspaceOf(place, git)).undo();
  assert.equal(undone.kind, 'done', undone.sentence);
  assertAsBefore(folder, files, known);
  assert.deepEqual(filesIn(outside), beyond);
}

/** Something to undo: work that was committed to exercise 1 on the way to exercise 2. */
async function writeAndStart(place: Place): Promise<void> {
  await write(place.folder, { 'src/domain/game.ts': 'written before\n' });
  assert.equal((await (await workspaceOf(place, 'git')).startExercise('02-two')).kind, 'done');
}

async function assertUntouched(test: TestContext, state: State): Promise<void> {
  const place = await placeFor(test);
  await state.prepare(place);
  const git = (await state.git?.(place)) ?? 'git';
  const [files, own] = [filesIn(place.folder), await everyByte(join(place.folder, '.git'))];
  const sentence = await read(place, git);
  assert.deepEqual(filesIn(place.folder), files);
  assert.deepEqual(await everyByte(join(place.folder, '.git')), own);
  const refusal = state.refuses?.validate;
  if (refusal === undefined) assert.equal(sentence, undefined);
  else assert.match(sentence ?? '', refusal);
}

/** Tries one operation with every state; each in a process of its own is as fast as the machine allows. */
export function describeSafety(operation: Operation): void {
  describe(`nothing a learner has is ever lost: ${operation}, in ${states.length} states of a tree`, {
    concurrency: 4,
  }, () => {
    const cleanUps: (() => Promise<void>)[] = [];
    before(() => makeTemplate({ after: (cleanUp) => cleanUps.push(cleanUp) }));
    after(() => Promise.all(cleanUps.map((cleanUp) => cleanUp())));
    for (const state of states) {
      it(state.name, (test) =>
        operation === 'validate' ? assertUntouched(test, state) : assertSafe(test, state, operation),
      );
    }
  });
}

async function makeTemplate(owner: Owner): Promise<void> {
  exercisesFolder = await smallCourse(owner);
  template = join(await temporaryFolder(owner), 'template');
  assert.equal((await makeTutorial({ folder: template, exercisesFolder, git: 'git' })).kind, 'repository');
  const opened = await openWorkspace({ folder: template, exercisesFolder, git: 'git' });
  assert.ok(opened.kind === 'workspace');
  assert.equal((await opened.workspace.startExercise('01-one')).kind, 'done');
}
