import type { Mistake } from '../../../src/course/proof/mistakes.ts';
import { move } from './mistakes/2.2-move.ts';
import { constraints } from './mistakes/2.3-constraints.ts';
import { finish } from './mistakes/2.4-finish.ts';
import { play } from './mistakes/2.5-play.ts';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [...move, ...constraints, ...finish, ...play];

export default mistakes;
