// Opens the store of a folder, says so, and keeps it until it is told to end on its standard input.
import { jsonEvent } from '../../src/eventstore/events.ts';
import { openEmbeddedStore } from '../../src/eventstore/open.ts';

const opened = await openEmbeddedStore(process.argv[2] ?? '');
if (opened.kind !== 'opened') throw new Error(opened.reason);
const { store } = opened;
for (let n = 0; n < 10; n += 1) await store.append('game-1', [jsonEvent({ type: 'A', data: { n } })], 'any');
console.log('open');
process.stdin.once('data', () => {
  store.dispose();
  process.exit();
});
