/**
 * A long stream folded by a learner's own code, in their own process: how long it takes, and what the editor notices of it.
 * Run with `node --expose-gc test/bench/panel/own-fold.ts [EVENTS]`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { toNewEvent } from '../../../src/application/event-mapping.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { sourceRunner } from '../../learner/runners.ts';
import { learnerFiles, playable } from '../../panel/learner-files.ts';
import { Watched } from '../../panel/watched.ts';

const events = Number(process.argv[2] ?? 100_000);
const batch = 500;
const megabytes = () => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1_000_000);
};

const store = openMemoryStore();
for (let from = 0; from < events; from += batch) {
  const started = Array.from({ length: batch }, () =>
    toNewEvent({ type: 'GameStarted', playerOne: 'Ada', playerTwo: 'Bob' }),
  );
  await store.append('game-long', started, 'any');
}

const runner = sourceRunner();
const watched = new Watched(runner, learnerFiles(...playable));
watched.stay();
watched.session.take({ kind: 'store', store: { kind: 'open', store } });
await watched.look();
const before = megabytes();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const at = performance.now();
watched.say({ type: 'pick', stream: 'game-long' });
await watched.untilShowing(({ subject, state }) => subject.events === events && state.picture.kind === 'board');
const shown = performance.now() - at;
await watched.untilShowing(({ subject, state }) => subject.events === events && state.foldedBy === 'own');
const folded = performance.now() - at;
delay.disable();
const after = megabytes();

const seeks = Array.from({ length: 200 }, () => {
  const stop = Math.floor(Math.random() * events);
  const since = performance.now();
  watched.say({ type: 'seek', stop });
  return performance.now() - since;
}).sort((a, b) => a - b);

const row = (what: string, value: string) => console.log(what.padEnd(52) + value.padStart(16));
console.log(`${events} events folded by a learner's own code`);
row('all of it to be seen, folded by the reference', `${Math.round(shown)} ms`);
row('folded by their own code to the end', `${Math.round(folded)} ms`);
row(
  'host blocked meanwhile, 95th and worst',
  `${(delay.percentile(95) / 1e6).toFixed(1)} / ${(delay.max / 1e6).toFixed(1)} ms`,
);
row('seek in it, the host alone, median and 95th', `${seeks[100]?.toFixed(2)} / ${seeks[190]?.toFixed(2)} ms`);
row('host heap for the stream and all its states', `${after - before} MB`);

watched[Symbol.dispose]();
runner.dispose();
store.dispose();
