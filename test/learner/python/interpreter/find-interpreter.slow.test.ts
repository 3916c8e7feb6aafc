import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { findInterpreter } from '../../../../src/learner/python/interpreter/find-interpreter.ts';
import type { InterpreterResult } from '../../../../src/learner/python/interpreter/interpreter.ts';
import { createPythonRuntime } from '../../../../src/learner/python/runtime.ts';
import { createLearnerRunner } from '../../../../src/learner/runner.ts';
import { temporaryFolder, write } from '../../../course/workspace/fixture.ts';
import { make } from '../../runners.ts';
import { interpreters, pythonDriverPath } from '../interpreters.ts';

const skip = process.platform === 'win32' && 'The programs here are scripts of a shell.';

/** A workspace whose `.venv` has this shell script for its Python. */
async function workspaceWith(test: TestContext, script: string): Promise<string> {
  const folder = await temporaryFolder(test);
  await write(folder, { '.venv/bin/python': `#!/bin/sh\n${script}\n` });
  await chmod(join(folder, '.venv/bin/python'), 0o755);
  return folder;
}

function messageOf(result: InterpreterResult): string {
  return result.kind === 'none' ? result.message : `It found ${result.executable}.`;
}

describe('the search for a Python', { skip }, () => {
  const chosen = (path: string) => ({ chosen: { path, from: 'the option --python' } });

  it('says that there is none where the chosen one is not there', async () => {
    const message = messageOf(await findInterpreter(chosen('/nowhere/python')));
    assert.match(
      message,
      /^There is no \/nowhere\/python, named by the option --python\. Install Python 3\.11 or later/,
    );
  });

  it('names one that is too old', async (test) => {
    const folder = await workspaceWith(
      test,
      `echo '{"executable":"/old/python","base":"/old/python","version":[3,9,18],"lacking":[]}'`,
    );
    const message = messageOf(await findInterpreter(chosen(join(folder, '.venv/bin/python'))));
    assert.match(message, /^\/old\/python is Python 3\.9\.18, and at least 3\.11 is needed\. /);
  });

  it('waits only so long for one that hangs at start', async (test) => {
    const folder = await workspaceWith(test, 'exec sleep 1000');
    const found = await findInterpreter({ ...chosen(join(folder, '.venv/bin/python')), timeout: 300 });
    assert.match(messageOf(found), /did not answer within 0\.3 seconds/);
  });

  it('tells one that cannot be run, and one that is no Python', async (test) => {
    const failing = await workspaceWith(test, 'echo "broken library" >&2; exit 3');
    assert.match(messageOf(await findInterpreter(chosen(join(failing, '.venv/bin/python')))), /broken library/);
    const other = await workspaceWith(test, 'echo hello');
    const message = messageOf(await findInterpreter(chosen(join(other, '.venv/bin/python'))));
    assert.match(message, /does not answer as a Python does/);
  });

  it('passes over what is unfit in the workspace when there is another', {
    skip: interpreters.length === 0,
  }, async (test) => {
    const workspace = await workspaceWith(test, 'exit 1');
    const found = await findInterpreter({ workspace });
    assert.ok(found.kind === 'found' || found.message.includes(workspace), messageOf(found));
  });

  it('makes a run that says so where it found none', async () => {
    const interpreter = await findInterpreter(chosen('/nowhere/python'));
    const runner = createLearnerRunner(createPythonRuntime({ driverPath: pythonDriverPath, interpreter }));
    try {
      const files = new Map([['src/connect_four/domain/game.py', 'class Game: pass\n']]);
      const run = await runner.run({ files, operations: [make] });
      assert.ok(run.kind === 'couldNotRun' && run.problem.kind === 'noChild');
      assert.match(run.problem.message, /no \/nowhere\/python/);
    } finally {
      runner.dispose();
    }
  });
});
