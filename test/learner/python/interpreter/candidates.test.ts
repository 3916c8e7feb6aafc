import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidates, pathWithoutStubs } from '../../../../src/learner/python/interpreter/candidates.ts';
import { type Interpreter, launchOf } from '../../../../src/learner/python/interpreter/interpreter.ts';

const commands = (...places: Parameters<typeof candidates>) =>
  candidates(...places).map(({ command, args }) => [command, ...args].join(' '));

describe('a Python is looked for', () => {
  it('nowhere else when somebody chose one', () => {
    const chosen = { path: '/opt/python', from: 'the setting' };
    assert.deepEqual(commands({ chosen, workspace: '/home/ada/game', platform: 'linux' }), ['/opt/python']);
  });

  it('in the workspace first, then on the path', () => {
    assert.deepEqual(commands({ workspace: '/home/ada/game', platform: 'linux' }), [
      '/home/ada/game/.venv/bin/python',
      'poetry env info --executable',
      'python3',
      'python',
    ]);
  });

  it('by its launcher on Windows', () => {
    assert.deepEqual(commands({ workspace: 'C:\\game', platform: 'win32' }), [
      'C:\\game\\.venv\\Scripts\\python.exe',
      'poetry env info --executable',
      'py -3',
      'python3',
      'python',
    ]);
  });

  it('not where Windows keeps what only opens its shop', () => {
    const path = 'C:\\Python312;C:\\Users\\Ada\\AppData\\Local\\Microsoft\\WindowsApps;C:\\Windows';
    assert.equal(pathWithoutStubs(path, 'win32'), 'C:\\Python312;C:\\Windows');
    assert.equal(pathWithoutStubs('/usr/bin:/bin', 'linux'), '/usr/bin:/bin');
  });
});

describe('a Python is started', () => {
  const found: Interpreter = {
    kind: 'found',
    executable: 'C:\\game\\.venv\\Scripts\\python.exe',
    base: 'C:\\Python312\\python.exe',
    version: '3.12.1',
    lacking: [],
  };

  it('by the program in its environment', () => {
    assert.deepEqual(launchOf({ ...found, executable: '/v/bin/python', base: '/usr/bin/python3' }, 'linux'), {
      executable: '/v/bin/python',
      environment: {},
    });
  });

  it('directly on Windows, where that program would lose the pipes, and told whose environment it is', () => {
    assert.deepEqual(launchOf(found, 'win32'), {
      executable: 'C:\\Python312\\python.exe',
      environment: { __PYVENV_LAUNCHER__: 'C:\\game\\.venv\\Scripts\\python.exe' },
    });
    assert.deepEqual(launchOf({ ...found, executable: found.base }, 'win32'), {
      executable: found.base,
      environment: {},
    });
  });
});
