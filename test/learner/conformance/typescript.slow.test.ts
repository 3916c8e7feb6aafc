import type { SourceFiles } from '../../../src/learner/source-files.ts';
import { sourceRunner } from '../runners.ts';
import { describeDriver } from './suite.ts';

const game = (body: string, before = ''): SourceFiles =>
  new Map([['src/domain/game.ts', `${before}export class Game {\n${body}\n}\n`]]);

describeDriver('TypeScript', {
  makeRunner: () => sourceRunner(),
  programs: {
    values: game(
      "name: string = 'Ada'; count = 3; ready = true; nobody: string | undefined; moves = ['A', 'B']; board = new Board();",
      'class Board { size = 7; }\n',
    ),
    commands: game(
      '#one?: string; player_two?: string; get playerOne() { return this.#one; }\n' +
        'startGame(one: string, two: string) { this.#one = one; this.player_two = two; return one; }',
    ),
    events: new Map([
      [
        'src/domain/game.ts',
        'export interface Move { player: string; column: string }\n' +
          'export class Game { events: object[] = []; last?: Move;\n' +
          'apply(event: object) { this.events.push(event); }\n' +
          'makeMove(move: Move) { this.last = move; } }\n',
      ],
      ['src/domain/events.ts', 'export class GameStarted { constructor(readonly playerOne: string) {} }\n'],
    ]),
    failures: game(
      "refuse() { throw new InvalidMoveError('no'); }\n" +
        "builtin() { throw new RangeError('mine'); }\n" +
        'slip() { const nobody: any = undefined; return nobody.name; }',
      'class InvalidMoveError extends Error {}\n',
    ),
    printing: game("speak() { console.log('hello'); }"),
    endless: game('wait() { for (;;); }'),
    leaving: game('leave() { process.exit(3); }'),
    loud: game("say() { for (let at = 0; at < 2_000; at++) console.log('x'.repeat(1_000)); }"),
    hoarding: game('hoard() { const all: number[][] = []; for (;;) all.push(new Array(10_000).fill(1.5)); }'),
    failingToLoad: game('', "class NotTodayError extends Error {}\nthrow new NotTodayError('no');\n"),
    unreadable: game('', 'const a = 1;\nconst = 2;\n'),
    missingImport: game('', "import { x } from 'nobody-has-this';\nx;\n"),
    cycles: game(
      'self: Game = this; twice: object[]; constructor() { const one = { at: 1 }; this.twice = [one, one]; }',
    ),
    environment: game('greeting() { return process.env.GREETING; }'),
    waiting: game('async later(text: string) { await new Promise((go) => setTimeout(go, 5)); return text; }'),
    unreadableMember: game("get broken() { throw new Error('not now'); }"),
    tampering: game('list: unknown[] = []; fixed: readonly unknown[] = Object.freeze([]);'),
    points: game(
      'score = 0; points: Point[] = []; play() { this.add(); this.score = 1; } add() { this.points.push(new Point()); }',
      'class Point { of = 1; }\n',
    ),
    noGame: new Map([['src/domain/game.ts', 'export class Player {}\n']]),
  },
});
