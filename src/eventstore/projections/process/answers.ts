import * as v from 'valibot';
import type { ProcessAnswer } from '../protocol.ts';

const texts = v.array(v.string());

const sources = v.object({
  allStreams: v.boolean(),
  streams: texts,
  categories: texts,
  includeLinks: v.boolean(),
  allEvents: v.boolean(),
  events: texts,
  partitioned: v.picklist(['no', 'byStream', 'byFunction']),
  handlesDeleted: v.boolean(),
  biState: v.boolean(),
  transforms: v.boolean(),
  outputsState: v.boolean(),
  resultStream: v.nullable(v.string()),
  partitionResultStream: v.nullable(v.string()),
});

const emitted = v.object({
  stream: v.string(),
  type: v.string(),
  isJson: v.boolean(),
  data: v.string(),
  metadata: v.nullable(v.string()),
});

const outcome = v.object({ emitted: v.array(emitted), result: v.exactOptional(v.nullable(v.string())) });

const answers = v.variant('kind', [
  v.object({ kind: v.literal('compiled'), sources, initial: v.string() }),
  v.object({ kind: v.literal('partitioned'), partitions: v.array(v.nullable(v.string())) }),
  v.object({
    kind: v.literal('processed'),
    outcomes: v.pipe(v.array(outcome), v.minLength(1)),
    states: v.record(v.string(), v.string()),
    shared: v.nullable(v.string()),
  }),
  v.object({ kind: v.literal('transformed'), result: v.nullable(v.string()) }),
  v.object({ kind: v.literal('failed'), reason: v.string(), at: v.exactOptional(v.number()) }),
]);

/** What came from the process, checked: code that broke out of its world could write to the same channel. */
export function parseAnswer(message: unknown): ProcessAnswer {
  const parsed = v.safeParse(answers, message);
  return parsed.success
    ? parsed.output
    : { kind: 'failed', reason: 'The process of the projection said something else.' };
}
