import type { Exercise } from './exercise.ts';

/** The number that people know an exercise by: 1 for `01-start-game`. Only for showing it. */
export function numberOf({ id }: Pick<Exercise, 'id'>): number {
  return Number.parseInt(id, 10);
}
