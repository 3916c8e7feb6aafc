import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { add, none, type Outcome, type Tally } from '../testing/suite.ts';
import type { InHostEvent } from './contract.ts';

const Event: v.GenericSchema<unknown, InHostEvent> = v.variant('kind', [
  v.object({ kind: v.literal('passed'), name: v.string() }),
  v.object({ kind: v.literal('skipped'), name: v.string() }),
  v.object({ kind: v.literal('failed'), name: v.string(), reason: v.string() }),
  v.object({ kind: v.literal('ended') }),
]);

/** Reads what the tests in the host wrote down; a host that broke off counts as one more failure. */
export function readResults(file: string, whyItBrokeOff: () => string): Outcome {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const events = lines.filter((line) => line !== '').map((line) => v.parse(Event, JSON.parse(line)));
  const ended = events.some(({ kind }) => kind === 'ended');
  const reports = events.flatMap((event) => (event.kind === 'failed' ? [`✖ ${event.name}\n${event.reason}`] : []));
  const tally = events.map(tallyOf).reduce(add, none);
  if (ended && events.length > 1) return { tally, report: reports.join('\n\n') };
  const broken = ended
    ? 'There was no test to run.'
    : `The tests in VS Code did not come to an end. ${whyItBrokeOff()}`;
  return { tally: add(tally, { ...none, failed: 1 }), report: [...reports, broken].join('\n\n') };
}

const tallyOf = ({ kind }: InHostEvent): Tally => (kind === 'ended' ? none : { ...none, [kind]: 1 });
