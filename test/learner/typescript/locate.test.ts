import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodePlace } from '../../../src/learner/language.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';

const game = `import { Board } from './board.ts';

export class Game {
  player_one?: string;
  #events: GameEvent[] = [];
  board = new Board();

  startGame(one: string) {
    if (this.player_one) throw new GameAlreadyStartedError();
    const result = this.#apply({ type: 'GameStarted', one });
    this.#events.push(result);
  }

  #apply(event: GameEvent) {
    // this.result = nothing yet
    this.player_one = event.one;
    return event;
  }
}
`;
const events = `export interface GameStarted {\n  readonly type: 'GameStarted';\n}\n\nexport type GameEvent = GameStarted;\n`;
const files = new Map([
  ['src/domain/game.ts', game],
  ['src/domain/events.ts', events],
]);

/** The line of text that was found, and what stands there. */
function lineAt(...places: CodePlace[]): string | undefined {
  const at = typescript.locate(files, ...places);
  return (
    at &&
    `${at.line}: ${files
      .get(at.file)
      ?.split('\n')
      [at.line - 1]?.slice(at.column - 1)}`
  );
}
const inGame = (rest: Omit<CodePlace, 'module'>): CodePlace => ({ module: 'domain/game', ...rest });

describe('where a place of the course is in TypeScript', () => {
  it('is its member, in whatever spelling', () => {
    assert.equal(lineAt(inGame({ member: 'startGame' })), '8: startGame(one: string) {');
    assert.equal(lineAt(inGame({ member: 'apply' })), '14: #apply(event: GameEvent) {');
    assert.equal(lineAt(inGame({ member: 'playerOne' })), '4: player_one?: string;');
  });

  it('is a class, an interface or a type', () => {
    assert.equal(lineAt(inGame({ member: 'Game' })), '3: Game {');
    assert.equal(lineAt({ module: 'domain/events', member: 'GameStarted' }), '1: GameStarted {');
    assert.equal(lineAt({ module: 'domain/events', member: 'GameEvent' }), '5: GameEvent = GameStarted;');
  });

  for (const [pattern, line] of [
    ['raises', '9: throw new GameAlreadyStartedError();'],
    ['calls:apply', "10: #apply({ type: 'GameStarted', one });"],
    ['appendsTo:events', '11: #events.push(result);'],
    ['creates:GameAlreadyStartedError', '9: new GameAlreadyStartedError();'],
    ['mentions:one', '8: one: string) {'],
  ] as const) {
    it(`is where a member ${pattern}`, () => {
      assert.equal(lineAt(inGame({ member: 'startGame', pattern })), line);
    });
  }

  it('takes an assignment to a member for one, and no variable or comment', () => {
    assert.equal(lineAt(inGame({ pattern: 'assigns:playerOne' })), '16: player_one = event.one;');
    assert.equal(lineAt(inGame({ member: 'startGame', pattern: 'assigns:result' })), '8: startGame(one: string) {');
  });

  it('is the first of several patterns', () => {
    const pattern = ['returns', 'assigns:playerOne'] as const;
    assert.equal(lineAt(inGame({ member: 'apply', pattern })), '16: player_one = event.one;');
  });

  it('is the first place that is there', () => {
    assert.equal(
      lineAt({ module: 'persistence/event-mapping', member: 'toEventData' }, inGame({ member: 'apply' })),
      '14: #apply(event: GameEvent) {',
    );
    assert.equal(lineAt(inGame({ member: 'makeMove' }), inGame({ member: 'apply' })), '14: #apply(event: GameEvent) {');
  });

  it('is the class where there is no such member, and the top where there is no class', () => {
    assert.equal(lineAt(inGame({ member: 'makeMove' })), '3: class Game {');
    assert.equal(lineAt({ module: 'domain/events', member: 'MoveMade' }), '1: export interface GameStarted {');
  });

  it('is nowhere without the file', () => {
    assert.equal(typescript.locate(files, { module: 'domain/board' }), undefined);
  });
});
