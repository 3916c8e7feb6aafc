import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type CheckBranchesOptions, checkBranches } from '../../src/cli/check-branches.ts';
import { findResources } from '../../src/cli/resources.ts';
import { inRoot } from '../../src/dev/root.ts';
import { classroom } from '../course/branches/fixture.ts';
import { addBranch, attempts, solved, started } from '../course/branches/learners.ts';
import { temporaryFolder } from '../course/workspace/fixture.ts';
import { driverPath } from '../hosts.ts';

async function room(test: Pick<TestContext, 'after'>) {
  const { folder } = await classroom(test);
  addBranch(folder, 'learner/ann/01-exercise-start-game', solved);
  addBranch(folder, 'learner/bob/01-exercise-start-game', solved, attempts.forgetful);
  const run = async (options: Partial<CheckBranchesOptions>) => {
    const printed: string[] = [];
    const code = await checkBranches({
      directory: folder,
      patterns: ['learner/*'],
      exercise: undefined,
      format: 'text',
      out: undefined,
      resources: { ...findResources(inRoot('src/cli')), driverPath },
      print: (text) => printed.push(text),
      ...options,
    });
    return { code, printed: printed.join('\n') };
  };
  return { folder, run };
}

describe('ground-up check --branches', () => {
  it('prints the matrix, and tells the verdict on all by its exit code', async (test) => {
    const { run } = await room(test);
    const all = await run({});
    assert.equal(all.code, 1);
    assert.match(all.printed, /^learner\/ann\/01-exercise-start-game +✓ +✓ +✓ +✓ +✓ +✓$/m);
    assert.match(all.printed, /^learner\/bob\/01-exercise-start-game +✓ +✓ +✓ +○ +○ +✓$/m);
    assert.match(all.printed, /2 branches: 1 passed, 1 not yet$/);
    assert.equal((await run({ patterns: ['learner/ann/*', solved] })).code, 0);
    assert.equal((await run({ patterns: ['learner/ann/*', 'main'] })).code, 2);
  });

  it('checks them as the exercise it is told', async (test) => {
    const { run } = await room(test);
    const asSecond = await run({ patterns: ['learner/ann/*'], exercise: '2' });
    assert.equal(asSecond.code, 1);
    assert.match(asSecond.printed, /^Exercise 2: /);
  });

  it('prints other formats, or writes them to a file and still says what came of it', async (test) => {
    const { folder, run } = await room(test);
    assert.match((await run({ format: 'markdown' })).printed, /^\| Branch \| 1\.2 /m);
    const out = join(dirname(folder), 'branches.json');
    const written = await run({ format: 'json', out });
    assert.match(written.printed, /2 branches: 1 passed, 1 not yet$/);
    assert.match(readFileSync(out, 'utf8'), /"schema": 1/);
    const nowhere = await run({ patterns: ['learner/ann/*'], out: join(folder, 'no such folder', 'file') });
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.printed, /could not be written/);
  });

  it('says what there is instead of what was asked for', async (test) => {
    const { run } = await room(test);
    const noBranch = await run({ patterns: ['nobody/*'] });
    assert.equal(noBranch.code, 2);
    assert.match(noBranch.printed, /No branch is called “nobody\/\*”/);
    assert.ok(noBranch.printed.includes(started));
    const noFormat = await run({ format: 'html' });
    assert.equal(noFormat.code, 2);
    assert.match(noFormat.printed, /text, markdown, json, junit/);
    const noExercise = await run({ exercise: '99' });
    assert.equal(noExercise.code, 2);
    assert.match(noExercise.printed, /01-start-game/);
    const noRepository = await run({ directory: await temporaryFolder(test) });
    assert.equal(noRepository.code, 2);
    assert.match(noRepository.printed, /is not the top of a git repository/);
  });

  for (const recipe of ['github-actions.yml', 'gitlab-ci.yml']) {
    it(`finds the room’s branches in a build server’s clone, as ${recipe} asks for them`, async (test) => {
      const { folder, run } = await room(test);
      const clone = await temporaryFolder(test);
      execFileSync('git', ['clone', '--quiet', folder, clone]);
      const text = readFileSync(inRoot('docs/branches', recipe), 'utf8');
      const [, pattern = '', format = ''] = /check --branches '([^']+)' --format (\w+)/.exec(text) ?? [];
      const { code, printed } = await run({ directory: clone, patterns: [pattern], format });
      assert.equal(code, 1);
      for (const name of ['ann', 'bob']) assert.match(printed, new RegExp(`origin/learner/${name}/01-exercise`));
    });
  }
});
