/// <reference types="node" />
/**
 * The panel on a stream of 100,000 events: first paint, seeking, scrolling, following. Prints a
 * table; run with `node --expose-gc test/media/panel/bench.ts [EVENTS]`.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { jsonEvent, type NewEvent } from '../../../src/eventstore/events.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import type { ToPage } from '../../../src/pages/panel/contract.ts';
import { connectFourPanel } from '../../../src/panel/connect-four/connect-four-panel.ts';
import { PanelSession } from '../../../src/panel/panel-session.ts';
import { ReferenceGame } from '../../panel/connect-four/reference-game.ts';
import { Harness, type PanelPage } from './harness.ts';

const events = Number(process.argv[2] ?? 100_000);
const stream = 'game-bench';
const megabytes = () => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1_000_000);
};
const quantile = (values: readonly number[], at: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0;
const ms = (value: number) => `${value.toFixed(1)} ms`;

/** One game after the other in one stream, so that no column ever overflows. */
function* history(): Iterable<NewEvent> {
  for (let index = 0; index < events; index++) {
    const turn = index % 30;
    if (turn === 0) yield jsonEvent({ type: 'GameStarted', data: { player_one: 'Ada', player_two: 'Bob' } });
    else
      yield jsonEvent({
        type: 'MoveMade',
        data: { player: turn % 2 === 1 ? 'Ada' : 'Bob', column: 'ABCDEFG'[turn % 7] ?? 'A' },
      });
  }
}

const store = openMemoryStore();
let some: NewEvent[] = [];
for (const event of history()) {
  some.push(event);
  if (some.length === 1_000) {
    await store.append(stream, some, 'any');
    some = [];
  }
}
if (some.length > 0) await store.append(stream, some, 'any');

const noCode = () => Promise.reject(new Error('There is no learner here.'));
const nothing = async () => undefined;
const host = {
  openLocation() {},
  openCode() {},
  openLarge() {},
  trust() {},
  startTutorial() {},
  saveText: async () => false,
  openText: nothing,
  copyText: nothing,
};
const session = new PanelSession(
  { aggregate: connectFourPanel, language: typescript, open: noCode },
  host,
  new ReferenceGame(),
);
session.take({ kind: 'availability', availability: 'available' });
session.take({ kind: 'store', store: { kind: 'open', store } });
await new Promise((done) => setTimeout(done, 2_000));

const delay = monitorEventLoopDelay({ resolution: 1 });
const heapBefore = megabytes();
delay.enable();
const harness = await Harness.start();
const panel = await harness.open({ width: 380, height: 820 });
const started = performance.now();
delay.reset();
let connection = session.connect((message) => void panel.post(message));
await panel.listen((message) => connection.receive(message));
connection.receive({ type: 'pick', stream });
await panel.page.waitForFunction(
  (last) => document.querySelector('.where')?.textContent === `${last} / ${last}`,
  events - 1,
  { timeout: 60_000 },
);
const firstPaint = performance.now() - started;
const loading = { worst: delay.max / 1e6, p95: delay.percentile(95) / 1e6 };
const heapLoaded = megabytes();

/** A seek's two halves: from the message to what the host posts, and from that to the state on screen. */
const hostSeeks: number[] = [];
const answers: { readonly where: string; readonly messages: readonly ToPage[] }[] = [];
let posted: ToPage[] = [];
const bare = session.connect((message) => posted.push(message));
bare.receive({ type: 'ready' });
connection.dispose();
for (let nth = 0; nth < 300; nth++) {
  const stop = 1 + Math.floor(Math.random() * (events - 1));
  posted = [];
  const at = performance.now();
  bare.receive({ type: 'seek', stop });
  hostSeeks.push(performance.now() - at);
  answers.push({ where: `${stop - 1} /`, messages: posted });
  await new Promise((done) => setImmediate(done));
}
bare.dispose();
const pageSeeks: number[] = await panel.page.evaluate(
  async (all) => {
    const times: number[] = [];
    for (const { where, messages } of all) {
      const at = performance.now();
      for (const message of messages) window.postMessage(message, '*');
      const there = () => document.querySelector('.where')?.textContent?.startsWith(where);
      const turn = new MessageChannel();
      while (there() !== true) {
        await new Promise((done) => {
          turn.port1.onmessage = done;
          turn.port2.postMessage(0);
        });
      }
      times.push(performance.now() - at);
      await new Promise((done) => requestAnimationFrame(done));
    }
    return times;
  },
  answers.slice(0, 150),
);
connection = session.connect((message) => void panel.post(message));
connection.receive({ type: 'ready' });

/** Frame times while something goes on in the page. */
async function frames(page: PanelPage['page'], act: string): Promise<number[]> {
  return page.evaluate(async (code) => {
    const times: number[] = [];
    let last = performance.now();
    let going = true;
    const tick = (now: number) => {
      times.push(now - last);
      last = now;
      if (going) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    await Reflect.get(window, code)();
    going = false;
    return times.slice(2);
  }, act);
}

await panel.page.evaluate((count) => {
  const wait = () => new Promise((done) => requestAnimationFrame(done));
  const scroller = document.querySelector<HTMLElement>('.timeline');
  const slider = document.querySelector<HTMLInputElement>('.slider');
  Object.assign(window, {
    scrolling: async () => {
      for (let step = 0; step < 240; step++) {
        if (scroller !== null) scroller.scrollTop = (scroller.scrollHeight / 240) * step;
        await wait();
      }
    },
    scrubbing: async () => {
      for (let step = 0; step < 240; step++) {
        if (slider !== null) {
          slider.value = String(Math.floor(Math.random() * count));
          slider.dispatchEvent(new Event('input'));
        }
        await wait();
      }
    },
    waiting: async () => {
      for (let step = 0; step < 120; step++) await wait();
    },
  });
}, events);
const idle = await frames(panel.page, 'waiting');
const scrolling = await frames(panel.page, 'scrolling');
const scrubbing = await frames(panel.page, 'scrubbing');

connection.receive({ type: 'step', by: 'last' });
delay.reset();
const appends: number[] = [];
for (let nth = 0; nth < 30; nth++) {
  const at = performance.now();
  const revision = events + nth;
  await store.append(stream, [jsonEvent({ type: 'MoveMade', data: { player: 'Ada', column: 'A' } })], 'any');
  await panel.page.waitForFunction(
    (last) => document.querySelector('.where')?.textContent === `${last} / ${last}`,
    revision,
    { polling: 'raf' },
  );
  appends.push(performance.now() - at);
}

const following = { worst: delay.max / 1e6, p95: delay.percentile(95) / 1e6 };
const row = (what: string, ...cells: string[]) =>
  console.log([what.padEnd(44), ...cells.map((cell) => cell.padStart(12))].join(''));
console.log(`${events} events in one stream`);
row('', 'median', '95th', 'worst');
row('first paint, from picking the stream', ms(firstPaint));
const line = (what: string, values: readonly number[]) =>
  row(what, ms(quantile(values, 0.5)), ms(quantile(values, 0.95)), ms(Math.max(...values)));
line('seek, the host alone', hostSeeks);
line('seek, the page alone', pageSeeks);
line('frames, doing nothing', idle);
line('frames, scrolling through all', scrolling);
line('frames, scrubbing', scrubbing);
line('append to screen, while following', appends);
row('host blocked while loading, 95th and worst', '', ms(loading.p95), ms(loading.worst));
row('host blocked while following, 95th and worst', '', ms(following.p95), ms(following.worst));
row('host heap: before, with the stream, after', `${heapBefore} MB`, `${heapLoaded} MB`, `${megabytes()} MB`);

session.dispose();
store.dispose();
await harness.stop();
