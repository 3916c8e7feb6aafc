import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createPackages } from '../../../src/learner/typescript/packages/packages.ts';
import { ProgramBuilder } from '../../../src/learner/typescript/program-builder.ts';

const noPackages = createPackages({});

function built(files: Readonly<Record<string, string>>, packages = noPackages) {
  return new ProgramBuilder(new Map(Object.entries(files)), packages).build(['src/a.ts']);
}

function modulesOf(files: Readonly<Record<string, string>>): string[] {
  const program = built(files);
  assert.ok(program.kind === 'built', JSON.stringify(program));
  return [...program.modules.keys()];
}

describe('a relative import', () => {
  for (const [specifier, file] of [
    ['./b', 'src/b.ts'],
    ['./b.ts', 'src/b.ts'],
    ['./b.js', 'src/b.ts'],
    ['./b', 'src/b/index.ts'],
    ['./b/', 'src/b/index.ts'],
    ['../lib/b', 'lib/b.js'],
    ['./b.json', 'src/b.json'],
  ] as const) {
    it(`${specifier} means ${file}`, () => {
      assert.deepEqual(modulesOf({ 'src/a.ts': `import '${specifier}';`, [file]: '' }), ['src/a.ts', file]);
    });
  }

  it('of types only is not looked for', () => {
    const types =
      "import type { A } from './nowhere';\nimport { B } from './neither';\nexport const c = (b: B | A): B | A => b;";
    assert.deepEqual(modulesOf({ 'src/a.ts': types }), ['src/a.ts']);
  });

  it('that does not exist is told with its line, wherever it stands in the program', () => {
    const program = built({ 'src/a.ts': "import './b';", 'src/b.ts': "const c = 1;\nexport * from '../gone.ts';" });
    assert.deepEqual(program, {
      kind: 'couldNotRun',
      problem: { kind: 'missingImport', specifier: '../gone.ts', at: { file: 'src/b.ts', line: 2, column: 15 } },
    });
  });

  it('of a name the file does not export is told with what it does export', () => {
    const program = built({
      'src/a.ts': "\nimport { Game } from './b';\nnew Game();",
      'src/b.ts': 'export class Gamer {}',
    });
    assert.deepEqual(program, {
      kind: 'couldNotRun',
      problem: {
        kind: 'missingExport',
        specifier: './b',
        name: 'Game',
        exported: ['Gamer'],
        at: { file: 'src/a.ts', line: 2, column: 22 },
      },
    });
  });

  it('finds a name behind a star, and a type re-exported without saying so', () => {
    const program = built({
      'src/a.ts': "import { B } from './b'; export { T } from './b'; B;",
      'src/b.ts': "export * from './c';",
      'src/c.ts': 'export const B = 1; export interface T { d: 1 }',
    });
    assert.equal(program.kind, 'built', JSON.stringify(program));
  });

  it('is not followed into files that nothing reaches', () => {
    assert.deepEqual(
      modulesOf({ 'src/a.ts': '', 'src/cli.ts': 'half a wo(rd', 'test/a.test.ts': "import './gone';" }),
      ['src/a.ts'],
    );
  });
});

describe('a package', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  after(() => rmSync(workspace, { recursive: true }));
  const put = (path: string, text: string): string => {
    const file = join(workspace, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  put('node_modules/own/index.js', '');
  put('node_modules/both/index.js', '');
  put('node_modules/esm/package.json', '{"exports":{"import":"./x.js"}}');
  const provided = dirname(put('provided/both/index.js', ''));
  const packages = createPackages({ workspace, packages: { both: provided, other: put('provided/file.cjs', '') } });

  for (const [name, found] of [
    ['node:fs', /^builtin$/],
    ['path', /^builtin$/],
    ['own', /node_modules\/own\/index\.js$/],
    ['both', /node_modules\/both\/index\.js$/],
    ['other', /provided\/file\.cjs$/],
    ['esm', /^import:file:.*package\.json$/],
  ] as const) {
    it(`${name} is found`, () => assert.match(packages(name) ?? '', found));
  }

  it('provided by the host is found by a learner who has none', () => {
    assert.match(createPackages({ packages: { both: provided } })('both') ?? '', /provided\/both\/index\.js$/);
  });

  it('that nobody has is a missing import', () => {
    const program = built({ 'src/a.ts': "import { x } from 'nobody-has-this';\nx;" }, packages);
    assert.deepEqual(program, {
      kind: 'couldNotRun',
      problem: { kind: 'missingImport', specifier: 'nobody-has-this', at: { file: 'src/a.ts', line: 1, column: 19 } },
    });
  });
});
