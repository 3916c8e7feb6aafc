import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { emptyBoard } from '../../src/domain/board.ts';
import { announce } from '../../src/panel/announcement.ts';
import { applyMessage } from '../../src/panel/apply-message.ts';
import type { EventRow, RefusedRow, Row } from '../../src/panel/contract.ts';
import { readPageMessage } from '../../src/panel/page-message.ts';
import { rowOf, summaryOf } from '../../src/panel/rows.ts';
import { boardView, parityView } from '../../src/panel/state-view.ts';
import { boardPicture } from '../../src/timeline/board-picture.ts';
import { differences } from '../../src/timeline/diff.ts';
import { fieldsOf, type Lane } from '../../src/timeline/entry.ts';
import { leavesOf } from '../../src/timeline/leaf.ts';

const move: EventRow = {
  kind: 'event',
  revision: '5',
  lane: 'uncommitted',
  startsLane: false,
  type: 'MoveMade',
  summary: 'two → D',
  fields: [],
  command: null,
  skipped: false,
  failure: null,
};

describe('what a screen reader hears', () => {
  it('is the step and what it leads to', () => {
    assert.equal(announce(move, 'one', null), 'Revision 5, MoveMade, two in column D; next: one');
    assert.equal(announce({ kind: 'before' }, null, null), 'Before anything happened');
  });

  it('is the reason of a refusal', () => {
    const refused: RefusedRow = {
      kind: 'refused',
      command: 'makeMove(two, E)',
      name: 'InvalidMoveError',
      message: 'Not your turn',
      slip: false,
      left: 'nothing',
      place: null,
    };
    assert.equal(
      announce(refused, 'one', null),
      'makeMove(two, E) was refused: Not your turn; nothing recorded; next: one',
    );
  });
});

describe('a row', () => {
  it('begins the uncommitted lane after what is stored', () => {
    const event = { type: 'MoveMade', data: { player: 'two', column: 'D' } };
    const fresh = { kind: 'recorded', revision: 1n, lane: 'uncommitted', event } as const;
    const after = (before: Lane | undefined) => rowOf(fresh, { fieldsOf, before, stuck: undefined, skipped: false });
    const starts = (row: Row) => row.kind === 'event' && row.startsLane;
    assert.deepEqual([starts(after('historical')), starts(after(undefined))], [true, true]);
    assert.equal(starts(after('uncommitted')), false);
    const row = after('historical');
    assert.equal(row.kind === 'event' && row.summary, 'two → D');
  });

  it('says any payload in a few words', () => {
    assert.equal(summaryOf('OrderPlaced', leavesOf({ id: 7, lines: [1, 2] })), '7, [1, 2]');
    assert.equal(summaryOf('GameStarted', leavesOf({ player_one: 'Ada', player_two: 'Bob' })), 'Ada against Bob');
  });
});

describe('the board', () => {
  it('marks the winning four', () => {
    const board = { ...emptyBoard, C: ['RED', 'RED', 'RED', 'RED'] } as const;
    const view = boardView(boardPicture(board, undefined), 'state');
    assert.deepEqual(
      view.winning.map(({ row }) => row),
      [0, 1, 2, 3],
    );
    assert.deepEqual(view.columns[2]?.tokens, ['one', 'one', 'one', 'one']);
  });
});

describe('replay parity', () => {
  it('names the field that differs, with both sides', () => {
    const view = parityView(differences(leavesOf({ next: 'two', a: 1 }), leavesOf({ next: 'one', a: 1 })));
    assert.deepEqual(view, { kind: 'differs', fields: [{ path: 'next', live: '"two"', rebuilt: '"one"' }] });
  });
});

describe('messages', () => {
  it('from the page are the contract’s or nothing', () => {
    assert.deepEqual(readPageMessage({ type: 'seek', stop: 3 }), { type: 'seek', stop: 3 });
    fc.assert(
      fc.property(fc.anything(), (message) => assert.equal(readPageMessage(message), undefined)),
      {
        numRuns: 1_000,
      },
    );
    assert.equal(readPageMessage({ type: 'startGame', playerOne: 'x'.repeat(201), playerTwo: '' }), undefined);
    assert.equal(readPageMessage(JSON.parse('{"type":"ready","__proto__":{"type":"trust"}}')), undefined);
  });

  it('that patch what is not on screen change nothing', () => {
    const loading = { kind: 'loading', what: 'x' } as const;
    assert.equal(applyMessage(loading, { type: 'patch', patch: { announcement: 'x' } }), loading);
  });
});
