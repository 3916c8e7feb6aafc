import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inRoot } from '../../../../src/dev/root.ts';
import type { FoundTest } from '../../../../src/learner/learner-tests.ts';
import { findTests } from '../../../../src/learner/typescript/tests/find-tests.ts';

type Outline = string | { readonly [suite: string]: readonly Outline[] };

/** Names as they lie in each other. */
const outline = (tests: readonly FoundTest[]): Outline[] =>
  tests.map(({ name, children }) => (children.length === 0 ? name : { [name]: outline(children) }));

const header = "import { after, describe, it, suite, test } from 'node:test';\n";
const found = (code: string, first = header) => outline(findTests(first + code));

describe('finding tests in a source', () => {
  it('sees tests, suites and what is in them, with their places', () => {
    const source = `${header}
test('alone', () => {});
describe('a game', () => {
  it('starts', async () => {
    if (true) { [1].map((one) => ({ one })); }
  });
  suite('that has ended', () => {
    test("takes no move", () => {});
  });
});`;
    const [alone, game] = findTests(source);
    assert.deepEqual(outline(findTests(source)), [
      'alone',
      { 'a game': ['starts', { 'that has ended': ['takes no move'] }] },
    ]);
    assert.deepEqual(alone, {
      kind: 'test',
      name: 'alone',
      start: { line: 3, column: 1 },
      end: { line: 3, column: 24 },
      children: [],
    });
    assert.equal(game?.kind, 'suite');
    assert.deepEqual(game.children[0]?.start, { line: 5, column: 3 });
    assert.deepEqual(game.children[0]?.end, { line: 7, column: 5 });
    assert.deepEqual(game.end, { line: 11, column: 3 });
  });

  it('knows the functions under whatever name they were imported', () => {
    const body =
      "run('a', () => { run.test('inside', () => {}); }); spec('b', () => {}); test('of something else', () => {});";
    assert.deepEqual(found(body, "import run, { it as spec } from 'node:test';\n"), [{ a: ['inside'] }, 'b']);
    const spaced = "all.describe('x', () => { all.it('y', () => {}); all.skip('z'); });";
    assert.deepEqual(found(spaced, "import * as all from 'node:test';\n"), [{ x: ['y', 'z'] }]);
    assert.deepEqual(found("test('a', () => {});", "import { test } from 'somewhere';\n"), []);
    assert.deepEqual(found("test('a', () => {});", ''), []);
  });

  it('takes only, skip and todo, options, and a function’s name for the test’s', () => {
    const code = `
      it.only('one', () => {}); test.skip('two', { timeout: 5 }, () => {}); it.todo('three');
      describe.skip('four', () => { it.skip('five', () => {}); });
      test(function six() {}); test(async function seven() {});
      test.mock('no test'); other.test('nor this', () => {}); after(() => {});`;
    assert.deepEqual(found(code), ['one', 'two', 'three', { four: ['five'] }, 'six', 'seven']);
  });

  it('finds what is named by a template without anything put in, and leaves out what only a run can name', () => {
    const template = ['`the $', '{n} $', '{`deep $', "{'}'}`}`"].join('');
    const code =
      `test(\`plain\`, () => {}); for (const n of [1]) test(${template}, () => {}); ` +
      "describe('a' + 'b', () => { it('inside of it', () => {}); }); test(name, () => {}); test('last', () => {});";
    assert.deepEqual(found(code), ['plain', 'last']);
  });

  it('sees subtests, and takes no regular expression for one', () => {
    const code = "test('a', async (t) => { await t.test('b', () => {}); /x/.test('c'); known.test('d'); });";
    assert.deepEqual(found(code), [{ a: ['b'] }]);
  });

  it('resolves escapes in names', () => {
    assert.deepEqual(found(String.raw`test('it\'s \"A\" \x41\u0042\u{1F600}\n', () => {});`), ['it\'s "A" AB😀\n']);
  });

  it('is not misled by comments, strings and regular expressions', () => {
    const code = `
      // test('commented', () => {});
      /* describe('out', () => { */
      const text = "test('in a string', () => {});" + \`test('in a template', () => {}); \${1}\`;
      const pattern = /['"(\`]\\/[/)]/g; const half = 4 / 2 / 1;
      test /* odd */ (
        // formatting
        'found'
        , () => {}
      )
      test('and this', () => { return /[)}'"]/; });`;
    assert.deepEqual(found(code), ['found', 'and this']);
  });

  it('makes out what it can while something is being written', () => {
    assert.deepEqual(found("describe('a', () => { it('b', () => { assert.equal(1, ); }); it('c', () => {"), [
      { a: ['b', 'c'] },
    ]);
    assert.deepEqual(found("test('a', () => { foo(; });\ntest('b', () => {}) } )"), ['a', 'b']);
    assert.deepEqual(found("test('never closed, () => {});\ntest('b', () => {});"), ['b']);
    assert.deepEqual(found('test('), []);
    assert.deepEqual(found('test(`never closed'), []);
  });

  it('never throws, and comes back soon, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'test(',
        "'a'",
        '`',
        '${',
        '}',
        ')',
        '(',
        '{',
        '\\',
        '/',
        '//',
        '/*',
        '*/',
        '"',
        "'",
        ', () => {',
        '.skip',
        '\n',
        't.test(',
      ],
      ...['describe(', '\u{1F600}', '\uD800', '\\u{110000}', '\0', header],
    );
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }).map((pieces) => header + pieces.join(''));
    fc.assert(
      fc.property(text, (source) => Array.isArray(findTests(source))),
      { numRuns: 2_000 },
    );
    for (const much of ['test(', '`${', "'", '/', '/*', '\\', '{', 'test("a", ', '[/']) {
      const begin = performance.now();
      findTests(header + much.repeat(20_000));
      assert.ok(performance.now() - begin < 2_000, much);
    }
  });

  it('finds every test that the exercises hand out', () => {
    const files = globSync('exercises/*/typescript/given/test/**/*.test.ts', { cwd: inRoot('.') });
    assert.ok(files.length >= 2);
    for (const file of files) {
      const source = readFileSync(inRoot(file), 'utf8');
      assert.equal(findTests(source).length, source.match(/^test\(/gm)?.length, file);
    }
  });
});
