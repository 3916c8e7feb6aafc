import * as v from 'valibot';
import type { Observed } from '../protocol.ts';
import { locationSchema, thrownSchema } from './thrown-schema.ts';
import type { Answer } from './wire.ts';

/** What a driver may answer, checked where it arrives: the learner's code can write to the same pipe. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const observed: v.GenericSchema<unknown, Observed> = v.lazy(() => anyObserved);
const items = v.array(observed);
const member = v.object({
  name: v.string(),
  asked: v.exactOptional(v.string()),
  computed: v.exactOptional(v.literal(true)),
  value: observed,
});
const members = v.array(member);
const names = v.array(v.string());

const anyObserved = v.variant('kind', [
  v.object({ kind: v.literal('nothing'), written: v.string() }),
  v.object({ kind: v.literal('boolean'), value: v.boolean() }),
  v.object({ kind: v.literal('number'), value: v.string() }),
  v.object({ kind: v.literal('integer'), value: v.string() }),
  v.object({ kind: v.literal('string'), value: v.string() }),
  v.object({ kind: v.literal('function'), name: v.string() }),
  v.object({ kind: v.literal('date'), value: v.string() }),
  v.object({ kind: v.literal('other'), written: v.string() }),
  v.object({ kind: v.literal('list'), items, identity: count, frozen: v.boolean() }),
  v.object({ kind: v.literal('map'), entries: v.array(v.tuple([observed, observed])), identity: count }),
  v.object({ kind: v.literal('set'), items, identity: count }),
  v.object({
    kind: v.literal('object'),
    className: v.string(),
    fields: members,
    identity: count,
    frozen: v.boolean(),
  }),
  v.object({ kind: v.literal('again'), identity: count }),
  v.object({ kind: v.literal('unreadable'), message: v.string() }),
  v.object({ kind: v.literal('cut'), reason: v.string() }),
]);

const missing = v.variant('what', [
  v.object({ what: v.literal('module'), module: v.string() }),
  v.object({ what: v.literal('export'), module: v.string(), name: v.string(), exported: names }),
  v.object({
    what: v.literal('member'),
    on: v.string(),
    name: v.string(),
    members: names,
    unreachable: v.exactOptional(v.picklist(['static', 'private'])),
  }),
  v.object({ what: v.literal('kept'), name: v.string() }),
  v.object({ what: v.literal('client'), name: v.string() }),
]);

const called = { looked: v.exactOptional(v.array(members)), promised: v.exactOptional(v.literal(true)) };
const calls = v.array(v.object({ name: v.string(), count }));
const writes = v.array(v.object({ name: v.string(), frames: v.array(locationSchema) }));

const outcome = v.variant('kind', [
  v.object({ kind: v.literal('returned'), value: observed, ...called }),
  v.object({ kind: v.literal('read'), members }),
  v.object({ kind: v.literal('exported'), names }),
  v.object({ kind: v.literal('tampered'), refused: v.boolean() }),
  v.object({ kind: v.literal('noted'), calls, writes }),
  v.object({ kind: v.literal('threw'), thrown: thrownSchema, ...called }),
  v.object({ kind: v.literal('missing'), what: missing }),
]);

const answer = v.variant('kind', [
  v.pipe(
    v.object({ kind: v.literal('ready'), guarded: v.boolean(), lacks: v.optional(v.string()) }),
    v.transform(({ lacks, ...rest }) => (lacks === undefined ? rest : { ...rest, lacks })),
  ),
  v.object({ kind: v.literal('loaded'), token: v.string() }),
  v.object({ kind: v.literal('observed'), token: v.string(), index: count, outcome }),
  v.object({ kind: v.literal('done'), token: v.string() }),
  v.object({ kind: v.literal('printed'), text: v.string() }),
  v.object({
    kind: v.literal('failed'),
    how: v.picklist(['loadFailed', 'unawaited', 'uncaught']),
    thrown: thrownSchema,
  }),
]);

/** One line from a driver; undefined when it is none. */
export function readAnswer(line: string): Answer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const checked = v.safeParse(answer, value);
  return checked.success ? checked.output : undefined;
}
