import type { Notice } from '../../pages/panel/contract.ts';

/** Told whoever gives a command while they look at the past. */
export const inThePast: Notice = {
  text: 'This is the past, and what has happened stays as it is. Return to now to go on from there, or fork here to play another future.',
  actions: ['returnToNow', 'fork'],
};
