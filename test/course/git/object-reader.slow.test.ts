import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gitIn } from '../../../src/course/git/git.ts';
import { ObjectReader, readObjects } from '../../../src/course/git/object-reader.ts';
import { writeBlob } from '../../../src/course/git/write-objects.ts';
import { type Owner, temporaryFolder } from '../workspace/fixture.ts';

/** A repository with these blobs, and their ids. */
async function withBlobs(test: Owner, contents: readonly Buffer[]) {
  const git = gitIn(await temporaryFolder(test), 'git');
  await git.run(['init', '--quiet']);
  const ids: string[] = [];
  for (const content of contents) ids.push(await writeBlob(git, content));
  return { git, ids };
}

/** Bytes that hold line breaks and lines like git's own, larger than any pipe takes at once. */
const large = Buffer.concat(Array.from({ length: 50_000 }, (_, at) => Buffer.from(`${at} blob 12\n\0\n missing\n`)));
const contents = [Buffer.from('small\n'), Buffer.alloc(0), large, Buffer.from('\n'), Buffer.from('no line break')];

describe('reading objects', () => {
  it('gives each one’s bytes, however many pieces they come in', async (test) => {
    const { git, ids } = await withBlobs(test, contents);
    const read = await readObjects(git, [...ids, ...ids]);
    assert.deepEqual([...read.keys()], ids);
    for (const [at, id] of ids.entries()) assert.ok(read.get(id)?.equals(contents[at] ?? Buffer.alloc(1)), id);
  });

  it('asks no git for nothing', async (test) => {
    assert.deepEqual(await readObjects(gitIn(await temporaryFolder(test), 'no-such-git'), []), new Map());
  });

  it('goes on with the next question after what is too large, whatever it is', async (test) => {
    const { git, ids } = await withBlobs(test, contents);
    const reader = new ObjectReader(git);
    test.after(() => reader.dispose());
    const sizes = (await reader.readSmall(ids, 100)).map((object) => object?.content.length);
    assert.deepEqual(sizes, [6, 0, undefined, 1, 13]);
    const again = await reader.read(ids.slice(0, 1));
    assert.equal(again[0]?.content.toString(), 'small\n');
  });

  it('rejects when one is missing, and names it', async (test) => {
    const { git, ids } = await withBlobs(test, contents);
    const missing = '0123456789'.repeat(4);
    await assert.rejects(readObjects(git, [...ids, missing]), { name: 'GitError', message: new RegExp(missing) });
  });

  it('rejects when git ends, and says why', async (test) => {
    const { git, ids } = await withBlobs(test, contents);
    const reader = new ObjectReader(git);
    reader.dispose();
    await assert.rejects(reader.read(ids), { name: 'GitError' });
  });
});
