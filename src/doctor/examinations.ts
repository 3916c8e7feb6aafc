import type { LearnerRunner } from '../learner/learner-code.ts';
import type { Examination } from './finding.ts';
import { gitExamination, identityExamination } from './git.ts';
import { type PortAtHand, portExamination } from './port.ts';
import { proxyExamination } from './proxy.ts';
import { runtimeExamination } from './runtime.ts';
import { type StoreAtHand, storeExamination } from './store.ts';
import { synchronisedExamination } from './synchronised-drive.ts';
import { type TimedCheck, timeLimitExamination } from './time-limit.ts';
import { trustExamination } from './trust.ts';
import { writableExamination } from './writable.ts';

/** Everything there is to look at; what there is none of, or nothing known about, is undefined. */
export interface Surroundings {
  /** Where git is asked: the workspace, or any folder. Absolute. */
  readonly gitFolder: string;
  readonly git: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Makes what runs the learner's code; it is disposed when the examination is over. */
  readonly makeRunner: () => Promise<LearnerRunner>;
  readonly port: PortAtHand;
  /** Absolute. */
  readonly workspace: string | undefined;
  readonly isTrusted: boolean | undefined;
  readonly store: StoreAtHand | undefined;
  readonly checks: { readonly last: readonly TimedCheck[]; readonly seconds: number } | undefined;
}

/** In the order they are told. */
export function examinationsFor(surroundings: Surroundings): readonly Examination[] {
  const { git: binary, gitFolder: folder, environment, workspace, isTrusted, store, checks } = surroundings;
  return [
    ...(isTrusted === undefined ? [] : [trustExamination(isTrusted)]),
    runtimeExamination(surroundings.makeRunner),
    gitExamination({ binary, folder }),
    identityExamination({ binary, folder }),
    ...(workspace === undefined
      ? []
      : [writableExamination(workspace), synchronisedExamination(workspace, environment)]),
    ...(store === undefined ? [] : [storeExamination(store)]),
    portExamination(surroundings.port),
    proxyExamination(environment),
    ...(checks === undefined ? [] : [timeLimitExamination(checks.last, checks.seconds)]),
  ];
}
