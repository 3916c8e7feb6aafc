import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gitIn } from '../../../src/course/git/git.ts';
import type { Repository } from '../../../src/course/git/repository.ts';
import { writeBlob, writeBlobs } from '../../../src/course/git/write-objects.ts';
import { applyFileChanges } from '../../../src/course/workspace/change/apply-file-changes.ts';
import type { FileChange } from '../../../src/course/workspace/change/file-changes.ts';
import { type Owner, temporaryFolder, write } from './fixture.ts';
import { filesIn } from './folder-state.ts';

async function repositoryWith(test: Owner, files: Record<string, string>) {
  const folder = await temporaryFolder(test);
  const git = gitIn(folder, 'git');
  await git.run(['init', '--quiet']);
  await write(folder, files);
  const repository: Repository = { folder, git, gitFolder: join(folder, '.git') };
  const kept = await writeBlobs(repository, new Map(Object.keys(files).map((path) => [path, '100644'])));
  const entry = async (text: string) => ({ mode: '100644', object: await writeBlob(git, text) });
  return { folder, repository, kept, entry };
}

describe('laying changes out', () => {
  it('turns a file into a folder and a folder into a file', async (test) => {
    const { folder, repository, kept, entry } = await repositoryWith(test, { one: '1', 'two/a/b': '2' });
    const changes: FileChange[] = [
      { path: 'one/c', before: undefined, after: await entry('c') },
      { path: 'two', before: undefined, after: await entry('t') },
      { path: 'one', before: kept.get('one'), after: undefined },
      { path: 'two/a/b', before: kept.get('two/a/b'), after: undefined },
    ];
    const before = filesIn(folder);
    const applied = await applyFileChanges(repository, changes);
    assert.equal(await readFile(join(folder, 'one/c'), 'utf8'), 'c');
    assert.equal(await readFile(join(folder, 'two'), 'utf8'), 't');
    await applied.revert();
    assert.deepEqual(filesIn(folder), before);
  });

  it('does not replace a file that was changed since it was kept, and takes back what it had done', async (test) => {
    const { folder, repository, kept, entry } = await repositoryWith(test, { a: '1', b: '2', c: '3' });
    await writeFile(join(folder, 'b'), 'saved by an editor a moment ago');
    const before = filesIn(folder);
    const after = await entry('new');
    const changes = ['a', 'b', 'c'].map((path) => ({ path, before: kept.get(path), after }));
    await assert.rejects(applyFileChanges(repository, changes), /b was changed by something else/);
    assert.deepEqual(filesIn(folder), before);
  });

  it('does not replace a file that came since', async (test) => {
    const { folder, repository, entry } = await repositoryWith(test, { a: '1' });
    await write(folder, { 'new/file': 'just made' });
    const change = { path: 'new/file', before: undefined, after: await entry('given') };
    await assert.rejects(applyFileChanges(repository, [change]), /was changed by something else/);
    assert.equal(await readFile(join(folder, 'new/file'), 'utf8'), 'just made');
  });

  it('does not begin when what was kept cannot be read back', async (test) => {
    const { folder, repository, kept } = await repositoryWith(test, { a: '1' });
    const gone = { mode: '100644', object: '1'.repeat(40) };
    await assert.rejects(applyFileChanges(repository, [{ path: 'a', before: kept.get('a'), after: gone }]), /missing/);
    assert.equal(await readFile(join(folder, 'a'), 'utf8'), '1');
  });
});
