import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findingsOn } from '../../src/storming/findings.ts';
import { emptyWall, noteKinds, type Wall } from '../../src/storming/wall.ts';
import { library, note } from './walls.ts';

const kindsOn = (wall: Wall) => findingsOn(wall).map(({ kind, note: id }) => `${kind} ${id}`);
const wall = (notes: Wall['notes'], ...pairs: readonly (readonly [string, string])[]): Wall => ({
  notes,
  connections: pairs.map(([from, to]) => ({ from, to })),
});

const event = note('e', 'event', 'Book lent', 1);
const command = note('c', 'command', 'Lend a book', 1, 'before');

describe('what is worth another look on a wall', () => {
  for (const [what, walled, expected] of [
    ['nothing on an empty wall', emptyWall, []],
    ['nothing on a whole one, whatever its words', library, []],
    ['an event that nothing causes', wall([event]), ['eventWithoutCause e']],
    ['a command that leads to nothing', wall([command]), ['commandWithoutEffect c']],
    [
      'a command that only an actor leads to',
      wall([command, note('a', 'actor', 'Reader')], ['a', 'c']),
      ['commandWithoutEffect c'],
    ],
    ['nothing in a command and its event', wall([event, command], ['c', 'e']), []],
    [
      'nothing in an event that another one causes',
      wall([event, command, note('f', 'event', 'Shelf emptied', 2)], ['c', 'e'], ['e', 'f']),
      [],
    ],
    ['a constraint that hangs on nothing', wall([note('k', 'constraint', 'At most five')]), ['constraintOnNothing k']],
    ['an actor that wants nothing', wall([note('a', 'actor', 'Reader')]), ['actorWithoutCommand a']],
    [
      'an event in a command’s words',
      wall([{ ...event, text: 'lend a book!' }, command], ['c', 'e']),
      ['eventAsWish e'],
    ],
    ['an end before its beginning', wall([{ ...event, at: 0 }, command], ['c', 'e']), ['endBeforeBeginning e']],
    [
      'an event before the event it follows from',
      wall([event, { ...event, id: 'f', text: 'Shelf emptied', at: 0 }, command], ['c', 'e'], ['e', 'f']),
      ['endBeforeBeginning f'],
    ],
    [
      'nothing in where a constraint hangs',
      wall([event, command, note('k', 'constraint', 'At most five', 7)], ['c', 'e'], ['k', 'c']),
      [],
    ],
    ['an empty note, and that once', wall([{ ...event, text: ' ' }]), ['empty e']],
    ['nothing in questions and aggregates', wall([note('h', 'hotSpot', 'Lost?'), note('g', 'aggregate', 'Loan')]), []],
  ] as const satisfies readonly (readonly [string, Wall, readonly string[]])[]) {
    it(`is ${what}`, () => assert.deepEqual(kindsOn(walled), expected));
  }

  it('is said in the order in which the wall is read, and names the note', () => {
    const told = findingsOn(wall([event, note('z', 'event', 'Opened', 0)]));
    assert.deepEqual(
      told.map(({ note: id }) => id),
      ['z', 'e'],
    );
    assert.match(told[0]?.sentence ?? '', /^Event “Opened” follows from nothing\./);
  });

  it('is judged by structure and never by words: other words, the same findings', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const kinds = fc.tuple(...['a', 'b', 'c', 'd'].map(() => fc.constantFrom(...noteKinds)));
    const moments = fc.tuple(...['a', 'b', 'c', 'd'].map(() => fc.nat({ max: 3 })));
    const pairs = fc.array(
      fc.tuple(id, id).filter(([from, to]) => from !== to),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(kinds, moments, pairs, (kind, at, connected) => {
        const hung = (word: string) =>
          wall(
            ['a', 'b', 'c', 'd'].map((each, index) =>
              note(each, kind[index] ?? 'event', `${word} ${each}`, at[index] ?? 0),
            ),
            ...connected,
          );
        assert.deepEqual(kindsOn(hung('lent')), kindsOn(hung('würde gern')));
      }),
    );
  });
});
