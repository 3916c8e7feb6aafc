import type { Mistake } from '../../../src/course/proof/mistakes.ts';
import { move } from './mistakes/2.2-move.ts';
import { otherMoves } from './mistakes/2.2-other-ways.ts';
import { constraints } from './mistakes/2.3-constraints.ts';
import { otherConstraints } from './mistakes/2.3-other-ways.ts';
import { finish } from './mistakes/2.4-finish.ts';
import { otherFinishes } from './mistakes/2.4-other-ways.ts';
import { otherPlays } from './mistakes/2.5-other-ways.ts';
import { play } from './mistakes/2.5-play.ts';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [
  ...move,
  ...constraints,
  ...finish,
  ...play,
  ...otherMoves,
  ...otherConstraints,
  ...otherFinishes,
  ...otherPlays,
];

export default mistakes;
