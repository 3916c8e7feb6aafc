import type { Mistake } from '../../../src/course/proof/mistakes.ts';
import { aggregate } from './mistakes/1.2-aggregate.ts';
import { command } from './mistakes/1.3-command.ts';
import { events } from './mistakes/1.4-events.ts';
import { record } from './mistakes/1.5-record.ts';
import { apply } from './mistakes/1.6-apply.ts';
import { once } from './mistakes/bonus-once.ts';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [...aggregate, ...command, ...events, ...record, ...apply, ...once];

export default mistakes;
