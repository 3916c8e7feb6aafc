import type { Mistake } from '../../../src/course/proof/mistakes.ts';
import { applying } from './mistakes/apply.ts';
import { recording } from './mistakes/events.ts';
import { once } from './mistakes/once.ts';
import { players } from './mistakes/players.ts';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [...players, ...recording, ...applying, ...once];

export default mistakes;
