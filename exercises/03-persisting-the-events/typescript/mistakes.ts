import type { Mistake } from '../../../src/course/proof/mistakes.ts';
import { add } from './mistakes/3.3-add.ts';
import { get } from './mistakes/3.4-get.ts';
import { moves } from './mistakes/3.5-moves.ts';
import { uncommitted } from './mistakes/3.6-uncommitted.ts';
import { finish } from './mistakes/3.7-finish.ts';
import { play } from './mistakes/3.8-play.ts';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [...add, ...get, ...moves, ...uncommitted, ...finish, ...play];

export default mistakes;
