import assert from 'node:assert/strict';
import type { Examination, Outcome, Trouble } from '../../src/doctor/finding.ts';

/** One look, with all the time it wants. */
export function look({ examine }: Examination): Promise<Outcome> {
  return examine(new AbortController().signal);
}

/** What a look found wrong. */
export async function troubleIn(examination: Examination): Promise<Trouble> {
  const outcome = await look(examination);
  assert.ok(outcome.kind === 'problem' || outcome.kind === 'warning', JSON.stringify(outcome));
  return outcome;
}

export async function isWell(examination: Examination): Promise<void> {
  const outcome = await look(examination);
  assert.equal(outcome.kind, 'well', JSON.stringify(outcome));
}
