import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../src/base/json.ts';
import { emptyBoard } from '../../src/domain/connect-four/board.ts';
import { readFromPage } from '../../src/pages/message.ts';
import { applyMessage } from '../../src/pages/panel/apply-message.ts';
import { fromPageSchema } from '../../src/pages/panel/contract.ts';
import type { EventRow, RefusedRow, Row } from '../../src/pages/panel/timeline.ts';
import { boardPictures } from '../../src/panel/connect-four/board-pictures.ts';
import { connectFourPanel } from '../../src/panel/connect-four/connect-four-panel.ts';
import { announce } from '../../src/panel/views/announcement.ts';
import { rowOf, summaryOf } from '../../src/panel/views/rows.ts';
import { parityView } from '../../src/panel/views/state-view.ts';
import { differences } from '../../src/timeline/diff.ts';
import type { Lane } from '../../src/timeline/entry.ts';
import { fieldValues } from '../../src/timeline/field-value.ts';
import { startGame } from './connect-four/reference-game.ts';

const { reference } = connectFourPanel;
const nobody = { next: undefined, outcome: undefined };
const read = (message: unknown) => readFromPage(fromPageSchema, message);

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
    assert.equal(
      announce(move, 'two in column D', { next: 'one', outcome: undefined }),
      'Revision 5, MoveMade, two in column D; next: one',
    );
    assert.equal(announce({ kind: 'start' }, undefined, nobody), 'Start, no events');
  });

  it('is the reason of a refusal', () => {
    const refused: RefusedRow = {
      kind: 'refused',
      command: 'makeMove(two, E)',
      name: 'InvalidMoveError',
      message: 'Not your turn',
      slip: false,
      left: 'nothing',
      location: null,
    };
    assert.equal(
      announce(refused, undefined, { next: 'one', outcome: undefined }),
      'makeMove(two, E) was refused: Not your turn; nothing recorded; next: one',
    );
  });
});

describe('a row', () => {
  it('begins the uncommitted lane after what is stored', () => {
    const event = { type: 'MoveMade', data: { player: 'two', column: 'D' } };
    const fresh = { kind: 'recorded', revision: 1n, lane: 'uncommitted', event } as const;
    const after = (before: Lane | undefined) => rowOf(reference, fresh, { before, stuck: undefined, skipped: false });
    const starts = (row: Row) => row.kind === 'event' && row.startsLane;
    assert.deepEqual([starts(after('historical')), starts(after(undefined))], [true, true]);
    assert.equal(starts(after('uncommitted')), false);
    const row = after('historical');
    assert.equal(row.kind === 'event' && row.summary, 'two → D');
  });

  it('says any payload in a few words', () => {
    const said = (data: JsonObject) => summaryOf(reference, { type: 'GameStarted', data });
    assert.equal(said({ id: 7, player_one: 'Ada', player_two: 'Bob' }), '7, Ada, Bob');
    assert.equal(summaryOf(reference, { type: 'OrderPlaced', data: { id: 7, lines: [1, 2] } }), '7, [1, 2]');
    assert.equal(said({ player_one: 'Ada', player_two: 'Bob' }), 'Ada against Bob');
  });
});

describe('the board', () => {
  it('marks the winning four', () => {
    const board = { ...emptyBoard, C: ['RED', 'RED', 'RED', 'RED'] } as const;
    const names = { playerOne: 'Ada', playerTwo: 'Bob', nextPlayer: undefined, result: undefined };
    const picture = { kind: 'board', board, ...names } as const;
    const view = boardPictures.view({ picture, before: picture, now: picture, from: 'state', options: {} });
    assert.ok(view.kind === 'board');
    assert.deepEqual(
      view.winning.map(({ row }) => row),
      [0, 1, 2, 3],
    );
    assert.deepEqual(view.columns[2]?.tokens, ['one', 'one', 'one', 'one']);
  });
});

describe('the same after a replay', () => {
  it('names the field that differs, with both sides', () => {
    const view = parityView(differences(fieldValues({ next: 'two', a: 1 }), fieldValues({ next: 'one', a: 1 })));
    assert.deepEqual(view, { kind: 'differs', fields: [{ path: 'next', live: '"two"', rebuilt: '"one"' }] });
  });
});

describe('messages', () => {
  it('from the page are the contract’s or nothing', () => {
    assert.deepEqual(read({ type: 'seek', stop: 3 }), { type: 'seek', stop: 3 });
    fc.assert(
      fc.property(fc.anything(), (message) => assert.equal(read(message), undefined)),
      {
        numRuns: 1_000,
      },
    );
    assert.equal(read(startGame('x'.repeat(201), '')), undefined);
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`a${index}`, index]));
    assert.equal(read({ type: 'giveCommand', command: 'StartGame', arguments: many }), undefined);
    assert.equal(read(JSON.parse('{"type":"ready","__proto__":{"type":"trust"}}')), undefined);
  });

  it('that patch what is not on screen change nothing', () => {
    const loading = { kind: 'loading', what: 'x' } as const;
    assert.equal(applyMessage(loading, { type: 'patch', patch: { announcement: 'x' } }), loading);
  });
});
