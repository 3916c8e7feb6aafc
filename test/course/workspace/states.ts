import { inTheWay, links, ordinary } from './states/files.ts';
import { heads, unfinished } from './states/heads.ts';
import { refusing } from './states/refusing.ts';
import type { State } from './states/state.ts';
import { surroundings } from './states/surroundings.ts';

/** The states of a tree that are tried with every operation. */
export const states: readonly State[] = [
  ...ordinary,
  ...inTheWay,
  ...links,
  ...heads,
  ...unfinished,
  ...surroundings,
  ...refusing,
];
