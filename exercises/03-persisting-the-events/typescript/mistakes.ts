import type { Mistake } from '../../../src/course/proof/mistakes.ts';
import { add } from './mistakes/3.3-add.ts';
import { otherAdds } from './mistakes/3.3-other-ways.ts';
import { get } from './mistakes/3.4-get.ts';
import { otherGets } from './mistakes/3.4-other-ways.ts';
import { moves } from './mistakes/3.5-moves.ts';
import { otherMoves } from './mistakes/3.5-other-ways.ts';
import { uncommitted } from './mistakes/3.6-uncommitted.ts';
import { finish } from './mistakes/3.7-finish.ts';
import { otherFinishes } from './mistakes/3.7-other-ways.ts';
import { otherPlays } from './mistakes/3.8-other-ways.ts';
import { play } from './mistakes/3.8-play.ts';

/** Wrong solutions, each for one mistake, by the step that has to tell it. */
const mistakes: readonly Mistake[] = [
  ...add,
  ...get,
  ...moves,
  ...uncommitted,
  ...finish,
  ...play,
  ...otherAdds,
  ...otherGets,
  ...otherMoves,
  ...otherFinishes,
  ...otherPlays,
];

export default mistakes;
