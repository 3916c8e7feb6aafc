import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inRoot, root } from '../../src/dev/root.ts';
import { temporaryFolder, write } from '../course/workspace/fixture.ts';
import { circlesIn } from './circles.ts';

/** Milliseconds; nothing here takes long on a machine that has nothing else to do. */
const timeout = 120_000;

describe('a circle', () => {
  it('is found nowhere in the project', { timeout }, async () => {
    assert.equal(await circlesIn(root), '');
  });

  const config = () => {
    const { linter } = JSON.parse(readFileSync(inRoot('biome.json'), 'utf8'));
    return JSON.stringify({ linter });
  };

  it('is found, also where it is of types alone', { timeout }, async (test) => {
    const folder = await temporaryFolder(test);
    await write(folder, {
      'biome.json': config(),
      'one.ts': "import type { Two } from './two.ts';\nexport interface One {\n  two: Two;\n}\n",
      'two.ts':
        "import { type Three, three } from './three.ts';\nexport type Two = Three;\nexport const two = three;\n",
      'three.ts': "import type { One } from './one.ts';\nexport type Three = One;\nexport const three = 3;\n",
      'four.ts': "import { two } from './two.ts';\nexport const four = two + 1;\n",
    });
    const told = await circlesIn(folder);
    for (const file of ['one.ts', 'two.ts', 'three.ts']) assert.match(told, new RegExp(`^${file}:1:`, 'm'));
    assert.doesNotMatch(told, /^four\.ts/m);
  });

  it('is none where one file leads to another and no further', { timeout }, async (test) => {
    const folder = await temporaryFolder(test);
    await write(folder, {
      'biome.json': config(),
      'one.ts': "import { two } from './two.ts';\nexport const one = two - 1;\n",
      'two.ts': 'export const two = 2;\n',
    });
    assert.equal(await circlesIn(folder), '');
  });
});
