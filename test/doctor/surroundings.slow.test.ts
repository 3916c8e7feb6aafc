import assert from 'node:assert/strict';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { proxyExamination } from '../../src/doctor/proxy.ts';
import { runtimeExamination } from '../../src/doctor/runtime.ts';
import { timeLimitExamination } from '../../src/doctor/time-limit.ts';
import { trustExamination } from '../../src/doctor/trust.ts';
import { temporaryFolder } from '../course/workspace/fixture.ts';
import { sourceRunner } from '../learner/runners.ts';
import { isWell, look, troubleIn } from './look.ts';

describe('a proxy', () => {
  const proxy = 'http://ada:secret@proxy.example:3128';

  it('that is asked for this machine too is told, and nothing of its address', async () => {
    for (const name of ['http_proxy', 'https_proxy', 'grpc_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) {
      const trouble = await troubleIn(proxyExamination({ [name]: proxy }));
      assert.ok(trouble.wrong.startsWith(`${name} is set`), trouble.wrong);
      assert.doesNotMatch(JSON.stringify(trouble), /secret|ada|3128/);
    }
  });

  it('that leaves out half of what this machine is called is told; gone with all of it', async () => {
    const without = (no_proxy: string) => proxyExamination({ http_proxy: proxy, no_proxy });
    assert.match((await troubleIn(without('localhost'))).wrong, /no_proxy doesn’t except 127\.0\.0\.1/);
    assert.match((await troubleIn(without('127.0.0.1'))).wrong, /no_proxy doesn’t except localhost/);
    assert.match((await troubleIn(without('*'))).wrong, /doesn’t except localhost/);
    const [, told = ''] = /Add (\S+) to no_proxy/.exec((await troubleIn(without('.example'))).remedy) ?? [];
    for (const list of [told, `.example,${told}`, 'localhost,127.0.0.0/8']) await isWell(without(list));
    await isWell(proxyExamination({ HTTPS_PROXY: proxy, NO_PROXY: told }));
    await isWell(proxyExamination({}));
  });

  it('is excepted for gRPC alone where that is said', async () => {
    const environment = { https_proxy: proxy, no_proxy: 'localhost,127.0.0.1', no_grpc_proxy: '.example' };
    assert.match((await troubleIn(proxyExamination(environment))).wrong, /no_grpc_proxy doesn’t except localhost/);
  });
});

describe('running the learner’s code', () => {
  it('is well on this runtime', async () => {
    assert.deepEqual(await look(runtimeExamination(async () => sourceRunner())), {
      kind: 'well',
      note: `Your code runs, on Node ${process.versions.node}.`,
    });
  });

  it('is a problem on a runtime that is too old for it, and on one that is not there', {
    skip: process.platform === 'win32' && 'A shell script stands in for an old Node.',
  }, async (test) => {
    const folder = await temporaryFolder(test);
    const [lacking, old] = [join(folder, 'lacking.cjs'), join(folder, 'node')];
    await writeFile(lacking, "delete require('node:module').registerHooks;\n");
    await writeFile(old, `#!/bin/sh\nexec "${process.execPath}" --require "${lacking}" "$@"\n`);
    await chmod(old, 0o755);
    const readable = [lacking];
    const { kind, wrong, remedy } = await troubleIn(
      runtimeExamination(async () => sourceRunner({ execPath: old, readable })),
    );
    assert.equal(kind, 'problem');
    assert.match(wrong, /^Your code can’t be run\. This runtime has no module\.registerHooks/);
    assert.match(remedy, /VS Code \(1\.106 or later\)/);
    const none = runtimeExamination(async () => sourceRunner({ execPath: join(folder, 'none') }));
    assert.match((await troubleIn(none)).wrong, /^Your code can’t be run\. /);
  });
});

describe('trust', () => {
  it('is missed, and there once it was given', async () => {
    const { kind, action } = await troubleIn(trustExamination(false));
    assert.deepEqual([kind, action], ['problem', 'trustFolder']);
    await isWell(trustExamination(true));
  });
});

describe('the time limit', () => {
  const stopped = { limit: 5, stopped: true };
  const done = { limit: 5, stopped: false };

  it('is told when checks reach it often, not once or twice', async () => {
    await isWell(timeLimitExamination([], 5));
    await isWell(timeLimitExamination([stopped, done, stopped], 5));
    const { kind, wrong, action } = await troubleIn(timeLimitExamination([stopped, done, stopped, stopped], 5));
    assert.deepEqual([kind, action], ['warning', 'changeTimeLimit']);
    assert.match(wrong, /^3 of your last 4 checks were stopped at the time limit of 5 seconds/);
  });

  it('is well again once it was raised, and once the code was mended', async () => {
    await isWell(timeLimitExamination([stopped, stopped, stopped], 20));
    await isWell(timeLimitExamination([stopped, stopped, stopped, ...Array.from({ length: 8 }, () => done)], 5));
  });
});
