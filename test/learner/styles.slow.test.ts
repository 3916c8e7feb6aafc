import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Operation } from '../../src/learner/protocol.ts';
import { call, domain, make, membersOf, outcomesOf, read, sourceRunner } from './runners.ts';

const runner = sourceRunner();
after(() => runner.dispose());

const body = '{ events: string[] = []; startGame(name: string) { this.events.push(name); } }';

/** Right answers in different styles: what the check asks for must be found in each. */
const games: Readonly<Record<string, string>> = {
  'a class': `export class Game ${body}`,
  'a default class': `export default class Game ${body}`,
  'a class without a name': `export default class ${body}`,
  'a class exported later': `class G ${body}\nexport { G as Game };`,
  'a class in an object exported by default': `class Game ${body}\nexport default { Game };`,
  'a factory': `class Game ${body}\nexport function createGame() { return new Game(); }`,
  'an asynchronous factory': `class G ${body}\nexport const newGame = async () => new G();`,
  'a function that looks like a class':
    'export const Game = () => { const events: string[] = []; return { events, startGame(name: string) { events.push(name); } }; };',
  'a constructor function':
    'export function Game(this: any) { this.events = []; }\nGame.prototype.startGame = function (name: string) { this.events.push(name); };',
  'an object that creates': `class G ${body}\nexport const Game = { create: () => new G() };`,
  snake_case: 'export class game { _events: string[] = []; start_game(name: string) { this._events.push(name); } }',
  'private fields behind a getter':
    'export class Game { #events: readonly string[] = []; get events() { return this.#events; } startGame(name: string) { this.#events = Object.freeze([...this.#events, name]); } }',
  'arrow functions as fields':
    'export class Game { events: string[] = []; startGame = (name: string): void => { this.events.push(name); }; }',
  'an inherited method': `class Aggregate ${body}\nexport class Game extends Aggregate {}`,
  'an accessor on a prototype-less object':
    'export function createGame() { const events: string[] = []; return Object.assign(Object.create(null), { events, startGame(name: string) { events.push(name); } }); }',
  'a proxy': `class G ${body}\nexport const Game = new Proxy(G, {});`,
};

describe('a game is found when it is', () => {
  for (const [style, source] of Object.entries(games)) {
    it(style, async () => {
      const run = await runner.run({
        files: domain(source),
        operations: [make, call('startGame', 'Ada'), read('events')],
      });
      const [, , state] = outcomesOf(run);
      assert.deepEqual(Object.values(membersOf(state)), [['Ada']]);
    });
  }
});

const applies =
  'export class Game { seen: unknown; apply(event: any) { const { playerOne, playerTwo } = event.data ?? event; this.seen = [event.type ?? event.constructor.name, playerOne, playerTwo]; } }\n';

const eventStyles: Readonly<Record<string, string>> = {
  'a class with arguments in order': `export class GameStarted { constructor(readonly playerOne: string, readonly playerTwo: string) {} }`,
  'a class with arguments in another order': `export class GameStarted { constructor(readonly playerTwo: string, readonly playerOne: string) {} }`,
  'a class that takes an object': `export class GameStarted { type = 'GameStarted'; playerOne; playerTwo; constructor({ playerOne, playerTwo }: any) { this.playerOne = playerOne; this.playerTwo = playerTwo; } }`,
  'a class that wraps its data': `export class GameStarted { type = 'GameStarted'; constructor(readonly data: unknown) {} }`,
  'a frozen object from a function': `export const gameStarted = (playerOne: string, playerTwo: string) => Object.freeze({ type: 'GameStarted', playerOne, playerTwo });`,
  'an object with a type': `export type GameStarted = { type: 'GameStarted'; playerOne: string; playerTwo: string };`,
};

describe('an event is made as the learner makes it:', () => {
  const event = { module: 'domain/game', type: 'GameStarted', data: { playerOne: 'Ada', playerTwo: 'Bob' } };
  const apply: Operation = { op: 'call', on: 'game', name: 'apply', args: [{ event }] };
  for (const [style, source] of Object.entries(eventStyles)) {
    it(style, async () => {
      const run = await runner.run({ files: domain(applies + source), operations: [make, apply, read('seen')] });
      assert.deepEqual(membersOf(outcomesOf(run)[2]), { seen: ['GameStarted', 'Ada', 'Bob'] });
    });
  }
});

describe('a record is made as the learner makes it:', () => {
  const record = { module: 'domain/game', name: 'Move', fields: { player: 'Ada', column: 'A' } };
  const keeps =
    'export class Game { seen: unknown; makeMove(move: any) { this.seen = [move.constructor.name, move.player, move.column]; } }\n';
  for (const [style, source, className] of [
    ['an interface', 'export interface Move { player: string; column: string }', 'Object'],
    ['a class', 'export class Move { constructor(readonly player: string, readonly column: string) {} }', 'Move'],
    [
      'a class that takes an object',
      'export class Move { player; column; constructor(of: any) { this.player = of.player; this.column = of.column; } }',
      'Move',
    ],
    ['nothing at all', '', 'Object'],
  ] as const) {
    it(style, async () => {
      const move: Operation = { op: 'call', on: 'game', name: 'makeMove', args: [{ record }] };
      const run = await runner.run({ files: domain(keeps + source), operations: [make, move, read('seen')] });
      assert.deepEqual(membersOf(outcomesOf(run)[2]), { seen: [className, 'Ada', 'A'] });
    });
  }
});

describe('tampering', () => {
  const tamper = (member: string, field?: string): Operation =>
    field === undefined
      ? { op: 'tamper', on: 'game', name: member }
      : { op: 'tamper', on: 'game', name: member, index: 0, field };
  const seen = async (source: string, operation: Operation) => {
    const outcomes = outcomesOf(
      await runner.run({ files: domain(source), operations: [make, operation, read('events')] }),
    );
    return { tampered: outcomes[1], events: membersOf(outcomes[2]).events };
  };

  it('reaches a list that is handed out', async () => {
    const { tampered, events } = await seen('export class Game { events = []; }', tamper('events'));
    assert.deepEqual(tampered, { kind: 'tampered', refused: false });
    assert.deepEqual(events, ['put here by the check']);
  });

  it('does not reach a copy', async () => {
    const { events } = await seen(
      'export class Game { #all = []; get events() { return [...this.#all]; } }',
      tamper('events'),
    );
    assert.deepEqual(events, []);
  });

  it('is refused by a frozen event', async () => {
    const source = `export class Game { events = [Object.freeze({ player: 'Ada' })]; }`;
    const { tampered, events } = await seen(source, tamper('events', 'player'));
    assert.deepEqual(tampered, { kind: 'tampered', refused: true });
    assert.deepEqual(events, [{ player: 'Ada' }]);
  });
});
