import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareEvents, differingFields } from '../../../src/course/feedback/comparison.ts';
import type { EventText } from '../../../src/course/judgement.ts';

const event = (type: string, fields: Record<string, string> = {}): EventText => ({
  type,
  fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
});
const kinds = (expected: EventText[], actual: EventText[]) =>
  compareEvents(expected, actual).rows.map(({ kind }) => kind);

describe('comparing expected with actual events', () => {
  const started = event('GameStarted', { playerOne: '"a"', playerTwo: '"b"' });
  const moveA = event('MoveMade', { player: '"a"', column: '"A"' });
  const moveB = event('MoveMade', { player: '"b"', column: '"B"' });

  it('finds nothing to say about equal ones', () => {
    const { rows, firstDivergence } = compareEvents([started, moveA], [started, moveA]);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['same', 'same'],
    );
    assert.equal(firstDivergence, undefined);
  });

  it('shows an event that was left out as one gap, and what follows as the same', () => {
    assert.deepEqual(kinds([started, moveA, moveB], [started, moveB]), ['same', 'missing', 'same']);
  });

  it('shows a doubled event as one too many', () => {
    const rows = kinds([started, moveA], [started, started, moveA]);
    assert.deepEqual(rows.filter((kind) => kind === 'unexpected').length, 1);
    assert.equal(rows.filter((kind) => kind === 'same').length, 2);
  });

  it('names the fields in which two events of one type differ, and where they first do', () => {
    const wrong = event('MoveMade', { player: '"b"', column: '"A"' });
    const { rows, firstDivergence } = compareEvents([started, moveA], [started, wrong]);
    assert.equal(firstDivergence, 1);
    const row = rows[1];
    assert.deepEqual(row?.kind === 'differs' && row.fields, [{ name: 'player', expected: '"a"', actual: '"b"' }]);
  });

  it('takes playerOne and player_one for one field', () => {
    assert.deepEqual(differingFields(started, event('GameStarted', { player_one: '"a"', player_two: '"b"' })), []);
  });

  it('names a field that only one side has', () => {
    const [field] = differingFields(event('X', { a: '1' }), event('X'));
    assert.deepEqual(field, { name: 'a', expected: '1', actual: undefined });
  });

  it('puts everything on one side when the other is empty', () => {
    assert.deepEqual(kinds([started], []), ['missing']);
    assert.deepEqual(kinds([], [started]), ['unexpected']);
  });
});
