import type { GuideAction } from '../../src/panel/guide-contract.ts';

/** Asks the host for something the learner wants. */
export type Send = (action: GuideAction) => void;
