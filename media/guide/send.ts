import type { GuideAction } from '../../src/pages/guide/contract.ts';

/** Asks the host for something the learner wants. */
export type Send = (action: GuideAction) => void;
