import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layoutOf, placeAt } from '../../src/storming/layout.ts';
import { noteBeside, noteInstead, placeBeside, placeForNew, readingOrder } from '../../src/storming/steps.ts';
import { emptyWall, lanes, type Note, noteOf, type Wall } from '../../src/storming/wall.ts';
import { after, library, note } from './walls.ts';

const of = (id: string): Note => noteOf(library, id) ?? assert.fail(`There is no ${id}.`);

describe('arrow keys', () => {
  it('reach every note, moment by moment, each from above', () => {
    const [first] = readingOrder(library.notes);
    const reached: string[] = [];
    for (let at = first; at !== undefined; at = noteBeside(library, at, 'down')) reached.push(at.id);
    assert.deepEqual(reached, ['who1', 'ask1', 'not2', 'evt1', 'agg1', 'ask2', 'evt2', 'hot1']);
  });

  it('lead to the nearest moment that has a note, at about the same height', () => {
    assert.equal(noteBeside(library, of('evt1'), 'right')?.id, 'agg1');
    assert.equal(noteBeside(library, of('agg1'), 'right')?.id, 'ask2');
    assert.equal(noteBeside(library, of('agg1'), 'left')?.id, 'who1');
    assert.equal(noteBeside(library, of('evt2'), 'right'), undefined);
  });
});

describe('the note that is read where one was that is gone', () => {
  const instead = (...ids: readonly string[]) => {
    const wall = after(
      ids.map((id) => ({ kind: 'remove', id }) as const),
      library,
    );
    return noteInstead(wall, library, ids[0])?.id;
  };

  it('is the next one that is still there, and at the end the one before', () => {
    assert.equal(instead('ask1'), 'not2');
    assert.equal(instead('ask1', 'not2', 'evt1'), 'agg1');
    assert.equal(instead('hot1'), 'evt2');
  });

  it('is the first one where none was, and none on an empty wall', () => {
    assert.equal(noteInstead(library, emptyWall, undefined)?.id, 'who1');
    assert.equal(noteInstead(emptyWall, library, 'who1'), undefined);
  });
});

describe('moving a note by keyboard', () => {
  it('goes through all lanes and stops at the edges', () => {
    let wall: Wall = {
      notes: [note('a', 'event', 'x', 0, 'before'), note('b', 'event', 'y', 0, 'before')],
      connections: [],
    };
    const places: string[] = [];
    const next = () => placeBeside(wall, noteOf(wall, 'b') ?? assert.fail(), 'down');
    for (let to = next(); to !== undefined && places.length < 20; to = next()) {
      places.push(`${to.lane} ${to.row}`);
      wall = after([{ kind: 'move', id: 'b', to }], wall);
    }
    assert.deepEqual(places, ['before 1', 'happened 0', 'after 0']);
    assert.equal(placeBeside(library, of('who1'), 'left'), undefined);
    assert.equal(placeBeside(library, of('who1'), 'up'), undefined);
  });

  it('goes up into the lane above', () => {
    assert.deepEqual(placeBeside(library, of('evt1'), 'up'), { at: 0, lane: 'before', row: 2 });
  });
});

describe('a new note', () => {
  it('begins the time line, and goes on where the last one was', () => {
    assert.deepEqual(placeForNew(emptyWall, 'event', undefined), { at: 0, lane: 'happened', row: 0 });
    assert.deepEqual(placeForNew(library, 'event', undefined), { at: 2, lane: 'happened', row: 1 });
  });

  it('goes to the moment of the note beside it, or after one of its own kind', () => {
    assert.deepEqual(placeForNew(library, 'command', of('evt2')), { at: 2, lane: 'before', row: 1 });
    assert.deepEqual(placeForNew(library, 'event', of('evt1')), { at: 1, lane: 'happened', row: 0 });
  });
});

describe('the layout', () => {
  it('finds each note’s place again from the middle of its box', () => {
    const layout = layoutOf(library);
    for (const { id, at, lane, row } of library.notes) {
      const box = layout.boxes.get(id) ?? assert.fail();
      assert.deepEqual(placeAt(layout, box.x + box.width / 2, box.y + box.height / 2), { at, lane, row });
    }
  });

  it('has somewhere to put a note in every lane, and none beside the wall', () => {
    const { bands, width, height } = layoutOf(emptyWall);
    assert.deepEqual(
      bands.map(({ lane, rows }) => [lane, rows]),
      lanes.map((lane) => [lane, 1]),
    );
    assert.deepEqual(placeAt(layoutOf(emptyWall), -50, -50), { at: 0, lane: 'before', row: 0 });
    assert.equal(placeAt(layoutOf(emptyWall), width / 2, height + 900).lane, 'after');
  });

  it('fans notes out that hang at the same place', () => {
    const { boxes } = layoutOf({ notes: [note('a', 'event', ''), note('b', 'event', '')], connections: [] });
    assert.ok((boxes.get('b')?.x ?? 0) > (boxes.get('a')?.x ?? 0));
  });
});
