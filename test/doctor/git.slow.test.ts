import assert from 'node:assert/strict';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gitIn } from '../../src/course/git/git.ts';
import { examineAll } from '../../src/doctor/examine.ts';
import { gitExamination, identityExamination, saveIdentity } from '../../src/doctor/git.ts';
import { temporaryFolder } from '../course/workspace/fixture.ts';
import { isWell, look, troubleIn } from './look.ts';

const posix = process.platform !== 'win32' ? {} : { skip: 'A shell script stands in for git.' };

/** A program that stands where git is looked for. */
async function script(folder: string, ...lines: readonly string[]): Promise<string> {
  const file = join(folder, 'git');
  await writeFile(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(file, 0o755);
  return file;
}

describe('git', () => {
  it('is missed; a problem where the exercises are branches, and gone once there is one', async (test) => {
    const folder = await temporaryFolder(test);
    const missing = gitExamination({ binary: join(folder, 'no-such-git'), folder });
    const outside = await troubleIn(missing);
    assert.equal(outside.kind, 'warning');
    assert.match(outside.wrong, /^There is no git on this machine/);
    assert.match(outside.remedy, /git-scm\.com.*a folder instead of a branch/);

    await gitIn(folder, 'git').run(['init', '--quiet']);
    const inside = await troubleIn(missing);
    assert.equal(inside.kind, 'problem');
    assert.match(inside.wrong, /exercises as branches/);
    await isWell(gitExamination({ binary: 'git', folder }));
  });

  it('is too old, or fit, by what it says of itself', posix, async (test) => {
    const folder = await temporaryFolder(test);
    const saying = async (version: string) =>
      gitExamination({ binary: await script(folder, `echo 'git version ${version}'`), folder });
    for (const version of ['1.9.5', '2.22.5', '2.7.0.windows.1']) {
      const { kind, wrong } = await troubleIn(await saying(version));
      assert.equal(kind, 'problem');
      assert.ok(wrong.includes(`Git ${version} is too old`), wrong);
    }
    for (const version of ['2.23.0', '2.39.5 (Apple Git-154)', '2.50.1.windows.1', '3.0.0'])
      await isWell(await saying(version));
  });

  it('is there and does not run, as the one of macOS before its tools were installed', posix, async (test) => {
    const folder = await temporaryFolder(test);
    const binary = await script(folder, 'echo "xcode-select: note: no developer tools were found" >&2', 'exit 1');
    const { kind, wrong } = await troubleIn(gitExamination({ binary, folder }));
    assert.equal(kind, 'problem');
    assert.match(wrong, /doesn’t run: xcode-select: note: no developer tools/);
    assert.equal((await look(identityExamination({ binary, folder }))).kind, 'unknown');
  });

  it('that hangs keeps nobody waiting, and is ended', posix, async (test) => {
    const folder = await temporaryFolder(test);
    const binary = await script(folder, 'exec sleep 600');
    const [finding] = await examineAll([gitExamination({ binary, folder })], 300);
    assert.deepEqual(finding, {
      subject: 'Git',
      kind: 'unknown',
      reason: 'This couldn’t be looked at within 0.3 seconds.',
    });
  });
});

describe('a name in git', () => {
  it('is missed when half of it is there, and found when all is', async (test) => {
    const folder = await temporaryFolder(test);
    const settings = join(folder, 'settings');
    process.env.GIT_CONFIG_GLOBAL = settings;
    process.env.GIT_CONFIG_NOSYSTEM = '1';
    const git = gitIn(folder, 'git');
    const identity = identityExamination({ binary: 'git', folder });
    await writeFile(settings, '');
    const { kind, wrong, remedy, action } = await troubleIn(identity);
    assert.deepEqual([kind, action], ['warning', 'setIdentity']);
    assert.match(wrong, /doesn’t know your name and e-mail address/);
    assert.match(remedy, /git config --global user\.name/);

    await git.run(['config', '--global', 'user.name', 'Somebody']);
    await troubleIn(identity);
    await saveIdentity({ binary: 'git', folder }, { name: 'Somebody', email: 'somebody@example.org' });
    const found = await look(identity);
    assert.deepEqual(found, { kind: 'well', note: 'Your commits carry your name.' });
    await rm(settings);
    await troubleIn(identity);
  });
});
