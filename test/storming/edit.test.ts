import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Edit, edited } from '../../src/storming/edit.ts';
import { formatWall } from '../../src/storming/format.ts';
import { readWall } from '../../src/storming/read.ts';
import { textChange } from '../../src/storming/text-change.ts';
import { emptyWall, lanes, limits, type Note, noteKinds, noteOf } from '../../src/storming/wall.ts';
import { after, library, note } from './walls.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd1', 'e2', 'zzzzzzzzzzzz');
const place = { at: fc.nat({ max: limits.at }), lane: fc.constantFrom(...lanes), row: fc.nat({ max: limits.row }) };
const text = fc.string({ unit: 'binary', maxLength: 40 });
const anyNote: fc.Arbitrary<Note> = fc.record({ id, kind: fc.constantFrom(...noteKinds), text, ...place });
const connection = fc.record({ from: id, to: id });
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  anyNote.map((added) => ({ kind: 'add', note: added }) as const),
  fc.record({ kind: fc.constant('write' as const), id, text }),
  fc.record({ kind: fc.constant('move' as const), id, to: fc.record(place) }),
  fc.record({ kind: fc.constant('turn' as const), id, into: fc.constantFrom(...noteKinds) }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('connect' as const), connection }),
  fc.record({ kind: fc.constant('disconnect' as const), connection }),
  fc.record({ kind: fc.constant('makeRoom' as const), at: place.at }),
);

describe('edits of a wall', () => {
  it('never make a file that can’t be read, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 40 }), (edits) => {
        let wall = emptyWall;
        for (const edit of edits) {
          const result = edited(wall, edit);
          if (result.kind === 'refused') continue;
          wall = result.wall;
          const read = readWall(formatWall(wall));
          assert.ok(read.kind === 'wall', read.kind === 'unreadable' ? read.sentence : '');
          assert.equal(formatWall(read.wall), formatWall(wall));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave what they are not about as it is', () => {
    const moved = after([{ kind: 'move', id: 'evt1', to: { at: 4, lane: 'after', row: 2 } }], library);
    assert.deepEqual(noteOf(moved, 'evt1'), note('evt1', 'event', 'Book lent', 4, 'after', 2));
    assert.equal(noteOf(moved, 'evt2'), noteOf(library, 'evt2'));
    assert.equal(moved.connections, library.connections);
  });

  it('take a note’s connections away with it', () => {
    const { notes, connections } = after([{ kind: 'remove', id: 'ask1' }], library);
    assert.equal(notes.length, library.notes.length - 1);
    assert.deepEqual(connections, [{ from: 'ask2', to: 'evt2' }]);
  });

  it('connect once, and disconnect', () => {
    const connect: Edit = { kind: 'connect', connection: { from: 'evt1', to: 'ask2' } };
    assert.equal(after([connect, connect], library).connections.length, library.connections.length + 1);
    const disconnect: Edit = { kind: 'disconnect', connection: connect.connection };
    assert.deepEqual(after([connect, disconnect], library), library);
  });

  it('make room for a moment between two', () => {
    const { notes } = after([{ kind: 'makeRoom', at: 1 }], library);
    assert.deepEqual(
      notes.map(({ at }) => at),
      library.notes.map(({ at }) => (at >= 1 ? at + 1 : at)),
    );
  });

  for (const [what, edit, told] of [
    ['an id that is taken', { kind: 'add', note: note('evt1', 'event', 'x') }, /already/],
    ['a note that is gone', { kind: 'write', id: 'nobody', text: 'x' }, /not there any longer/],
    ['a connection to a note that is gone', { kind: 'connect', connection: { from: 'evt1', to: 'x' } }, /not there/],
    ['a note that leads to itself', { kind: 'connect', connection: { from: 'evt1', to: 'evt1' } }, /itself/],
  ] as const satisfies readonly (readonly [string, Edit, RegExp])[]) {
    it(`refuse ${what}`, () => {
      const result = edited(library, edit);
      assert.ok(result.kind === 'refused');
      assert.match(result.sentence, told);
    });
  }

  it('refuse more than a wall takes', () => {
    const notes = Array.from({ length: limits.notes }, (_, at) => note(`n${at}`, 'event', ''));
    const full = edited({ notes, connections: [] }, { kind: 'add', note: note('more', 'event', '') });
    assert.ok(full.kind === 'refused');
    const atTheEnd = { notes: [note('z', 'event', '', limits.at)], connections: [] };
    assert.equal(edited(atTheEnd, { kind: 'makeRoom', at: 0 }).kind, 'refused');
  });

  it('stay within the size of a file that is read, be every note as long as can be', () => {
    const worst = '\ud800'.repeat(limits.text);
    const idOf = (at: number) => at.toString(36).padStart(12, '0');
    const notes = Array.from({ length: limits.notes }, (_, at) =>
      note(idOf(at), 'constraint', worst, limits.at, 'happened', limits.row),
    );
    const connections = Array.from({ length: limits.connections }, (_, at) => ({
      from: idOf(at % limits.notes),
      to: idOf((at + 1 + Math.floor(at / limits.notes)) % limits.notes),
    }));
    assert.equal(readWall(formatWall({ notes, connections })).kind, 'wall');
  });
});

describe('a change of text', () => {
  const applied = (before: string) => (change: ReturnType<typeof textChange>) => {
    if (change === undefined) return before;
    const lines = before.split(/(?<=\n)/);
    lines.splice(change.from, change.to - change.from, change.text);
    return lines.join('');
  };

  it('makes the one text into the other, whatever they are', () => {
    const lines = fc.array(fc.constantFrom('a\n', 'b\n', '😀\n', '😁\n', 'c')).map((all) => all.join(''));
    fc.assert(
      fc.property(lines, lines, (before, wanted) => assert.equal(applied(before)(textChange(before, wanted)), wanted)),
    );
  });

  it('is the one line that a moved note is', () => {
    const moved = after([{ kind: 'move', id: 'evt1', to: { at: 7, lane: 'happened', row: 0 } }], library);
    const change = textChange(formatWall(library), formatWall(moved));
    assert.ok(change !== undefined);
    assert.equal(change.to - change.from, 1);
    assert.match(change.text, /^ {4}\{ "id": "evt1".*\n$/);
  });
});
