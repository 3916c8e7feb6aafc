import { jsonEvent } from '../../src/eventstore/events.ts';
import { openEmbeddedStore } from '../../src/eventstore/open.ts';

/** Appends to a store until it refuses, and prints what it saw. */
const [, , folder = ''] = process.argv;
const opened = await openEmbeddedStore(folder);
if (opened.kind !== 'opened') throw new Error(opened.reason);
const { store } = opened;

const append = async () => {
  const result = await store.append('big', [jsonEvent({ type: 'A', data: { text: 'x'.repeat(20_000) } })], 'any');
  return result.kind === 'unavailable' ? result.reason : undefined;
};

let acknowledged = 0;
let reason = await append();
for (; reason === undefined; reason = await append()) acknowledged += 1;
const afterwards = await append();

let readable = 0;
const read = await store.readStream('big');
if (read.kind === 'events') for await (const _ of read.events) readable += 1;
process.stdout.write(JSON.stringify({ acknowledged, readable, reason, afterwards }));
store.dispose();
