import type { Told } from '../../../src/course/judgement.ts';
import { type ExerciseProgress, type StepProgress, untouched } from '../../../src/course/progress.ts';
import type { ExerciseAsRead, StepAsRead } from '../../../src/editor/guide/guide-model.ts';

/** An exercise a learner is in the middle of, for everything here that needs one to show. */
const step = (number: string, title: string, more: Partial<StepAsRead> = {}): StepAsRead => ({
  number,
  title,
  hints: ['A nudge.', 'A push.', 'Nearly the answer: `this.events.push(event)`.'],
  afterwards: 'You did it.',
  place: { module: 'domain/game', member: 'startGame' },
  ...more,
});

export const exampleExercise: ExerciseAsRead = {
  id: '01-start-game',
  title: 'Start the game',
  summary: 'Record what happened instead of changing state.',
  steps: [
    step('1.2', 'A game with nobody in it', { place: { module: 'domain/game', member: 'Game' } }),
    step('1.3', 'Start it with two players'),
    step('1.4', 'A place for events', {
      afterwards:
        'Your game has a memory now. It is a list, for the *order* of what happened is part of what happened; and it is empty, for nothing has.',
    }),
    step('1.5', 'Say it with an event', {
      hints: [
        'If this program ended now, what would somebody need to know to tell who played? That belongs in the event.',
        'Give `GameStarted` two fields for the names. Then look at `startGame`: it should no longer touch `playerOne` and `playerTwo`.',
        "All that is left in `startGame`:\n\n```ts\nthis.events.push({ type: 'GameStarted', playerOne, playerTwo });\n```",
      ],
      afterwards:
        'Your command no longer changes anything: it says what happened. The event holds the names, and nobody can overwrite it. The state is out of date now, and 1.6 shows why that is no loss.',
    }),
    step('1.6', 'Rebuild it from events'),
    step('bonus', 'Only once'),
  ],
};

const gameStarted = (...[playerOne, playerTwo]: [string, string]) => ({
  type: 'GameStarted',
  fields: [
    { name: 'playerOne', value: `"${playerOne}"` },
    { name: 'playerTwo', value: `"${playerTwo}"` },
  ],
});
const moveMade = (player: string, column: string) => ({
  type: 'MoveMade',
  fields: [
    { name: 'player', value: `"${player}"` },
    { name: 'column', value: `"${column}"` },
  ],
});

/** Nothing was recorded. */
export const toldMissing: Told = {
  headline: 'Your command changed the state but recorded nothing.',
  why: 'After `startGame("Ada", "Grace")` the players are set, yet `events` is empty: nobody who replays this game will ever know who played.',
  comparison: { rows: [{ kind: 'missing', expected: gameStarted('Ada', 'Grace') }], firstDivergence: 0 },
  at: { file: 'src/domain/game.ts', line: 9, column: 5 },
};

/** A long game with every kind of row. */
export const toldEverything: Told = {
  headline: 'Your `GameFinished` stands before the move that ended the game.',
  why: 'Whoever reads the stream sees a game that was over and went on. Record the move first; what follows from it comes after it.',
  comparison: {
    rows: [
      { kind: 'same', expected: gameStarted('Ada', 'Grace'), actual: gameStarted('Ada', 'Grace') },
      ...['D', 'E', 'D', 'E', 'D'].map((column, turn) => {
        const move = moveMade(turn % 2 === 0 ? 'Ada' : 'Grace', column);
        return { kind: 'same', expected: move, actual: move } as const;
      }),
      {
        kind: 'differs',
        expected: moveMade('Grace', 'E'),
        actual: {
          type: 'MoveMade',
          fields: [
            { name: 'player', value: '"Ada"' },
            { name: 'row', value: '3' },
          ],
        },
        fields: [
          { name: 'player', expected: '"Grace"', actual: '"Ada"' },
          { name: 'column', expected: '"E"', actual: undefined },
          { name: 'row', expected: undefined, actual: '3' },
        ],
      },
      {
        kind: 'differs',
        expected: moveMade('Ada', 'D'),
        actual: { type: 'GameFinished', fields: [{ name: 'result', value: '"PLAYER_ONE_WON"' }] },
        fields: [],
      },
      { kind: 'missing', expected: { type: 'GameFinished', fields: [{ name: 'result', value: '"PLAYER_ONE_WON"' }] } },
      { kind: 'unexpected', actual: moveMade('Ada', 'D') },
    ],
    firstDivergence: 6,
  },
  at: { file: 'src/domain/game.ts', line: 41, column: 7 },
};

const toldSyntax: Told = {
  headline: '`src/domain/game.ts` can’t be read: `Unexpected token, expected "{"`.',
  why: 'A check runs your code, and this file doesn’t get that far. Mend line 3 and check again.',
  at: { file: 'src/domain/game.ts', line: 3, column: 19 },
};

const passed: StepProgress = { ...untouched, judgement: { verdict: 'pass' } };
const notYet = (told: Told, more: Partial<StepProgress> = {}): StepProgress => ({
  ...untouched,
  judgement: { verdict: 'notYet', mistake: 'state-changed-no-event', told },
  ...more,
});
const guiltyLine = '    this.playerOne = playerOne;';

const threePassed: readonly (readonly [string, StepProgress])[] = [
  ['1.2', passed],
  ['1.3', passed],
  ['1.4', passed],
];

/** Where a learner can be. */
export const exampleProgress = {
  fresh: new Map(),
  notYet: new Map([...threePassed, ['1.5', notYet(toldMissing, { guiltyLine })]]),
  hints: new Map([...threePassed, ['1.5', notYet(toldMissing, { guiltyLine, hintsRevealed: 3, askedForSolution: 1 })]]),
  everything: new Map([
    ...threePassed,
    ['1.5', notYet(toldEverything, { guiltyLine: '      this.record(finished);' })],
  ]),
  checking: new Map([...threePassed, ['1.5', notYet(toldMissing, { guiltyLine, checking: true })]]),
  couldNotRun: new Map<string, StepProgress>([
    ...threePassed,
    [
      '1.5',
      {
        ...untouched,
        judgement: {
          verdict: 'couldNotRun',
          problem: { kind: 'missingFile', file: 'src/domain/game.ts' },
          told: toldSyntax,
        },
        guiltyLine: 'export class Game (',
      },
    ],
  ]),
  passed: new Map([...threePassed, ['1.5', passed]]),
  finished: new Map(exampleExercise.steps.map(({ number }) => [number, passed])),
} satisfies Readonly<Record<string, ExerciseProgress>>;
