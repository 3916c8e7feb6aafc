import type { Examination, Outcome } from './finding.ts';

/** One check, by whether it was stopped at its time limit. */
export interface TimedCheck {
  /** Seconds that it was given. */
  readonly limit: number;
  readonly stopped: boolean;
}

/** How many checks are remembered, the last ones. */
export const remembered = 10;

/** So many of them stopped are more than one endless loop that was mended at once. */
const often = 3;

/** `seconds` is what a check is given now: that one was stopped at less says nothing about it. */
export function timeLimitExamination(checks: readonly TimedCheck[], seconds: number): Examination {
  return { subject: 'Time limit', examine: async () => judgeChecks(checks.slice(-remembered), seconds) };
}

function judgeChecks(checks: readonly TimedCheck[], seconds: number): Outcome {
  if (checks.length === 0)
    return { kind: 'well', note: `Nothing was checked yet; a check may take ${seconds} seconds.` };
  const stopped = checks.filter((check) => check.stopped && check.limit >= seconds).length;
  if (stopped < often) return { kind: 'well', note: `Checks come back within their ${seconds} seconds.` };
  return {
    kind: 'warning',
    wrong: `${stopped} of your last ${checks.length} checks were stopped at the time limit of ${seconds} seconds.`,
    remedy:
      'Look for a loop that never ends; on a machine that is slow or has much else to do, raise “groundUp.timeLimit”.',
    action: 'changeTimeLimit',
  };
}
