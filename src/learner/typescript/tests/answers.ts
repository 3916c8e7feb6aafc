import * as v from 'valibot';
import { thrownSchema } from '../../process/thrown-schema.ts';
import type { TestAnswer } from './wire.ts';

/** What a test driver may tell, checked where it arrives: the learner's code can write to the same pipe. */
const count = v.pipe(v.number(), v.minValue(0));
const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const diff = v.object({ expected: v.string(), actual: v.string() });

const failure = v.variant('how', [
  v.object({ how: v.literal('inside') }),
  v.object({ how: v.literal('timedOut') }),
  v.object({ how: v.literal('threw'), thrown: thrownSchema, diff: v.exactOptional(diff) }),
]);

const answer = v.variant('kind', [
  v.object({ kind: v.literal('printed'), text: v.string() }),
  v.object({ kind: v.literal('began'), fullName: v.string() }),
  v.object({
    kind: v.literal('ended'),
    result: v.picklist(['passed', 'failed', 'skipped']),
    suite: v.boolean(),
    path: v.pipe(v.array(v.string()), v.minLength(1)),
    place: v.object({ address: v.string(), line, column: line }),
    duration: count,
    failure: v.exactOptional(failure),
  }),
  v.object({ kind: v.literal('loadFailed'), thrown: thrownSchema }),
  v.object({ kind: v.literal('lacks'), what: v.string() }),
  v.object({ kind: v.literal('done') }),
]);

/** Undefined for a line that no driver wrote. */
export function readTestAnswer(text: string): TestAnswer | undefined {
  try {
    const parsed = v.safeParse(answer, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
