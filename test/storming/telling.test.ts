import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SaxesParser } from 'saxes';
import { changesBetween } from '../../src/storming/changes.ts';
import { wallAsMarkdown } from '../../src/storming/markdown.ts';
import { wallAsSvg, wrapped } from '../../src/storming/svg.ts';
import { emptyWall, noteOf } from '../../src/storming/wall.ts';
import { linksOf, spokenNote } from '../../src/storming/words.ts';
import { after, library, note } from './walls.ts';

const nasty = '<script>alert("1")</script> & | `x` [a](b) \u0000\ud800 😀';
const nastyWall = {
  notes: [note('a', 'event', nasty), note('b', 'command', '')],
  connections: [{ from: 'b', to: 'a' }],
};

describe('what changed on a wall', () => {
  const told = (...edits: Parameters<typeof after>[0]) => changesBetween(library, after(edits, library));

  it('is said of each kind of edit', () => {
    assert.equal(
      told({ kind: 'add', note: note('new', 'event', '', 3) }),
      'Empty event added at moment 4, what happened.',
    );
    assert.equal(told({ kind: 'write', id: 'evt1', text: 'Book borrowed' }), 'Now says: Book borrowed.');
    const to = { at: 1, lane: 'after', row: 1 } as const;
    assert.equal(told({ kind: 'move', id: 'evt1', to }), 'Event “Book lent” moved to moment 2, after, row 2.');
    assert.match(told({ kind: 'turn', id: 'hot1', into: 'event' }), /is now a note of the kind event\.$/);
    assert.equal(told({ kind: 'remove', id: 'ask1' }), 'Command “Lend a book” deleted.');
    const connection = { from: 'evt1', to: 'ask2' };
    assert.equal(told({ kind: 'connect', connection }), 'Event “Book lent” now leads to command “Return the book”.');
    const cut = { from: 'ask1', to: 'evt1' };
    assert.match(told({ kind: 'disconnect', connection: cut }), /no longer leads to event “Book lent”\.$/);
  });

  it('is counted when it is much, and nothing when nothing is', () => {
    assert.equal(changesBetween(emptyWall, library), '12 changes on the wall.');
    assert.equal(changesBetween(library, { ...library }), '');
  });
});

describe('a note read out', () => {
  it('says what it is, where it hangs, and what it hangs together with', () => {
    const command = noteOf(library, 'ask1');
    const links = linksOf(library).get('ask1');
    assert.ok(command !== undefined && links !== undefined);
    const follows = 'follows from actor “Reader”, constraint or policy “At most five books at once”';
    assert.equal(
      spokenNote(command, links),
      `Command “Lend a book”; moment 1, before, row 2; ${follows}; leads to event “Book lent”`,
    );
  });
});

describe('a wall as a picture', () => {
  for (const [what, wall] of [
    ['a usual wall', library],
    ['nothing', emptyWall],
    ['markup and half characters', nastyWall],
  ] as const) {
    it(`is XML that a strict parser takes, for ${what}`, () => {
      const elements: string[] = [];
      const parser = new SaxesParser();
      parser.on('error', (error) => assert.fail(error.message));
      parser.on('opentag', ({ name }) => elements.push(name));
      parser.write(wallAsSvg(wall)).close();
      assert.equal(elements.filter((name) => name === 'script').length, 0);
      assert.equal(
        elements.filter((name) => name === 'tspan').length >= wall.notes.filter(({ text }) => text !== '').length,
        true,
      );
    });
  }

  it('breaks text at spaces and within long words, and says that there is more', () => {
    assert.deepEqual(wrapped('one two three', 7, 3), ['one two', 'three']);
    assert.deepEqual(wrapped('abcdefghij', 4, 5), ['abcd', 'efgh', 'ij']);
    assert.deepEqual(wrapped('a b c d', 1, 2), ['a', '…']);
  });
});

describe('a wall as Markdown', () => {
  it('is a row a moment and what leads to what', () => {
    const lines = wallAsMarkdown(library, 'Library').split('\n');
    assert.equal(lines[0], '# Library');
    assert.ok(lines.includes('| 2 | *Aggregate:* Loan |  |  |'));
    assert.ok(lines.includes('- *Command:* Lend a book → *Event:* Book lent'));
  });

  it('takes markup for text', () => {
    const text = wallAsMarkdown(nastyWall, '<b>');
    assert.doesNotMatch(text.replaceAll('<br>', ''), /(?<!\\)<(script|b)/);
    assert.match(text, /\(empty\)/);
  });
});
