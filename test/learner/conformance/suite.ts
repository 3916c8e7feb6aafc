import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { LearnerRunner, Limits, Run, Stopped } from '../../../src/learner/learner-code.ts';
import type { Member, Observed, Operation, Outcome, Thrown } from '../../../src/learner/protocol.ts';
import type { SourceFiles } from '../../../src/learner/source-files.ts';
import { call, make, type ProgramName, read, value } from './cases.ts';

export interface DriverUnderTest {
  readonly makeRunner: () => LearnerRunner;
  /** Each program as the language writes it. */
  readonly programs: Readonly<Record<ProgramName, SourceFiles>>;
}

/** Holds a language's driver to what the protocol promises; the same for every language. */
export function describeDriver(language: string, { makeRunner, programs }: DriverUnderTest): void {
  describe(`the driver of ${language}`, () => {
    const runner = makeRunner();
    after(() => runner.dispose());
    const { words } = runner.language;
    const run = (program: ProgramName, operations: readonly Operation[], limits: Partial<Limits> = {}) =>
      runner.run({ files: programs[program], operations, limits });
    const outcomes = async (program: ProgramName, ...operations: readonly Operation[]): Promise<readonly Outcome[]> =>
      observed(await run(program, operations)).map(({ outcome }) => outcome);

    describe('shows', () => {
      it('text, numbers, yes and no, nothing, lists and objects with their class', async () => {
        const [, state] = await outcomes('values', make, read());
        assert.deepEqual(byName(state, 'name'), { kind: 'string', value: 'Ada' });
        assert.deepEqual(byName(state, 'count'), { kind: 'number', value: '3' });
        assert.deepEqual(byName(state, 'ready'), { kind: 'boolean', value: true });
        assert.deepEqual(byName(state, 'nobody'), { kind: 'nothing', written: words.nothing });
        const moves = byName(state, 'moves');
        assert.ok(moves?.kind === 'list');
        assert.deepEqual(moves.items, [
          { kind: 'string', value: 'A' },
          { kind: 'string', value: 'B' },
        ]);
        const board = byName(state, 'board');
        assert.ok(board?.kind === 'object');
        assert.equal(board.className, 'Board');
        assert.deepEqual(memberIn(board.fields, 'size')?.value, { kind: 'number', value: '7' });
      });

      it('what a method returned, and what it changed', async () => {
        const started = call('startGame', value('Ada'), value('Grace'));
        const [, returned, state] = await outcomes('commands', make, started, read('playerOne', 'playerTwo'));
        assert.ok(returned?.kind === 'returned');
        assert.deepEqual(returned.value, { kind: 'string', value: 'Ada' });
        assert.deepEqual(asked(state), { playerOne: 'Ada', playerTwo: 'Grace' });
      });

      it('what came of something that takes time', async () => {
        const [, later] = await outcomes('waiting', make, call('later', value('at last')));
        assert.ok(later?.kind === 'returned');
        assert.deepEqual(later.value, { kind: 'string', value: 'at last' });
        assert.equal(later.promised, true);
      });

      it('the same object as the same, and a cycle as one', async () => {
        const [made, first, second] = await outcomes('cycles', make, read('self', 'twice'), read('self'));
        const self = byName(first, 'self');
        assert.ok(made?.kind === 'returned' && made.value.kind === 'object' && self?.kind === 'object');
        assert.equal(self.identity, made.value.identity);
        assert.equal(identityOf(byName(second, 'self')), self.identity);
        assert.deepEqual(memberIn(self.fields, 'self')?.value, { kind: 'again', identity: self.identity });
        const twice = byName(first, 'twice');
        assert.ok(twice?.kind === 'list');
        assert.equal(twice.items.length, 2);
        assert.equal(identityOf(twice.items[0]), identityOf(twice.items[1]));
      });

      it('a member that cannot be read as just that', async () => {
        const [, state] = await outcomes('unreadableMember', make, read('broken'));
        assert.deepEqual(byName(state, 'broken'), { kind: 'unreadable', message: 'not now' });
      });

      it('what a module exports', async () => {
        const [exported] = await outcomes('values', { op: 'exports', module: 'domain/game' });
        assert.ok(exported?.kind === 'exported');
        assert.ok(exported.names.includes('Game'));
      });

      it('what was printed, with the operation that printed it', async () => {
        const observations = observed(await run('printing', [make, call('speak'), read()]));
        assert.deepEqual(
          observations.map(({ printed }) => printed.replaceAll('\r\n', '\n')),
          ['', 'hello\n', ''],
        );
      });
    });

    describe('makes', () => {
      it('an event by the learner’s own class', async () => {
        const event = { event: { module: 'domain/events', type: 'GameStarted', data: { playerOne: 'Ada' } } };
        const [, , state] = await outcomes('events', make, call('apply', event), read('events'));
        const events = byName(state, 'events');
        assert.ok(events?.kind === 'list');
        const [only] = events.items;
        assert.ok(only?.kind === 'object');
        assert.equal(only.className, 'GameStarted');
        assert.deepEqual(memberIn(only.fields, 'playerOne')?.value, { kind: 'string', value: 'Ada' });
      });

      it('a record with its fields', async () => {
        const move = { record: { module: 'domain/game', name: 'Move', fields: { player: 'Ada', column: 'A' } } };
        const [, , state] = await outcomes('events', make, call('makeMove', move), read('last'));
        const last = byName(state, 'last');
        assert.ok(last?.kind === 'object');
        assert.deepEqual(memberIn(last.fields, 'player')?.value, { kind: 'string', value: 'Ada' });
        assert.deepEqual(memberIn(last.fields, 'column')?.value, { kind: 'string', value: 'A' });
      });

      it('nothing of what was kept but hands it on', async () => {
        const event = { event: { module: 'domain/events', type: 'GameStarted', data: { playerOne: 'Ada' } } };
        const keep: Operation = { op: 'keep', as: 'first', on: 'game', name: 'events', index: -1 };
        const again = call('apply', { kept: 'first' });
        const [, , kept, , state] = await outcomes('events', make, call('apply', event), keep, again, read('events'));
        const events = byName(state, 'events');
        assert.ok(kept?.kind === 'returned' && events?.kind === 'list');
        assert.deepEqual(events.items.map(identityOf), [identityOf(kept.value), identityOf(kept.value)]);
      });
    });

    describe('says of what is thrown', () => {
      const thrownBy = async (method: string): Promise<Thrown> => {
        const [, outcome] = await outcomes('failures', make, call(method));
        assert.ok(outcome?.kind === 'threw', JSON.stringify(outcome));
        return outcome.thrown;
      };

      it('that it is the learner’s own, and where', async () => {
        const { frames, ...thrown } = await thrownBy('refuse');
        assert.deepEqual(thrown, {
          name: 'InvalidMoveError',
          message: 'no',
          isError: true,
          origin: 'learner',
          deliberate: true,
        });
        assert.equal(frames[0]?.file, words.file('domain/game'));
        const line = programs.failures.get(words.file('domain/game'))?.split('\n')[(frames[0]?.line ?? 0) - 1];
        assert.match(line ?? '', /InvalidMoveError/);
      });

      it('that it is the language’s, and was meant', async () => {
        const thrown = await thrownBy('builtin');
        assert.equal(thrown.message, 'mine');
        assert.deepEqual([thrown.origin, thrown.deliberate], ['language', true]);
      });

      it('that it is the language’s, and was not', async () => {
        const thrown = await thrownBy('slip');
        assert.deepEqual([thrown.origin, thrown.deliberate], ['language', false]);
        assert.equal(thrown.frames[0]?.file, words.file('domain/game'));
      });
    });

    describe('says what is missing:', () => {
      it('a module beside others that are there', async () => {
        const [, exports] = await outcomes('values', make, { op: 'exports', module: 'domain/nowhere' });
        assert.deepEqual(exports, { kind: 'missing', what: { what: 'module', module: 'domain/nowhere' } });
      });

      it('an export, and what there is instead', async () => {
        const [outcome] = await outcomes('noGame', make);
        assert.ok(outcome?.kind === 'missing' && outcome.what.what === 'export');
        assert.equal(outcome.what.name, 'Game');
        assert.ok(outcome.what.exported.includes('Player'));
      });

      it('a member, and which there are', async () => {
        const [, outcome] = await outcomes('commands', make, call('makeMove'));
        assert.ok(outcome?.kind === 'missing' && outcome.what.what === 'member');
        assert.equal(outcome.what.name, 'makeMove');
        assert.ok(outcome.what.members.some((name) => spelling(name) === 'startgame'));
        const [, unread] = await outcomes('commands', make, read('result'));
        assert.equal(unread?.kind, 'missing');
      });

      it('something that was never kept', async () => {
        const [, outcome] = await outcomes('values', make, { op: 'read', on: 'nobody' });
        assert.deepEqual(outcome, { kind: 'missing', what: { what: 'kept', name: 'nobody' } });
      });

      it('the event store’s client', async () => {
        const [, outcome] = await outcomes('values', make, { op: 'connect', as: 'client' });
        assert.deepEqual(outcome, { kind: 'missing', what: { what: 'client', name: runner.language.client.name } });
      });
    });

    describe('says whether a list can be changed from outside:', () => {
      it('one that is handed out as it is', async () => {
        const tamper: Operation = { op: 'tamper', on: 'game', name: 'list' };
        const [, tampered, state] = await outcomes('tampering', make, tamper, read('list'));
        assert.deepEqual(tampered, { kind: 'tampered', refused: false });
        const list = byName(state, 'list');
        assert.ok(list?.kind === 'list' && list.items.length === 1);
      });

      it('one that is fixed', async () => {
        const tamper: Operation = { op: 'tamper', on: 'game', name: 'fixed' };
        const [, tampered, state] = await outcomes('tampering', make, tamper, read('fixed'));
        assert.deepEqual(tampered, { kind: 'tampered', refused: true });
        const list = byName(state, 'fixed');
        assert.ok(list?.kind === 'list' && list.items.length === 0);
      });
    });

    describe('intervenes:', () => {
      const noted: Operation = { op: 'noted', on: 'game' };

      it('a silenced method does nothing, and its calls are counted', async () => {
        const silence: Operation = { op: 'silence', on: 'game', name: 'add' };
        const [, silenced, , told, state] = await outcomes('points', make, silence, call('play'), noted, read());
        assert.deepEqual(silenced, { kind: 'tampered', refused: false });
        assert.ok(told?.kind === 'noted');
        assert.deepEqual(told.calls, [{ name: 'add', count: 1 }]);
        const points = byName(state, 'points');
        assert.ok(points?.kind === 'list' && points.items.length === 0);
        assert.deepEqual(byName(state, 'score'), { kind: 'number', value: '1' });
      });

      it('a method that is not there cannot be silenced', async () => {
        const [, outcome] = await outcomes('points', make, { op: 'silence', on: 'game', name: 'apply' });
        assert.ok(outcome?.kind === 'missing' && outcome.what.what === 'member');
      });

      it('a watched field tells where it was set', async () => {
        const watch: Operation = { op: 'watch', on: 'game', names: ['score', 'result'] };
        const [, , , told, state] = await outcomes('points', make, watch, call('play'), noted, read('score'));
        assert.ok(told?.kind === 'noted');
        assert.deepEqual(
          told.writes.map(({ name, frames }) => [name, frames[0]?.file]),
          [['score', words.file('domain/game')]],
        );
        assert.deepEqual(byName(state, 'score'), { kind: 'number', value: '1' });
      });

      it('a copy stays as it was, and keeps its class', async () => {
        const keep: Operation = { op: 'keep', as: 'before', on: 'game', name: 'points', copy: true };
        const first: Operation = { op: 'keep', as: 'first', on: 'game', name: 'points', index: 0, copy: true };
        const [, kept, , point, state] = await outcomes('points', make, keep, call('play'), first, read('points'));
        const points = byName(state, 'points');
        assert.ok(kept?.kind === 'returned' && kept.value.kind === 'list' && points?.kind === 'list');
        assert.deepEqual([kept.value.items.length, points.items.length], [0, 1]);
        assert.ok(point?.kind === 'returned' && point.value.kind === 'object');
        assert.equal(point.value.className, 'Point');
        assert.notEqual(point.value.identity, identityOf(points.items[0]));
      });

      it('a look at the moment a call came back, without what is left out', async () => {
        const play: Operation = {
          op: 'call',
          on: 'game',
          name: 'play',
          args: [],
          look: [{ on: 'game', but: ['points'] }],
        };
        const [, played] = await outcomes('points', make, play);
        assert.ok(played?.kind === 'returned');
        const [looked = []] = played.looked ?? [];
        assert.deepEqual(memberIn(looked, 'score')?.value, { kind: 'number', value: '1' });
        assert.equal(memberIn(looked, 'points'), undefined);
        assert.equal(played.promised, undefined);
      });
    });

    describe('comes to its end when the learner’s code', () => {
      const stoppedBy = async (
        program: ProgramName,
        method: string,
        limits: Partial<Limits> = {},
      ): Promise<Stopped> => {
        const ended = await run(program, [make, call(method)], limits);
        assert.ok(ended.kind === 'stopped', JSON.stringify(ended));
        assert.equal(ended.during, 1);
        assert.equal(ended.observations.length, 1);
        return ended.stopped;
      };

      it('does not come back', async () => {
        assert.deepEqual(await stoppedBy('endless', 'wait', { time: 1_000 }), { kind: 'timedOut', limit: 1_000 });
      });

      it('ends the process', async () => {
        assert.deepEqual(await stoppedBy('leaving', 'leave'), { kind: 'exited', code: 3, signal: null });
      });

      it('prints without end', async () => {
        assert.deepEqual(await stoppedBy('loud', 'say'), { kind: 'tooMuchOutput', limit: 1_000_000 });
      });

      it('takes too much memory', async () => {
        const limits = { memory: 64, time: 60_000 };
        assert.deepEqual(await stoppedBy('hoarding', 'hoard', limits), { kind: 'outOfMemory', limit: 64 });
      });

      it('throws while it is loaded', async () => {
        const ended = await run('failingToLoad', [make]);
        assert.ok(ended.kind === 'stopped' && ended.stopped.kind === 'loadFailed', JSON.stringify(ended));
        assert.equal(ended.stopped.thrown.name, 'NotTodayError');
        assert.equal(ended.stopped.thrown.frames[0]?.line, 2);
      });
    });

    describe('does not begin', () => {
      const problemOf = async (program: ProgramName) => {
        const ended = await run(program, [make]);
        assert.ok(ended.kind === 'couldNotRun', JSON.stringify(ended));
        return ended.problem;
      };

      it('with what is none of the language, and says where', async () => {
        const problem = await problemOf('unreadable');
        assert.ok(problem.kind === 'syntaxError');
        assert.deepEqual([problem.at.file, problem.at.line], [words.file('domain/game'), 2]);
      });

      it('without what is imported, and says where', async () => {
        const problem = await problemOf('missingImport');
        assert.ok(problem.kind === 'missingImport');
        assert.deepEqual([problem.at.file, problem.at.line], [words.file('domain/game'), 1]);
      });

      it('without any file, and says which', async () => {
        const ended = await runner.run({ files: new Map(), operations: [make] });
        const problem = { kind: 'missingFile', file: words.file('domain/game') };
        assert.deepEqual(ended, { kind: 'couldNotRun', problem });
      });
    });

    describe('keeps', () => {
      it('the learner’s objects from one list of operations to the next', async () => {
        const session = await runner.open({ files: programs.commands });
        try {
          observed(await session.perform([make]));
          observed(await session.perform([call('startGame', value('Ada'), value('Grace'))]));
          const [state] = observed(await session.perform([read('playerOne')]));
          assert.deepEqual(asked(state?.outcome), { playerOne: 'Ada' });
        } finally {
          session.dispose();
        }
      });

      it('the environment of one run from the others', async () => {
        const greeting = async (environment: Record<string, string>) => {
          const ended = await runner.run({
            files: programs.environment,
            operations: [make, call('greeting')],
            environment,
          });
          const [, outcome] = observed(ended);
          return outcome?.outcome.kind === 'returned' ? outcome.outcome.value.kind : undefined;
        };
        assert.equal(await greeting({ GREETING: 'hello' }), 'string');
        assert.equal(await greeting({}), 'nothing');
      });
    });
  });
}

function observed(run: Run) {
  assert.ok(run.kind === 'completed', JSON.stringify(run));
  return run.observations;
}

/** Habits of spelling aside: languages and learners differ in them. */
function spelling(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function memberIn(members: readonly Member[], name: string): Member | undefined {
  return members.find((member) => spelling(member.name) === spelling(name));
}

function byName(outcome: Outcome | undefined, name: string): Observed | undefined {
  assert.ok(outcome?.kind === 'read', JSON.stringify(outcome));
  return memberIn(outcome.members, name)?.value;
}

/** Texts by the names they were asked by. */
function asked(outcome: Outcome | undefined): Readonly<Record<string, unknown>> {
  assert.ok(outcome?.kind === 'read', JSON.stringify(outcome));
  return Object.fromEntries(
    outcome.members.map((member) => [member.asked, 'value' in member.value ? member.value.value : member.value.kind]),
  );
}

function identityOf(value: Observed | undefined): number | undefined {
  return value !== undefined && 'identity' in value ? value.identity : undefined;
}
