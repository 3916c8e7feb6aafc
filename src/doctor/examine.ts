import { messageOf } from '../base/errors.ts';
import type { Examination, Finding, Outcome } from './finding.ts';

/** Milliseconds for each look. All are made side by side, so that the whole stays below five seconds. */
export const defaultLimit = 4_000;

/** Looks at everything at once; what takes too long, or fails, is told as such and keeps nobody waiting. */
export function examineAll(examinations: readonly Examination[], limit = defaultLimit): Promise<readonly Finding[]> {
  return Promise.all(
    examinations.map(async (examination) => ({
      subject: examination.subject,
      ...(await examineInTime(examination, limit)),
    })),
  );
}

async function examineInTime({ examine }: Examination, limit: number): Promise<Outcome> {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => {
      // Told first: what is given up may end with an error of its own.
      resolve({ kind: 'unknown', reason: `This couldn’t be looked at within ${limit / 1000} seconds.` });
      over.abort();
    }, limit);
  });
  const look = examine(over.signal).catch(
    (thrown: unknown): Outcome => ({ kind: 'unknown', reason: `This couldn’t be looked at: ${messageOf(thrown)}` }),
  );
  try {
    return await Promise.race([look, late]);
  } finally {
    clearTimeout(timer);
  }
}
