import type { Language } from '../learner/language.ts';
import type { LearnerSession } from '../learner/learner-code.ts';
import type { PanelAggregate } from './panel-aggregate.ts';

/** Somebody's code of an aggregate: which aggregate it is of, and a way to run it. */
export interface OwnCode {
  readonly aggregate: PanelAggregate;
  /** What it is written in. */
  readonly language: Language;
  /** A fresh session on the code as it is now. */
  open(): Promise<LearnerSession>;
}
