import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf } from '../../src/dev/workbench/address.ts';

const workbench = new URL('http://127.0.0.1:4100/?tkn=secret');

describe('the address of a workbench', () => {
  it('names the folder and keeps the secret', () => {
    const { searchParams } = new URL(addressOf(workbench, { folder: '/home/me/my tutorial & more' }));
    assert.deepEqual(
      [...searchParams],
      [
        ['tkn', 'secret'],
        ['folder', '/home/me/my tutorial & more'],
      ],
    );
  });

  it('names the extension and the tests as files of the server', () => {
    const address = addressOf(workbench, { extension: '/src/ground up', tests: '/src/tests.cjs' });
    assert.deepEqual(JSON.parse(new URL(address).searchParams.get('payload') ?? ''), [
      ['extensionDevelopmentPath', 'vscode-remote://remote/src/ground%20up'],
      ['extensionTestsPath', 'vscode-remote://remote/src/tests.cjs'],
    ]);
  });
});
