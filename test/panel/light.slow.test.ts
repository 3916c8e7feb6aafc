import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import type { FromPage, Showing } from '../../src/pages/panel/contract.ts';
import { lastCommandAsTest } from '../../src/panel/last-command.ts';
import type { Entry } from '../../src/timeline/entry.ts';
import { referenceState } from '../../src/timeline/reference.ts';
import { sourceRunner } from '../learner/runners.ts';
import { lightFiles, lightPanel } from './light.ts';
import { field, Watched } from './watched.ts';

const runner = sourceRunner();
after(() => runner.dispose());

const give = (command: string, args: Readonly<Record<string, string | number>> = {}): FromPage => ({
  type: 'giveCommand',
  command,
  arguments: args,
});
const switchOn = give('SwitchOn', { by: 'Ada', room: 'hall' });
const summaries = ({ window }: Showing) =>
  window.rows.map((row) => (row.kind === 'event' ? `${row.type} ${row.summary}`.trim() : row.kind));

async function watching(): Promise<Watched> {
  const watched = new Watched(runner, lightFiles, { aggregate: lightPanel });
  await watched.look();
  return watched;
}

describe('an aggregate that nobody here has heard of, in the timeline', () => {
  const { reference } = lightPanel;
  const entries: readonly Entry[] = [
    {
      kind: 'recorded',
      revision: 0n,
      lane: 'historical',
      event: { type: 'SwitchedOn', data: { by: 'Ada', room: 'hall' } },
    },
    { kind: 'recorded', revision: 1n, lane: 'historical', event: { type: 'BulbBroke', data: { watts: 300 } } },
  ];

  it('is folded, with and without an event', () => {
    const texts = (leftOut?: number) => referenceState(reference, entries, leftOut).fields.map(({ text }) => text);
    assert.deepEqual(
      [texts(), texts(0)],
      [
        ['"hall"', 'true'],
        ['undefined', 'true'],
      ],
    );
  });

  it('is copied as a test in its own words', () => {
    const test = lastCommandAsTest(reference, entries.slice(0, 1));
    assert.ok(test !== undefined);
    const text = runner.language.tests.write(test);
    assert.match(
      text,
      /^test\('Ada switching on records SwitchedOn', \(\) => \{\n {2}\/\/ Given\n {2}const light = new Light\(\);/,
    );
    assert.match(text, /light\.switchOn\(\{ by: 'Ada', room: 'hall' \}\);/);
  });
});

describe('an aggregate that nobody here has heard of, in the panel', () => {
  it('is driven by its commands, through the learner’s own code', async () => {
    using watched = await watching();
    assert.equal(watched.showing.subject.title, 'Your light');
    await watched.ask(switchOn);
    const showing = await watched.ask(give('Overload', { watts: 300 }));
    assert.deepEqual(summaries(showing), ['start', 'SwitchedOn hall ← Ada', 'SwitchedOff', 'BulbBroke at 300 W']);
    assert.deepEqual([field(showing, 'isBroken')?.text, field(showing, 'isBroken')?.change], ['true', 'changed']);
    assert.deepEqual([showing.state.picture.kind, showing.state.parity.kind], ['none', 'same']);
    const first = await watched.ask({ type: 'seek', stop: 1 });
    assert.equal(first.announcement, 'Revision 0, SwitchedOn, in the hall by Ada');
  });

  it('is not given a command that it does not have', async () => {
    using watched = await watching();
    for (const odd of [
      give('Dim'),
      give('SwitchOn', { by: 'Ada', room: 'attic' }),
      give('Overload', { watts: 'many' }),
    ])
      assert.equal((await watched.ask(odd)).cursor.stops, 0);
  });

  it('shows what was refused, and what would be without an event', async () => {
    using watched = await watching();
    const dark = await watched.ask(give('SwitchOff'));
    const [, refused] = dark.window.rows;
    assert.deepEqual(refused?.kind === 'refused' && [refused.command, refused.name], ['switchOff()', 'DarkError']);
    await watched.ask(switchOn);
    const without = await watched.ask({ type: 'skip', entry: 1 });
    assert.equal(field(without, 'room')?.kind, 'absent');
  });

  it('is followed in its stream, driven there, and forked', async () => {
    const store = openMemoryStore();
    using watched = await watching();
    watched.session.take({ kind: 'store', store: { kind: 'open', store } });
    await watched.ask(switchOn);
    await watched.ask({ type: 'export' });
    watched.say({ type: 'import' });
    const stream = await watched.untilShowing(
      ({ subject, state }) => subject.kind === 'stream' && state.foldedBy === 'own',
    );
    const { title } = stream.subject;
    assert.match(title, /^light-[0-9a-f-]{36}$/);
    assert.equal(field(stream, 'id')?.text, `"${title.slice('light-'.length)}"`);
    watched.say(give('SwitchOff'));
    const off = await watched.untilShowing(({ subject, drive }) => subject.events === 2 && !drive.busy);
    assert.equal(off.window.rows[2]?.kind === 'event' && off.window.rows[2].command, 'switchOff()');
    watched.say({ type: 'seek', stop: 1 });
    watched.say({ type: 'fork' });
    const forked = await watched.untilShowing(
      ({ otherFuture, subject }) => otherFuture !== null && subject.events === 1,
    );
    assert.deepEqual([forked.otherFuture?.is, forked.otherFuture?.differsFrom], ['original', '1']);
    store.dispose();
  });
});
