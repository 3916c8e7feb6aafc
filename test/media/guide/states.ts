/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { parseInstructions } from '../../../src/course/instructions.ts';
import type { ExerciseProgress } from '../../../src/course/progress.ts';
import { stepAtHand } from '../../../src/editor/course/step-at-hand.ts';
import type { ExerciseFacts } from '../../../src/editor/guide/guide-model.ts';
import { guideState } from '../../../src/editor/guide/guide-state.ts';
import { createMarkdownRenderer } from '../../../src/editor/guide/markdown.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import type { GuideState } from '../../../src/pages/guide/contract.ts';
import { exampleExercise, exampleProgress } from './example.ts';

const readme = new URL('../../../exercises/01-start-game/README.md', import.meta.url);
const instructions = parseInstructions(readFileSync(readme, 'utf8'));
const render = createMarkdownRenderer();

/** The guide's state as its host makes it, from the instructions of exercise 1. */
export function exampleState(progress: ExerciseProgress, more: Partial<ExerciseFacts> = {}): GuideState {
  const current = stepAtHand(exampleExercise.steps, progress)?.number ?? '';
  const course = { number: 1, total: 7, nextExercise: 'Play the game', trusted: true, current };
  return guideState(
    { kind: 'exercise', exercise: exampleExercise, instructions, ...course, progress, ...more },
    typescript,
    render,
  );
}

const { fresh, notYet, hints, everything, checking, couldNotRun, passed, finished } = exampleProgress;

/** Every state there is something to look at. */
export const gallery = {
  fresh: exampleState(fresh),
  untrusted: exampleState(fresh, { trusted: false }),
  'not-yet': exampleState(notYet),
  hints: exampleState(hints),
  everything: exampleState(everything),
  checking: exampleState(checking),
  'could-not-run': exampleState(couldNotRun),
  passed: exampleState(passed, { current: '1.5' }),
  elsewhere: exampleState(fresh, {
    elsewhere: 'You are on the branch main, which is not your exercise. What passes here is not counted.',
  }),
  finished: exampleState(finished, { current: 'bonus' }),
  nothing: { kind: 'nothing' },
  problem: {
    kind: 'problem',
    headline: 'The exercise can’t be read',
    remedy: 'There is no README.md in exercises/01-start-game. Reset Exercise brings it back.',
  },
} satisfies Readonly<Record<string, GuideState>>;
