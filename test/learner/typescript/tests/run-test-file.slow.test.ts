import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { ownProcesses } from '../../processes.ts';
import { runTests, testFile } from './runs.ts';

const processes = ownProcesses();
after(() => processes.dispose());

const header = "import assert from 'node:assert/strict';\nimport { after, describe, it, test } from 'node:test';\n";

describe('running a test file of the learner’s', () => {
  it('tells each test as it begins and ends, with its place and what it printed', async () => {
    const { end, events, ended, results } = await runTests(`${header}
test('alone', () => { console.log('hello'); });
describe('a game', () => {
  it('starts', () => {});
  for (const column of ['A', 'B']) it(\`takes \${column}\`, () => {});
});`);
    assert.deepEqual(end, { kind: 'completed' });
    assert.deepEqual(results, {
      alone: 'passed',
      'a game > starts': 'passed',
      'a game > takes A': 'passed',
      'a game > takes B': 'passed',
      'a game': 'passed',
    });
    const [began, printed] = events;
    assert.deepEqual(began, { kind: 'began', test: 'alone' });
    assert.deepEqual(printed, { kind: 'printed', text: 'hello\n', test: 'alone' });
    const takesB = ended.find(({ path }) => path.at(-1) === 'takes B');
    assert.equal(takesB?.place?.line, 7);
    assert.deepEqual(takesB.path, ['a game', 'takes B']);
    assert.deepEqual(await processes.left(0), []);
  });

  it('says where in the TypeScript a test failed, and what differed', async () => {
    const code = `${header}
interface Move { readonly player: string; readonly column: string }
test('compares', () => {
  const move: Move = { player: 'Ada', column: 'A' };
  assert.deepEqual<unknown>(move as Move, { player: 'Ada', column: 'B' });
});
test('is not', () => { assert.ok(false, 'not so'); });
test('throws', () => { throw new TypeError('odd'); });`;
    const { ended } = await runTests(code);
    const [compares, isNot, throws] = ended.map(({ failure }) => failure);
    assert.ok(compares?.kind === 'threw' && isNot?.kind === 'threw' && throws?.kind === 'threw');
    assert.equal(compares.thrown.frames[0]?.file, testFile);
    assert.equal(compares.thrown.frames[0]?.line, 7);
    assert.equal(compares.thrown.frames[0]?.column, 10);
    assert.deepEqual(compares.diff, {
      expected: "{ column: 'B', player: 'Ada' }",
      actual: "{ column: 'A', player: 'Ada' }",
    });
    assert.equal(isNot.diff, undefined);
    assert.equal(isNot.thrown.message, 'not so');
    assert.equal(throws.thrown.name, 'TypeError');
  });

  it('runs just what is asked for', async () => {
    const code = `${header}
test('is fine (a+b)', () => {});
test('is fine', () => {});
describe('one', () => { it('is fine', () => {}); it('two', () => {}); });
describe('other', () => { it('is fine', () => {}); });`;
    const only = async (...path: string[]) => Object.keys((await runTests(code, { only: [path] })).results);
    assert.deepEqual(await only('is fine (a+b)'), ['is fine (a+b)']);
    assert.deepEqual(await only('one', 'is fine'), ['one > is fine', 'one']);
    assert.deepEqual(await only('one'), ['one > is fine', 'one > two', 'one']);
  });

  it('takes modules, folders and types as a check does', async () => {
    const files = {
      'src/game.ts':
        "import type { Kind } from './kinds';\nexport enum Side { Left }\nexport class Game { constructor(readonly kind: Kind = 'new') {} }",
      'src/kinds.ts': "export type Kind = 'new' | 'old';",
      'test/given.ts': "import { Game } from '../src/game.js';\nexport const aGame = () => new Game();",
    };
    const code = `${header}import { aGame } from './given';\ntest('is new', () => { assert.equal(aGame().kind, 'new'); });`;
    assert.deepEqual((await runTests(code, { files })).results, { 'is new': 'passed' });
  });

  it('leaves skipped ones and those still to do', async () => {
    const { results } = await runTests(
      `${header}it.skip('a', () => {}); it.todo('b'); it.todo('c', () => { throw 1; });`,
    );
    assert.deepEqual(results, { a: 'skipped', b: 'skipped', c: 'skipped' });
  });

  it('says what keeps a file from being run', async () => {
    const syntax = await runTests(`${header}test('a', () => { const = 1; });`);
    assert.ok(syntax.end.kind === 'couldNotRun' && syntax.end.problem.kind === 'syntaxError');
    assert.equal(syntax.end.problem.at.line, 3);
    const twice = await runTests(`${header}\nconst a = 1;\nconst a = 2;\ntest('a', () => {});`);
    assert.ok(twice.end.kind === 'couldNotRun' && twice.end.problem.kind === 'syntaxError');
    assert.equal(twice.end.problem.at.line, 5);
    const missing = await runTests(`${header}import { x } from '../src/nowhere';\nx();`);
    assert.ok(missing.end.kind === 'couldNotRun' && missing.end.problem.kind === 'missingImport');
    const thrown = await runTests(`${header}\nthrow new Error('at once');`);
    assert.ok(thrown.end.kind === 'stopped' && thrown.end.stopped.kind === 'loadFailed');
    assert.equal(thrown.end.stopped.thrown.message, 'at once');
    assert.equal(thrown.end.stopped.thrown.frames[0]?.line, 4);
  });

  it('has nothing to say of a file without tests', async () => {
    const { end, ended } = await runTests('export {};');
    assert.deepEqual([end, ended], [{ kind: 'completed' }, []]);
  });

  it('ends when it is cancelled', async () => {
    const cancelling = new AbortController();
    const { end } = await runTests(`${header}test('loops', () => { for (;;); });`, {
      signal: cancelling.signal,
      heard: ({ kind }) => kind === 'began' && cancelling.abort(),
    });
    assert.deepEqual(end, { kind: 'cancelled' });
    assert.deepEqual(await processes.left(0), []);
  });
});

describe('a test that behaves badly', () => {
  it('and loops for ever is stopped, and it is known which', async () => {
    const { end, results } = await runTests(
      `${header}test('a', () => {}); test('b', () => { for (;;); }); test('c', () => {});`,
      {
        time: 300,
      },
    );
    assert.deepEqual(end, { kind: 'stopped', stopped: { kind: 'timedOut', limit: 300 }, during: 'b' });
    assert.deepEqual(results, { a: 'passed' });
    assert.deepEqual(await processes.left(0), []);
  });

  it('and waits for ever fails by itself, and the next ones run', async () => {
    const { end, ended, results } = await runTests(
      `${header}test('a', () => new Promise(() => {})); test('b', () => {});`,
      {
        time: 300,
      },
    );
    assert.equal(end.kind, 'completed');
    assert.deepEqual(results, { a: 'failed', b: 'passed' });
    assert.deepEqual(ended[0]?.failure, { kind: 'timedOut', limit: 300 });
  });

  it('and ends the process is named', async () => {
    const { end, results } = await runTests(
      `${header}test('a', async () => {}); test('b', () => { process.exit(0); });`,
    );
    assert.deepEqual(end, { kind: 'stopped', stopped: { kind: 'exited', code: 0, signal: null }, during: 'b' });
    assert.deepEqual(results, { a: 'passed' });
  });

  it('and floods is stopped', async () => {
    const { end } = await runTests(`${header}test('a', () => { for (;;) console.log('x'.repeat(10_000)); });`);
    assert.deepEqual(end, { kind: 'stopped', stopped: { kind: 'tooMuchOutput', limit: 1_000_000 }, during: 'a' });
  });

  it('and eats all memory is stopped', async () => {
    const { end } = await runTests(
      `${header}test('a', () => { const all = []; for (;;) all.push(new Array(100_000).fill(1.5)); });`,
    );
    assert.ok(end.kind === 'stopped' && end.stopped.kind === 'outOfMemory', JSON.stringify(end));
  });

  it('and leaves something open, or another process, leaves nothing behind', async () => {
    const code = `${header}import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
test('a', () => { createServer().listen(0); spawn(process.execPath, ['-e', 'setInterval(() => {}, 100)'], { detached: true }); });`;
    const { end, results } = await runTests(code);
    assert.deepEqual([end, results], [{ kind: 'lingered' }, { a: 'passed' }]);
    assert.deepEqual(await processes.left(0), []);
  });

  it('and writes rubbish where results are told, or spoils what the runtime has, changes no other’s result', async () => {
    const code = `${header}import { writeSync } from 'node:fs';
test('a', () => { for (const text of ['{', '{"kind":"ended"}', '[]', 'null', '{"kind":"done","x":']) writeSync(3, text + '\\n'); });
test('b', (t) => { JSON.stringify = () => 'x'; Date.now = () => 0; t.mock.timers.enable(); });
test('c', () => { const odd = { get a() { throw 1; }, [Symbol.for('nodejs.util.inspect.custom')]() { throw 2; } }; assert.deepEqual(odd, 1); });
test('d', () => { throw { toString() { throw 3; } }; });
test('e', () => { throw null; });
test('f', () => {});`;
    const { end, results } = await runTests(code);
    assert.equal(end.kind, 'completed');
    assert.deepEqual(results, { a: 'passed', b: 'passed', c: 'failed', d: 'failed', e: 'failed', f: 'passed' });
  });

  it('and rejects where nobody waits fails, and no other', async () => {
    const code = `${header}test('a', async () => { void Promise.reject(new Error('lost')); await new Promise((go) => setTimeout(go, 20)); });
test('b', () => {});`;
    const { end, results } = await runTests(code);
    assert.deepEqual([end.kind, results], ['completed', { a: 'failed', b: 'passed' }]);
  });
});
