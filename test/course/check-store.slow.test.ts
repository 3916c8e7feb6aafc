import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { checkExercise } from '../../src/course/check.ts';
import { prepareStreams, readStored } from '../../src/course/check-store.ts';
import { type Exercise, type Step, step } from '../../src/course/exercise.ts';
import { notYet, passed } from '../../src/course/feedback/feedback.ts';
import { call, connect, createRepository, read, value } from '../../src/course/scenario.ts';
import { openMemoryStore } from '../../src/eventstore/open.ts';
import { openThrowawayStore } from '../../src/grpc/throwaway-store.ts';
import { packages, runnerFor } from '../hosts.ts';

const repository = `
import { jsonEvent } from '@eventstore/db-client';

export class GameRepository {
  constructor(readonly client) {}

  async copy(from, to) {
    for await (const { event } of this.client.readStream(from)) {
      await this.client.appendToStream(to, jsonEvent({ type: event.type, data: event.data }));
    }
  }
}
`;
const files = new Map([['src/persistence/event-store-db.ts', repository]]);

const copying: Step = step({
  number: '1.1',
  title: 'Copy',
  place: { module: 'persistence/event-store-db' },
  draw: () => undefined,
  streams: () => ({ from: [{ type: 'Told', data: { what: 'a story' } }] }),
  scenario: () => ({
    client: connect('client'),
    repository: createRepository('repository', 'client'),
    members: read('repository'),
    copied: call('repository', 'copy', value('from'), value('to')),
  }),
  judge: (seen) => {
    const [event] = seen.stored.get('to') ?? [];
    const client = seen.member('members', 'client');
    assert.ok(client?.kind === 'object' && client.fields.length === 0, 'nobody looks into the client');
    const told = { headline: (seen.stored.get('to') ?? []).map(({ text }) => text).join(), why: '' };
    return event?.text === '{"what":"a story"}' && event.type === 'Told' ? passed : notYet('not-copied', told);
  },
  hints: [],
  afterwards: '',
});

const exercise: Exercise = { id: '01-copy', branch: '01-copy', title: '', summary: '', steps: [copying] };

describe('a check with an event store', () => {
  const runner = runnerFor({ after }, { packages });

  it('judges what the learner’s code stored by what stands in the store', async () => {
    const { steps } = await checkExercise({ exercise, files, runner, openStore: openThrowawayStore });
    assert.deepEqual(
      steps.map(({ judgement }) => judgement),
      [passed],
    );
  });

  it('opens a store of its own each time, and closes it', async () => {
    let open = 0;
    const openStore = async () => {
      const opened = await openThrowawayStore();
      if (opened.kind !== 'opened') return opened;
      open += 1;
      const close = async () => {
        open -= 1;
        await opened.close();
      };
      return { ...opened, close };
    };
    await checkExercise({ exercise, files, runner, openStore });
    const { steps } = await checkExercise({ exercise, files, runner, openStore });
    assert.equal(steps[0]?.judgement.verdict, 'pass');
    assert.equal(open, 0);
  });

  it('couldn’t run where there is no store, and says so', async () => {
    const { steps } = await checkExercise({ exercise, files, runner });
    const judgement = steps[0]?.judgement;
    assert.equal(judgement?.verdict, 'couldNotRun');
    assert.match(judgement.told.headline, /no event store/);

    const openStore = async () => ({ kind: 'failed', reason: 'Every port is taken.' }) as const;
    const failed = await checkExercise({ exercise, files, runner, openStore });
    const [first] = failed.steps;
    assert.ok(first?.judgement.verdict === 'couldNotRun');
    assert.equal(first.judgement.told.why, 'Every port is taken.');
  });

  it('couldn’t run where nobody has the client, and says which package that is', async (test) => {
    const without = runnerFor(test);
    const plain = new Map([['src/persistence/event-store-db.ts', 'export class GameRepository {}']]);
    const { steps } = await checkExercise({ exercise, files: plain, runner: without, openStore: openThrowawayStore });
    assert.ok(steps[0]?.judgement.verdict === 'couldNotRun');
    assert.match(steps[0].judgement.told.why, /@eventstore\/db-client/);
  });
});

describe('what a store holds', () => {
  it('is read stream by stream, without system streams, JSON or not', async () => {
    const store = openMemoryStore();
    await prepareStreams(store, { one: [{ type: 'A', data: 1 }], two: [{ type: 'B', data: { b: null } }] });
    const bytes = { id: '5b1d3f0a-8f0e-4b52-9d0c-3f1f6f1c0a99', type: 'C', contentType: 'binary' } as const;
    await store.append('one', [{ ...bytes, data: Buffer.from('{'), metadata: new Uint8Array() }], 'any');
    await store.writeMetadata('one', { maxCount: 9n }, 'any');

    const stored = [...(await readStored(store))];
    const unplaced = stored.map(
      ([stream, events]) => [stream, events.map(({ position: _, ...rest }) => rest)] as const,
    );
    assert.deepEqual(
      new Map(unplaced),
      new Map([
        [
          'one',
          [
            { type: 'A', contentType: 'json', text: '1', data: 1 },
            { type: 'C', contentType: 'binary', text: '{', data: undefined },
          ],
        ],
        ['two', [{ type: 'B', contentType: 'json', text: '{"b":null}', data: { b: null } }]],
      ]),
    );
    store.dispose();
  });
});
