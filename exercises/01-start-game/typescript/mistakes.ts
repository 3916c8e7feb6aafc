import type { Mistake } from '../../../src/course/proof/mistakes.ts';
import { aggregate } from './mistakes/1.2-aggregate.ts';
import { otherAggregates } from './mistakes/1.2-other-ways.ts';
import { command } from './mistakes/1.3-command.ts';
import { otherCommands } from './mistakes/1.3-other-ways.ts';
import { events } from './mistakes/1.4-events.ts';
import { otherLists } from './mistakes/1.4-other-ways.ts';
import { otherRecords } from './mistakes/1.5-other-ways.ts';
import { record } from './mistakes/1.5-record.ts';
import { apply } from './mistakes/1.6-apply.ts';
import { otherApplies } from './mistakes/1.6-other-ways.ts';
import { once } from './mistakes/bonus-once.ts';
import { otherRefusals } from './mistakes/bonus-other-ways.ts';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [
  ...aggregate,
  ...command,
  ...events,
  ...record,
  ...apply,
  ...once,
  ...otherAggregates,
  ...otherCommands,
  ...otherLists,
  ...otherRecords,
  ...otherApplies,
  ...otherRefusals,
];

export default mistakes;
