import type { Exercise } from '../../src/course/exercise.ts';
import { aggregate } from './steps/1.2-aggregate.ts';
import { command } from './steps/1.3-command.ts';
import { events } from './steps/1.4-events.ts';
import { record } from './steps/1.5-record.ts';
import { apply } from './steps/1.6-apply.ts';
import { once } from './steps/bonus-once.ts';

const exercise: Exercise = {
  id: '01-start-game',
  branch: '01-exercise-start-game',
  title: 'Start the game',
  summary: 'Record what happened instead of changing state.',
  steps: [aggregate, command, events, record, apply, once],
};

export default exercise;
