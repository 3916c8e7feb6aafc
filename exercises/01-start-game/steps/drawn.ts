import type { Players } from './players.ts';

/** Games that differ in who plays, one in no player, one in one, one in the other, one in their order. */
export interface Starts {
  readonly players: Players;
  readonly otherOne: Players;
  readonly otherTwo: Players;
  readonly swapped: Players;
}
