import type { Exercise } from '../../src/course/exercise.ts';
import { add } from './steps/3.3-add.ts';
import { load } from './steps/3.4-get.ts';
import { moves } from './steps/3.5-moves.ts';
import { uncommitted } from './steps/3.6-uncommitted.ts';
import { finish } from './steps/3.7-finish.ts';
import { play } from './steps/3.8-play.ts';

const exercise: Exercise = {
  id: '03-persisting-the-events',
  branch: '03-exercise-persisting-the-events',
  title: 'Persist the events',
  summary: 'Append what happens to a stream, and bring games back from it.',
  storesEvents: true,
  providesPackages: true,
  expects: [
    { module: 'domain/game', member: 'Move', what: 'What a player wants to do: who, and in which column.' },
    {
      module: 'domain/game',
      member: 'id',
      what: 'Which game it is. One may be given to a new game; without one it makes its own.',
    },
    { module: 'domain/game', member: 'events', what: 'All that has happened in this game, in its order.' },
  ],
  steps: [add, load, moves, uncommitted, finish, play],
};

export default exercise;
