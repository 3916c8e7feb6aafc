import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { call, domain, make, outcomesOf, sourceRunner } from '../runners.ts';

const workspace = mkdtempSync(join(tmpdir(), 'ground-up-thrown-'));
const packageFolder = join(workspace, 'node_modules/refuser');
mkdirSync(packageFolder, { recursive: true });
writeFileSync(join(packageFolder, 'package.json'), '{ "name": "refuser", "type": "module", "exports": "./index.js" }');
writeFileSync(
  join(packageFolder, 'index.js'),
  `export class Refused extends Error {}
export function refuse() { throw new Refused('theirs'); }
export function plain() { throw new Error('theirs'); }
export function named() { throw Object.assign(new Error('theirs'), { name: 'RefusedError' }); }`,
);
const runner = sourceRunner({ workspace });
after(() => {
  runner.dispose();
  rmSync(workspace, { recursive: true });
});

/** Whose it is and whether it was meant, for a method with this body. */
async function toldOf(body: string, before = ''): Promise<string> {
  const source = `${before}\nexport class Game { async play() { ${body} } }`;
  const [, outcome] = outcomesOf(await runner.run({ files: domain(source), operations: [make, call('play')] }));
  assert.ok(outcome?.kind === 'threw', JSON.stringify(outcome));
  const { name, origin, deliberate } = outcome.thrown;
  return `${name}: ${origin}, ${deliberate ? 'meant' : 'not meant'}`;
}

const own = 'class InvalidMoveError extends Error {}';
const theirs = "import { named, plain, Refused, refuse } from 'refuser';";

describe('what TypeScript throws', () => {
  for (const [body, told, before = ''] of [
    ['throw new InvalidMoveError();', 'InvalidMoveError: learner, meant', own],
    [
      'throw new InvalidMoveError();',
      'InvalidMoveError: learner, meant',
      'class InvalidMoveError extends RangeError {}',
    ],
    [
      'throw invalid();',
      'InvalidMoveError: learner, meant',
      'const InvalidMoveError = class InvalidMoveError extends Error {};\nconst invalid = () => new InvalidMoveError();',
    ],
    ["throw Object.assign(new Error('no'), { name: 'InvalidMoveError' });", 'InvalidMoveError: learner, meant'],
    ["throw new Error('no');", 'Error: language, meant'],
    ["throw Error('no');", 'Error: language, meant'],
    ["throw new\n      globalThis.RangeError('no');", 'RangeError: language, meant'],
    ["const move: any = 1 as number; if (move) throw new TypeError('no');", 'TypeError: language, meant'],
    ["await Promise.reject(new Error('no'));", 'Error: language, meant'],
    ["throw 'no';", 'string: language, meant'],
    ['const nobody: any = undefined; nobody.name();', 'TypeError: language, not meant'],
    ['(nobody as any).name();', 'ReferenceError: language, not meant', 'declare const nobody: unknown;'],
    ['const Five: any = 5; new Five();', 'TypeError: language, not meant'],
    ["new URL('nowhere');", 'TypeError: language, not meant'],
    ["JSON.parse('{');", 'SyntaxError: language, not meant'],
    ['const down = (): number => down() + 1; down();', 'RangeError: language, not meant'],
    ['structuredClone(() => {});', 'DOMException: language, not meant'],
    ['assert.equal(1, 2);', 'AssertionError: language, not meant', "import assert from 'node:assert';"],
    ['try { (undefined as any).x; } catch (failure) { throw failure; }', 'TypeError: language, not meant'],
    ['refuse();', 'Refused: package, not meant', theirs],
    ["throw new Refused('mine');", 'Refused: package, meant', theirs],
    ['plain();', 'Error: language, not meant', theirs],
    ['named();', 'RefusedError: language, not meant', theirs],
  ] as const) {
    it(`${body.replaceAll(/\s+/g, ' ')} is ${told}`, async () => assert.equal(await toldOf(body, before), told));
  }

  it('is described even where the learner’s code changed what describing takes', async () => {
    const before = `${own}
String.prototype.slice = () => 'changed'; String.prototype.indexOf = () => 0; RegExp.prototype.exec = () => null;
Array.prototype[Symbol.iterator] = function () { throw new Error('no iterating'); };`;
    assert.equal(await toldOf('throw new InvalidMoveError();', before), 'InvalidMoveError: learner, meant');
  });
});
