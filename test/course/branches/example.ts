import type { Matrix, MatrixRow } from '../../../src/course/branches/matrix.ts';
import { type Exercise, type Step, step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import type { Branch } from '../../../src/course/git/branches.ts';
import type { Judgement } from '../../../src/course/judgement.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';

export function branchNamed(label: string): Branch {
  return {
    label,
    name: label,
    remote: undefined,
    ref: `refs/heads/${label}`,
    commit: '0123456789abcdef0123456789abcdef01234567',
    tree: 'fedcba9876543210fedcba9876543210fedcba98',
    current: false,
    isSolution: label.startsWith('solutions/'),
    author: 'Ann',
    date: new Date(1_720_600_000_000),
  };
}

const named = (number: string, title: string): Step =>
  step({
    number,
    title,
    hints: [],
    afterwards: '',
    place: { module: 'domain/game', member: 'startGame' },
    draw: () => undefined,
    scenario: () => ({}),
    judge: () => passed,
  });

export const startGame: Exercise = {
  id: '01-start-game',
  branch: '01-exercise-start-game',
  title: 'Start the game',
  summary: 'Record what happened.',
  steps: [named('1.4', 'A place for events'), named('1.5', 'Say it with an event'), named('bonus', 'Only once')],
};

export const forgot: Judgement = {
  verdict: 'notYet',
  mistake: 'state-changed-no-event',
  told: {
    headline: 'Your `startGame` changed the state but recorded nothing.',
    why: 'Nobody who replays this game will ever know who played.',
    comparison: {
      rows: [
        {
          kind: 'missing',
          expected: { type: 'GameStarted', fields: [{ name: 'playerOne', value: '"<Ada> & \'co\'"' }] },
        },
      ],
      firstDivergence: 0,
    },
    at: { file: 'src/domain/game.ts', line: 9, column: 5 },
  },
};

export const nasty: Judgement = {
  verdict: 'couldNotRun',
  problem: { kind: 'missingFile', file: 'src/domain/game.ts' },
  told: {
    headline: 'It threw \u001b[31m"]]>" | <script>\u0000\uD800 `a|b`\nand *more*.',
    why: 'Look\tthere\r\nfirst.',
  },
};

export function checkedRow(label: string, judgements: readonly Judgement[], exercise = startGame): MatrixRow {
  const steps = exercise.steps.map(({ number, title }, at) => ({
    number,
    title,
    judgement: judgements[at] ?? passed,
  }));
  const files = new Map([['src/domain/game.ts', 'export class Game {}\n']]);
  return {
    kind: 'checked',
    language: typescript,
    branch: branchNamed(label),
    exercise,
    report: { exercise: exercise.id, seed: 'seed', steps, took: 120 },
    files,
  };
}

export function uncheckedRow(label: string, problem: 'noExercise' | 'nothingToCheck', sentence: string): MatrixRow {
  return { kind: 'unchecked', branch: branchNamed(label), problem, sentence };
}

/** Every kind of row. */
export const example: Matrix = {
  rows: [
    checkedRow('solutions/01-exercise-start-game', []),
    checkedRow('learner/ann/01-exercise-start-game', [passed, forgot, forgot]),
    checkedRow('learner/b|b_<i>&/01-exercise-start-game', [nasty, nasty, nasty]),
    uncheckedRow('docs', 'noExercise', 'Nothing says which exercise it is about.'),
    uncheckedRow('07-when-to-use-it', 'nothingToCheck', 'It is there to be read.'),
  ],
  took: 480,
};
