import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { providePackages } from '../../../../src/learner/typescript/packages/provide-packages.ts';

function folderWith(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ground-up-provide-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('providing packages', () => {
  it('puts those that are missing into node_modules, scoped ones too', async (t) => {
    const provided = folderWith(t, { '@a/b/index.js': 'ab', 'c/index.js': 'c' });
    const workspace = folderWith(t, {});
    assert.deepEqual([...(await providePackages(workspace, provided))].sort(), ['@a/b', 'c']);
    assert.equal(readFileSync(join(workspace, 'node_modules/@a/b/index.js'), 'utf8'), 'ab');
  });

  it('leaves what the learner has installed', async (t) => {
    const provided = folderWith(t, { 'c/index.js': 'provided', 'd/index.js': 'd' });
    const workspace = folderWith(t, { 'node_modules/c/index.js': 'theirs' });
    assert.deepEqual(await providePackages(workspace, provided), ['d']);
    assert.equal(readFileSync(join(workspace, 'node_modules/c/index.js'), 'utf8'), 'theirs');
  });

  it('copes with two windows at once', async (t) => {
    const provided = folderWith(t, { 'c/index.js': 'c' });
    const workspace = folderWith(t, {});
    await Promise.all([providePackages(workspace, provided), providePackages(workspace, provided)]);
    assert.equal(readFileSync(join(workspace, 'node_modules/c/index.js'), 'utf8'), 'c');
  });

  it('does nothing when there is nothing to bring', async (t) => {
    const workspace = folderWith(t, {});
    assert.deepEqual(await providePackages(workspace, join(workspace, 'nowhere')), []);
    assert.equal(existsSync(join(workspace, 'node_modules')), false);
  });
});
