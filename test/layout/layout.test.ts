import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesBelow, type Import, importsOf } from './imports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which folder of src may reach which others. `types of X` is written `type:X`. */
const table: Readonly<Record<string, readonly string[]>> = {
  base: [],
  domain: [],
  eventstore: ['base'],
  grpc: ['base', 'eventstore'],
  application: ['base', 'domain', 'eventstore'],
  timeline: ['base', 'domain', 'eventstore'],
  learner: ['base'],
  course: ['base', 'learner', 'eventstore'],
  panel: ['base', 'type:domain', 'type:eventstore', 'type:timeline'],
  editor: ['base', 'domain', 'eventstore', 'grpc', 'application', 'timeline', 'learner', 'course', 'panel'],
  cli: ['base', 'domain', 'eventstore', 'grpc', 'application', 'timeline', 'learner', 'course', 'panel'],
  testing: ['grpc'],
  dev: ['base'],
};

/** `src/grpc/server.ts` is in folder `grpc`; `src/extension.ts` is in none and may reach everything. */
function folderOf(path: string): string | undefined {
  const [top, folder, file] = path.split(sep);
  return top === 'src' && file !== undefined ? folder : undefined;
}

function reachesTooFar({ file, target, typeOnly }: Import): boolean {
  const from = folderOf(file);
  if (from === undefined || target === undefined) return false;
  const to = folderOf(target);
  if (to === from) return false;
  const allowed = table[from] ?? [];
  return to === undefined || !(allowed.includes(to) || (typeOnly && allowed.includes(`type:${to}`)));
}

const sources = filesBelow(join(root, 'src'), ['.ts']);
const imports = sources.flatMap((file) => importsOf(root, file));
const shown = ({ file, specifier }: Import) => `${file} imports ${specifier}`;

describe('the layout', () => {
  it('knows every folder of src', () => {
    const folders = new Set(
      sources.map((file) => folderOf(file.slice(root.length))).filter((name) => name !== undefined),
    );
    assert.deepEqual(
      [...folders].filter((folder) => table[folder] === undefined),
      [],
    );
  });

  it('lets no folder reach past the import table', () => {
    assert.deepEqual(imports.filter(reachesTooFar).map(shown), []);
  });

  it('keeps the editor’s API in editor and extension.ts', () => {
    const strangers = imports.filter(
      ({ file, specifier }) =>
        specifier === 'vscode' && folderOf(file) !== 'editor' && !file.endsWith(`src${sep}extension.ts`),
    );
    assert.deepEqual(strangers.map(shown), []);
  });

  it('keeps even Node out of the domain', () => {
    const strangers = imports.filter(({ file, target }) => folderOf(file) === 'domain' && target === undefined);
    assert.deepEqual(strangers.map(shown), []);
  });

  it('lets what runs in the browser import src/panel and src/base only', () => {
    const strangers = filesBelow(join(root, 'media'), ['.ts'])
      .flatMap((file) => importsOf(root, file))
      .filter(({ target }) => target?.startsWith(`src${sep}`) && !['panel', 'base'].includes(folderOf(target) ?? ''));
    assert.deepEqual(strangers.map(shown), []);
  });

  it('has no file over 500 lines', () => {
    const all = ['src', 'media', 'test', 'exercises'].flatMap((top) =>
      filesBelow(join(root, top), ['.ts', '.css', '.mjs']),
    );
    const long = all.filter((file) => readFileSync(file, 'utf8').split('\n').length > 500);
    assert.deepEqual(long, []);
  });
});

describe('reading imports', () => {
  it('sees static, side-effect, re-exported, type-only and dynamic ones', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../base/b.ts';",
      "import './c.ts';",
      "export * from './d.ts';",
      "const e = await import('./e.ts');",
      'import {\n  f,\n} from "./f.ts";',
    ].join('\n');
    const found = importsOf(root, join(root, 'src/panel/x.ts'), text);
    assert.deepEqual(
      found.map(({ specifier, typeOnly }) => [specifier, typeOnly]),
      [
        ['./a.ts', false],
        ['../base/b.ts', true],
        ['./c.ts', false],
        ['./d.ts', false],
        ['./e.ts', false],
        ['./f.ts', false],
      ],
    );
  });

  it('catches a reach past the table', () => {
    const found = importsOf(root, join(root, 'src/domain/x.ts'), "import { a } from '../base/a.ts';");
    assert.deepEqual(found.map(reachesTooFar), [true]);
  });
});
