import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../../src/base/json.ts';
import { jsonEvent } from '../../../src/eventstore/events.ts';
import { openMemoryStore } from '../../../src/eventstore/open.ts';
import { typescript } from '../../../src/learner/typescript/language.ts';
import { applyMessage } from '../../../src/pages/panel/apply-message.ts';
import type { Snapshot } from '../../../src/pages/panel/contract.ts';
import { connectFourPanel } from '../../../src/panel/connect-four/connect-four-panel.ts';
import { PanelSession } from '../../../src/panel/panel-session.ts';
import { ReferenceGame } from '../../panel/connect-four/reference-game.ts';
import { Harness, type PanelPage } from './harness.ts';

let harness: Harness;
before(async () => {
  harness = await Harness.start();
});
after(() => harness.stop());

const noCode = () => Promise.reject(new Error('There is no learner here.'));
const code = { aggregate: connectFourPanel, language: typescript, open: noCode };
const available = { kind: 'availability', availability: 'available' } as const;

const markup = [
  '<script>window.owned = true</script>',
  '<img src=x onerror="window.owned = true">',
  '"><svg onload="window.owned = true">',
  "';window.owned = true;//",
  '$'.concat('{window.owned = true}'),
  '{{window.owned = true}}',
  '<!--?lit$1$--><b>bold</b>',
  '<iframe src="https://elsewhere.test"></iframe>',
  '<link rel=stylesheet href=https://elsewhere.test/x.css>',
  '<base href="https://elsewhere.test">',
  'javascript:window.owned=true',
  '&lt;b&gt;&#x3c;script&#x3e;',
  '\u202Egnp.exe\u202C',
  '\u0000\u0007\u001B[31m',
  '\uD800',
  '\uDFFF\uD800',
  '👩‍👩‍👧‍👦'.repeat(50),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢'.repeat(20),
  '__proto__',
  'constructor',
  'a'.repeat(100_000),
  ' '.repeat(1_000),
  '\n'.repeat(500),
  '',
];
const long = 'x'.repeat(900_000);
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

interface Payload {
  readonly type: string;
  readonly data?: Json;
  /** Instead of data: the very text. */
  readonly json?: string;
}

/** 200 payloads: every text as names, as a type, as data, and in odd places; and some that are odd as a whole. */
const payloads: readonly Payload[] = [
  ...markup.flatMap((text) => [
    { type: 'GameStarted', data: { player_one: text, player_two: `${text} two` } },
    { type: text || 'Empty', data: { value: text } },
    { type: 'MoveMade', data: { player: text, column: 'D' } },
    { type: 'MoveMade', data: { player: 'one', column: text } },
    { type: 'GameFinished', data: { result: text } },
    { type: 'Odd', data: [text, [text], { [text]: text }] },
    { type: 'Odd', data: { [text]: { [text]: text } } },
    { type: 'Odd', data: text },
  ]),
  { type: 'Long', data: { text: long } },
  { type: 'Deep', json: nested(500) },
  { type: 'Deep', json: nested(50_000) },
  { type: 'Proto', json: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}' },
  { type: 'Wide', data: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, index])) },
  { type: 'Numbers', data: [1e308, -0, 0.1] },
  { type: 'Null', json: 'null' },
  { type: 'NotJson', json: '{' },
];

async function stillUsable({ page, complaints, strayRequests }: PanelPage): Promise<void> {
  assert.equal(await page.evaluate(() => Reflect.get(window, 'owned')), undefined, 'a script ran');
  assert.deepEqual(strayRequests, []);
  assert.deepEqual(complaints, []);
  assert.equal(await page.locator('main b, main iframe, main script, main img').count(), 0, 'markup became elements');
  await page.getByRole('button', { name: 'First' }).click();
  await page.waitForFunction(() => document.querySelector('.where')?.textContent?.startsWith('–'));
  await page.getByRole('button', { name: 'Last' }).click();
  await page.waitForFunction(() => !document.querySelector('.where')?.textContent?.startsWith('–'));
}

describe('hostile data', () => {
  it('in 200 payloads is text and nothing but text', { timeout: 120_000 }, async () => {
    assert.equal(payloads.length, 200);
    const store = openMemoryStore();
    for (const { type, data = null, json } of payloads) {
      const event = jsonEvent({ type, data });
      const raw = json === undefined ? event : { ...event, data: Buffer.from(json) };
      const result = await store.append('game-hostile', [raw], 'any');
      assert.equal(result.kind, 'appended');
    }
    for (const text of markup.filter(Boolean)) await store.append(text, [jsonEvent({ type: 'A', data: {} })], 'any');

    const session = new PanelSession(code, nobody(), new ReferenceGame());
    session.take(available);
    session.take({ kind: 'store', store: { kind: 'open', store } });
    const panel = await harness.open();
    let snapshot: Snapshot = { kind: 'loading', what: '' };
    const length = () => (snapshot.kind === 'showing' ? snapshot.cursor.stops : 0);
    const connection = session.connect((message) => {
      snapshot = applyMessage(snapshot, message);
      void panel.post(message);
    });
    await panel.listen((message) => connection.receive(message));
    await panel.page.waitForSelector('.panel');
    connection.receive({ type: 'pick', stream: 'game-hostile' });
    await panel.page.locator(`.slider[max="${payloads.length}"]`).waitFor();
    assert.equal(length(), payloads.length);
    for (let stop = 1; stop <= length(); stop += 1) connection.receive({ type: 'seek', stop });
    for (let entry = 0; entry < length(); entry += 20) connection.receive({ type: 'seek', stop: entry });
    await panel.page.waitForTimeout(300);
    await panel.page.evaluate(() => {
      for (const unfold of document.querySelectorAll<HTMLElement>('.unfold[aria-expanded="false"]')) unfold.click();
    });
    await stillUsable(panel);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    for (const text of markup.filter(Boolean)) {
      connection.receive({ type: 'pick', stream: text });
      await panel.page.waitForTimeout(10);
    }
    assert.equal(await panel.page.evaluate(() => Reflect.get(window, 'owned')), undefined);
    assert.deepEqual(panel.strayRequests, []);
    session.dispose();
    store.dispose();
  });
});

describe('hostile names', () => {
  it('of ten million characters are cut, and nothing else', async () => {
    const source = new ReferenceGame();
    const huge = '<b>'.repeat(3_333_333);
    await source.startGame(huge, `${huge}2`);
    await source.makeMove('D', 'next');
    const session = new PanelSession(code, nobody(), source);
    session.take(available);
    const panel = await harness.open();
    const sizes: number[] = [];
    const connection = session.connect((message) => {
      sizes.push(JSON.stringify(message).length);
      void panel.post(message);
    });
    await panel.listen((message) => connection.receive(message));
    await panel.page.waitForSelector('.panel');
    await stillUsable(panel);
    assert.ok(Math.max(...sizes) < 50_000, `a message of ${Math.max(...sizes)} characters`);
    session.dispose();
  });
});

describe('hostile messages', () => {
  it('10,000 of them run nothing outside the contract', async () => {
    const source = new ReferenceGame();
    await source.startGame('one', 'two');
    const called: string[] = [];
    const session = new PanelSession(code, nobody(called), source);
    session.take(available);
    const page = session.connect(() => {});
    page.receive({ type: 'ready' });
    const types = fc.constantFrom(
      'ready',
      'seek',
      'pick',
      'openLocation',
      'exec',
      'export',
      'rows',
      'giveCommand',
      'skip',
      'trust',
      '__proto__',
    );
    const shaped = fc.record({
      type: types,
      stop: fc.anything(),
      file: fc.string(),
      command: fc.string(),
      first: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), shaped), (message) => page.receive(message)),
      { numRuns: 10_000 },
    );
    assert.deepEqual(called, []);
    page.receive({ type: 'openLocation', place: { file: '/etc/passwd', line: 1, column: 1 } });
    page.receive({ type: 'openRow', row: 1 });
    assert.deepEqual(called, []);
    assert.equal(source.length, 1);
    await source.makeMove('D', 'next');
    assert.equal(source.length, 2, 'still usable');
    session.dispose();
  });
});

function nobody(called: string[] = []) {
  const note = (name: string) => () => void called.push(name);
  return {
    openLocation: note('openLocation'),
    openCode: note('openCode'),
    openLarge: note('openLarge'),
    trust: note('trust'),
    startTutorial: note('startTutorial'),
    saveText: async () => {
      called.push('saveText');
      return true;
    },
    openText: async () => {
      called.push('openText');
      return undefined;
    },
    copyText: async () => void called.push('copyText'),
  };
}
