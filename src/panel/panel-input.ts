import type { EventStore } from '../eventstore/event-store.ts';
import type { LearnerSession } from '../learner/learner-code.ts';
import type { CheckedStep } from './check-replay/checked-step.ts';

/** What comes to the panel from outside, other than from its pages. */
export type PanelInput =
  | { readonly kind: 'availability'; readonly availability: Availability }
  /** The store whose streams can be looked at. */
  | { readonly kind: 'store'; readonly store: StoreState }
  /** The learner's files were saved. */
  | { readonly kind: 'codeChanged' }
  /** A check is to be stepped through. */
  | { readonly kind: 'check'; readonly checked: CheckedStep };

/** Whether there is anything to show: decided outside, and able to change. */
export type Availability = 'nothingYet' | 'untrusted' | 'available';

/** The store there is, if any. */
export type StoreState =
  | { readonly kind: 'none' }
  /** With the learner's code as it is told where that store is, where clients can reach it. */
  | { readonly kind: 'open'; readonly store: EventStore; readonly openCode?: () => Promise<LearnerSession> }
  | { readonly kind: 'lost'; readonly reason: string };
