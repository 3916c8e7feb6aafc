import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestText } from '../../../src/learner/language.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { runTests } from './tests/runs.ts';

const started = { type: 'GameStarted', data: { playerOne: 'Ada', playerTwo: "Grace O'Malley" } };
const moved = { type: 'MoveMade', data: { player: 'Ada', column: 'A' } };
const move: TestText = {
  title: 'Ada playing column A',
  aggregate: 'Game',
  given: [started],
  when: { command: 'makeMove', args: [{ record: { name: 'Move', fields: { player: 'Ada', column: 'A' } } }] },
  expected: { kind: 'recorded', events: [moved] },
};

const game = `export class Game {
  events: any[] = [];
  apply(event: any) { this.events.push(event); }
  startGame(playerOne: string, playerTwo: string) { this.apply({ type: 'GameStarted', playerOne, playerTwo }); }
  makeMove(move: any) {
    if (this.events.length > 1) throw new NotYourTurnError();
    this.apply({ type: 'MoveMade', ...move });
  }
}
class NotYourTurnError extends Error { override name = 'NotYourTurnError'; }`;
const header = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Game } from '../src/domain/game.ts';
`;
const run = (test: TestText) =>
  runTests(header + typescript.tests.write(test), { files: { 'src/domain/game.ts': game } });

describe('a test written from data', () => {
  it('says given, when and then', () => {
    assert.equal(
      typescript.tests.write(move),
      `test('Ada playing column A', () => {
  // Given
  const game = new Game();
  for (const event of [
    { type: 'GameStarted', playerOne: 'Ada', playerTwo: "Grace O'Malley" },
  ] as const) game.apply(event);
  const before = game.events.length;

  // When
  game.makeMove({ player: 'Ada', column: 'A' });

  // Then
  assert.deepEqual(game.events.slice(before), [
    { type: 'MoveMade', player: 'Ada', column: 'A' },
  ]);
});
`,
    );
  });

  it('passes where it is so', async () => {
    assert.deepEqual((await run(move)).results, { 'Ada playing column A': 'passed' });
    const when = { command: 'startGame', args: [{ value: 'Ada' }, { value: "Grace O'Malley" }] };
    const start: TestText = { ...move, given: [], when, expected: { kind: 'recorded', events: [started] } };
    assert.deepEqual((await run(start)).results, { 'Ada playing column A': 'passed' });
    const refused: TestText = {
      ...move,
      given: [started, moved],
      expected: { kind: 'refused', error: 'NotYourTurnError' },
    };
    assert.deepEqual((await run(refused)).results, { 'Ada playing column A': 'passed' });
  });

  it('fails where it is not', async () => {
    const nothing: TestText = { ...move, expected: { kind: 'recorded', events: [] } };
    assert.deepEqual((await run(nothing)).results, { 'Ada playing column A': 'failed' });
    const otherwise: TestText = { ...move, expected: { kind: 'refused', error: 'NotYourTurnError' } };
    assert.deepEqual((await run(otherwise)).results, { 'Ada playing column A': 'failed' });
  });
});
