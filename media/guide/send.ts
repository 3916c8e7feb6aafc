import type { FromPage } from '../../src/pages/guide/contract.ts';

/** Asks the host for something the learner wants. */
export type Send = (message: FromPage) => void;
