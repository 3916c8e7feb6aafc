import type { Exercise } from '../../src/course/exercise.ts';
import { makeMove } from './steps/2.2-move.ts';
import { constraints } from './steps/2.3-constraints.ts';
import { finish } from './steps/2.4-finish.ts';
import { play } from './steps/2.5-play.ts';

const exercise: Exercise = {
  id: '02-play-the-game',
  branch: '02-exercise-play-the-game',
  title: 'Play the game',
  summary: 'Let moves be made, refuse those that must not be, and know when the game is over.',
  providesPackages: true,
  steps: [makeMove, constraints, finish, play],
};

export default exercise;
