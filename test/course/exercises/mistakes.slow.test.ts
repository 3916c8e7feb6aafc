import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { composeMistake, type Mistake, readMistakes } from '../../../src/course/proof/mistakes.ts';
import { composeBase, exerciseIds, typescript } from '../../../src/course/workspace/compose.ts';
import type { Tree } from '../../../src/course/workspace/tree.ts';
import { compiler, exercisesFolder, inProject, lay, runNode } from './composed.ts';

/** Every mistake as a folder of its own below one folder, which one compiler and one formatter read at once. */
const placed: { readonly place: string; readonly mistake: Mistake }[] = [];
let laid: Awaited<ReturnType<typeof lay>>;

before(async () => {
  const trees: Tree[] = [
    new Map([['tsconfig.json', (await composeBase(exercisesFolder)).get('tsconfig.json') ?? Buffer.of()]]),
  ];
  for (const id of await exerciseIds(exercisesFolder)) {
    const of = { exercisesFolder, id, language: typescript };
    for (const mistake of await readMistakes(of)) {
      const place = `src/${id}/${mistake.name}`;
      placed.push({ place, mistake });
      const files = [...(await composeMistake(of, mistake))].filter(([path]) => path.startsWith('src/'));
      trees.push(new Map(files.map(([path, bytes]) => [`${place}/${path}`, bytes])));
    }
  }
  laid = await lay(new Map(trees.flatMap((tree) => [...tree])));
});
after(() => laid?.remove());

describe('what the mistakes compose to', () => {
  it('has the types right, except where it is said to be otherwise', async () => {
    const { output } = await runNode(laid.folder, [compiler, '-p', '.', '--pretty', 'false']);
    const wrong = new Set([...output.matchAll(/^(src\/[^/]+\/[^/]+)\//gm)].map(([, place]) => place));
    const expected = placed.filter(({ mistake }) => mistake.typesAreWrong !== undefined).map(({ place }) => place);
    assert.deepEqual([...wrong].sort(), expected.sort(), output);
  });

  it('is formatted', async () => {
    const { formatter, javascript } = JSON.parse(await readFile(inProject('biome.json'), 'utf8'));
    await writeFile(join(laid.folder, 'biome.json'), JSON.stringify({ root: true, formatter, javascript }));
    const { code, output } = await runNode(laid.folder, [
      inProject('node_modules/@biomejs/biome/bin/biome'),
      'format',
      '--max-diagnostics=20',
      'src',
    ]);
    assert.equal(code, 0, output);
  });
});
