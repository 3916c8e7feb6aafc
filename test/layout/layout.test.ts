import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { inRoot, root } from '../../src/dev/root.ts';
import { type Import, importsOf } from './imports.ts';
import { objectionTo } from './rules.ts';

/** Paths relative to the project and with forward slashes. */
function filesIn(...patterns: readonly string[]): string[] {
  return globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] }).map((file) => file.replaceAll('\\', '/'));
}

function objections(imports: readonly Import[]): string[] {
  return imports.flatMap((each) => {
    const objection = objectionTo(each);
    return objection === undefined ? [] : [`${each.file} imports ${each.specifier}, ${objection}`];
  });
}

describe('the layout', () => {
  it('lets no folder reach past the import table', () => {
    const files = filesIn('src/**/*.ts', 'media/**/*.ts');
    assert.ok(files.includes('src/extension.ts') && files.includes('media/panel/main.ts'));
    assert.deepEqual(objections(files.flatMap((file) => importsOf(root, file))), []);
  });

  it('has no file over 500 lines', () => {
    const all = filesIn('{src,media,test,exercises}/**/*.{ts,css,mjs}');
    assert.deepEqual(
      all.filter((file) => readFileSync(inRoot(file), 'utf8').split('\n').length > 500),
      [],
    );
  });

  it('has no folder with more modules than one can take in at a glance', () => {
    const most = 22;
    const folders = Map.groupBy(filesIn('{src,media,test,exercises}/**/*.{ts,mjs}'), (file) => dirname(file));
    const full = [...folders].filter(([, files]) => files.length > most).map(([folder]) => folder);
    assert.deepEqual(full, []);
  });
});

describe('the import table', () => {
  const reach = (file: string, text: string) => objections(importsOf(root, file, text)).length;

  it('meets an import in whatever way it is written', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../base/b.ts';",
      "import './c.ts';",
      "export * from './d.ts';",
      "const e = await import('./e.ts');",
      'import {\n  f,\n} from "./f.ts";',
      "export type { G } from './g.ts';",
      "let h: typeof import('./h.ts');",
      "import { type I } from 'i';",
      '// import { j } from "./j.ts";',
      'const k = `import { k } from "./k.ts"`;',
    ].join('\n');
    assert.deepEqual(
      importsOf(root, 'src/pages/x.ts', text).map(({ target, specifier, typeOnly }) => [target ?? specifier, typeOnly]),
      [
        ['src/pages/a.ts', false],
        ['src/base/b.ts', true],
        ['src/pages/c.ts', false],
        ['src/pages/d.ts', false],
        ['src/pages/e.ts', false],
        ['src/pages/f.ts', false],
        ['src/pages/g.ts', true],
        ['src/pages/h.ts', true],
        ['i', false],
      ],
    );
  });

  for (const [what, file, text] of [
    ['the domain on anything', 'src/domain/x.ts', "import { a } from '../base/a.ts';"],
    ['the wall on the course', 'src/storming/x.ts', "import type { A } from '../course/a.ts';"],
    ['even Node in the domain', 'src/domain/order/x.ts', "import { readFile } from 'node:fs';"],
    ['a store on the course', 'src/eventstore/x.ts', "import type { A } from '../course/a.ts';"],
    ['a page on what a module does', 'src/pages/panel/x.ts', "import { fold } from '../../timeline/fold.ts';"],
    ['a page on the course, be it its types', 'src/pages/x.ts', "import type { A } from '../course/a.ts';"],
    ['the browser on the panel’s host', 'media/panel/x.ts', "import type { A } from '../../src/panel/a.ts';"],
    ['the browser on the whole', 'media/panel/x.ts', "import { a } from '../../src/extension.ts';"],
    ['the editor’s API in the panel', 'src/panel/x.ts', "import type * as vscode from 'vscode';"],
    ['the editor’s API in the browser', 'media/guide/x.ts', "import * as vscode from 'vscode';"],
    ['a source on a test', 'src/base/x.ts', "import { a } from '../../test/a.ts';"],
    ['a folder nobody has heard of', 'src/elsewhere/x.ts', "import { a } from '../base/a.ts';"],
  ] as const) {
    it(`refuses ${what}`, () => assert.equal(reach(file, text), 1));
  }

  for (const [what, file, text] of [
    ['a page the types of a module', 'src/pages/panel/x.ts', "import type { Fold } from '../../timeline/fold.ts';"],
    ['the browser a page’s contract', 'media/panel/x.ts', "import { a } from '../../src/pages/panel/contract.ts';"],
    ['the browser what a wall is', 'media/wall/x.ts', "import { a } from '../../src/storming/a.ts';"],
    ['the editor its API', 'src/editor/branches/x.ts', "import * as vscode from 'vscode';"],
    ['the whole everything', 'src/extension.ts', "import { a } from './editor/a.ts';\nimport 'vscode';"],
  ] as const) {
    it(`allows ${what}`, () => assert.equal(reach(file, text), 0));
  }
});
