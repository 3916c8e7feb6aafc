import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wallFileName, wallTitle } from '../../src/storming/file-name.ts';

describe('the name of a wall’s file', () => {
  it('ends as the editor knows it, and once', () => {
    for (const name of [
      'library',
      'library.json',
      'library.storming',
      'library.storming.json',
      'library.storming.json.storming.json',
    ])
      assert.equal(wallFileName(name), 'library.storming.json');
    assert.equal(wallFileName('/a.b/of 2026'), '/a.b/of 2026.storming.json');
  });

  it('is the wall’s title without the ending', () => assert.equal(wallTitle('library.storming.json'), 'library'));
});
