import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { equivalentsFile, readEquivalents } from '../../../../src/course/proof/mutation/equivalents.ts';
import { keyText, mutantsOf } from '../../../../src/course/proof/mutation/mutants.ts';

const listed = {
  file: 'src/domain/game.ts',
  operator: 'statement-removed',
  was: 'a();',
  becomes: '',
  why: 'Nothing that can be seen comes of it.',
};

describe('the list of equivalent mutants', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'equivalents-'));
  });
  after(() => rm(folder, { recursive: true }));
  const given = (list: unknown) => writeFile(join(folder, equivalentsFile), JSON.stringify(list));

  it('is empty where there is none', async () => {
    assert.equal((await readEquivalents(folder)).size, 0);
  });

  it('names a mutant by what it changes', async () => {
    await given([listed]);
    const equivalents = await readEquivalents(folder);
    const [mutant] = mutantsOf('src/domain/game.ts', 'function f() {\n  a();\n}');
    assert.ok(mutant);
    assert.equal(equivalents.get(keyText(mutant))?.why, listed.why);
  });

  it('has to give a reason', async () => {
    const { why, ...unexplained } = listed;
    assert.notEqual(why, '');
    await given([unexplained]);
    await assert.rejects(readEquivalents(folder), /equivalents\.json is no list of equivalent mutants.*why/);
  });
});
