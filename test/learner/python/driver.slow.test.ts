import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { LearnerRunner } from '../../../src/learner/learner-code.ts';
import type { Argument, Observed, Operation, Outcome } from '../../../src/learner/protocol.ts';
import { createPythonRuntime } from '../../../src/learner/python/runtime.ts';
import { createLearnerRunner } from '../../../src/learner/runner.ts';
import { call, make, membersOf, outcomesOf, read, shown } from '../runners.ts';
import { interpreters, pythonDriverPath } from './interpreters.ts';

const [interpreter] = interpreters;
const skip = interpreter === undefined && 'There is no Python 3.11 or later on this machine.';

describe('the driver of Python', { skip }, () => {
  let runner: LearnerRunner | undefined;
  after(() => runner?.dispose());

  /** What operations on a module `domain/game` came to. */
  const outcomes = async (
    lines: readonly string[],
    ...operations: readonly Operation[]
  ): Promise<readonly Outcome[]> => {
    if (interpreter === undefined) return [];
    runner ??= createLearnerRunner(createPythonRuntime({ driverPath: pythonDriverPath, interpreter }));
    const files = new Map([['src/connect_four/domain/game.py', `${lines.join('\n')}\n`]]);
    return outcomesOf(await runner.run({ files, operations, limits: { time: 60_000 } }));
  };

  const stateOf = async (...lines: readonly string[]): Promise<Record<string, unknown>> => {
    const [, state] = await outcomes(lines, make, { op: 'read', on: 'game' });
    return membersOf(state);
  };

  it('reads slots, properties, class attributes and mangled names, what is public first', async () => {
    const state = await stateOf(
      'class Game:',
      '    __slots__ = ("_first", "__second", "unset")',
      '    kind = "game"',
      '    def __init__(self): self._first, self.__second = 1, 2',
      '    first = property(lambda self: self._first * 10)',
      '    def method(self): ...',
      '    class Inner: ...',
    );
    assert.deepEqual(Object.entries(state), [
      ['kind', 'game'],
      ['first', 10],
      ['__second', 2],
      ['_first', 1],
    ]);
  });

  it('shows members of enums, ids, dicts and records as what they say', async () => {
    const state = await stateOf(
      'import enum, uuid, types',
      'from typing import NamedTuple',
      'class Column(enum.StrEnum): A = "A"',
      'class Number(enum.Enum): ONE = 1',
      'class Point(NamedTuple):',
      '    x: int',
      'class Game:',
      '    def __init__(self):',
      '        self.column, self.number = Column.A, Number.ONE',
      '        self.id = uuid.UUID(int=0)',
      '        self.board = {Column.A: [Point(1)]}',
    );
    assert.deepEqual(state, {
      column: 'A',
      number: 'Number(ONE)',
      id: '00000000-0000-0000-0000-000000000000',
      board: { A: [{ x: 1 }] },
    });
  });

  it('keeps whole numbers apart from others only where they are too large for those', async () => {
    const [, state] = await outcomes(['class Game: small, large, part, none = 7, 2 ** 60, 0.5, float("nan")'], make, {
      op: 'read',
      on: 'game',
    });
    assert.ok(state?.kind === 'read');
    assert.deepEqual(
      state.members.map(({ value }): Observed => value),
      [
        { kind: 'number', value: '7' },
        { kind: 'integer', value: '1152921504606846976' },
        { kind: 'number', value: '0.5' },
        { kind: 'number', value: 'NaN' },
      ],
    );
  });

  const raised = async (...play: readonly string[]) => {
    const lines = [
      'class Full(Exception): ...',
      'class Game:',
      '    def play(self):',
      ...play.map((line) => `        ${line}`),
    ];
    const [, outcome] = await outcomes(lines, make, call('play'));
    assert.ok(outcome?.kind === 'threw', JSON.stringify(outcome));
    const { name, origin, deliberate, frames } = outcome.thrown;
    return [name, origin, deliberate, (frames[0]?.line ?? 0) - 3];
  };

  it('tells what was raised on purpose from what went wrong, also where it is raised again', async () => {
    assert.deepEqual(await raised('raise Full'), ['Full', 'learner', true, 1]);
    assert.deepEqual(await raised('raise KeyError("x")'), ['KeyError', 'language', true, 1]);
    assert.deepEqual(await raised('assert False, "x"'), ['AssertionError', 'language', true, 1]);
    assert.deepEqual(await raised('{}["x"]'), ['KeyError', 'language', false, 1]);
    assert.deepEqual(await raised('int("x")'), ['ValueError', 'language', false, 1]);
    assert.deepEqual(await raised('try: None.x', 'except AttributeError: raise'), [
      'AttributeError',
      'language',
      false,
      1,
    ]);
    assert.deepEqual(await raised('try: None.x', 'except AttributeError as e: raise e'), [
      'AttributeError',
      'language',
      false,
      1,
    ]);
    assert.deepEqual(await raised('try: None.x', 'except AttributeError as e: raise Full from e'), [
      'Full',
      'learner',
      true,
      2,
    ]);
  });

  it('makes a record by the learner’s class, with members of their enums', async () => {
    const move: Argument = { record: { module: 'domain/game', name: 'Move', fields: { player: 'Ada', column: 'B' } } };
    const lines = (...annotation: readonly string[]) => [
      'from __future__ import annotations',
      'import enum',
      'from dataclasses import dataclass',
      'class Column(enum.Enum): A = "A"; B = "B"',
      '@dataclass',
      'class Move:',
      '    player: str',
      ...annotation,
      'class Game:',
      '    def make_move(self, move): self.is_column = move.column is Column.B',
    ];
    const makeMove: Operation = { op: 'call', on: 'game', name: 'makeMove', args: [move] };
    for (const annotation of ['    column: Column', '    column: Column | None = None']) {
      const [, , state] = await outcomes(lines(annotation), make, makeMove, read('isColumn'));
      assert.deepEqual(membersOf(state), { is_column: true }, annotation);
    }
  });

  it('gives texts as ids and members of enums where a parameter asks for them', async () => {
    const lines = [
      'import enum, uuid',
      'class Column(enum.Enum): A = "A"',
      'class Game:',
      '    def look(self, game_id: uuid.UUID, column, name): return [type(game_id).__name__, column is Column.A, name]',
    ];
    const [, seen] = await outcomes(lines, make, call('look', '00000000-0000-0000-0000-000000000000', 'A', 'Ada'));
    assert.ok(seen?.kind === 'returned');
    assert.deepEqual(shown(seen.value), ['UUID', true, 'Ada']);
  });

  it('silences a method of one object alone, with slots and with a dispatching method too', async () => {
    const lines = [
      'from functools import singledispatchmethod',
      'class Game:',
      '    __slots__ = ("seen",)',
      '    def __init__(self): self.seen = []',
      '    @singledispatchmethod',
      '    def apply(self, event): self.seen.append(event)',
      '    def play(self): self.apply("x")',
    ];
    const other: Operation = { op: 'create', as: 'other', module: 'domain/game', name: 'Game', args: [] };
    const [, , , , , one, two] = await outcomes(
      lines,
      make,
      other,
      { op: 'silence', on: 'game', name: 'apply' },
      call('play'),
      { op: 'call', on: 'other', name: 'play', args: [] },
      read('seen'),
      { op: 'read', on: 'other', names: ['seen'] },
    );
    assert.deepEqual([membersOf(one), membersOf(two)], [{ seen: [] }, { seen: ['x'] }]);
  });

  it('notes where a hidden field is set, even of a class that is frozen', async () => {
    const lines = [
      'from dataclasses import dataclass',
      '@dataclass(frozen=True)',
      'class Game:',
      '    _player_one: str = ""',
      '    def start(self):',
      '        self._player_one = "Ada"',
    ];
    const [, , , noted] = await outcomes(
      lines,
      make,
      { op: 'watch', on: 'game', names: ['playerOne'] },
      call('start'),
      { op: 'noted', on: 'game' },
    );
    assert.ok(noted?.kind === 'noted');
    assert.deepEqual(
      noted.writes.map(({ name, frames }) => [name, frames[0]?.line, frames[0]?.function]),
      [['_player_one', 6, 'Game.start']],
    );
  });
});
