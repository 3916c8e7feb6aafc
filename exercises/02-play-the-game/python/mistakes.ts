import type { Mistake } from '../../../src/course/proof/mistakes.ts';
import { constraints } from './mistakes/constraints.ts';
import { ends } from './mistakes/ends.ts';
import { moves } from './mistakes/move.ts';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [...moves, ...constraints, ...ends];

export default mistakes;
