import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatWall } from '../../src/storming/format.ts';
import { readWall } from '../../src/storming/read.ts';
import { emptyWall, limits } from '../../src/storming/wall.ts';
import { after, library, note } from './walls.ts';

describe('the text of a wall', () => {
  it('is a note a line, sorted by an id that stays', () => {
    const wall = {
      notes: [note('b', 'event', 'Öffnung “1”\n<b>'), note('a', 'command', 'Open')],
      connections: [{ from: 'a', to: 'b' }],
    };
    assert.equal(
      formatWall(wall),
      [
        '{',
        '  "storming": 1,',
        '  "notes": [',
        '    { "id": "a", "kind": "command", "at": 0, "lane": "happened", "row": 0, "text": "Open" },',
        '    { "id": "b", "kind": "event", "at": 0, "lane": "happened", "row": 0, "text": "Öffnung “1”\\n<b>" }',
        '  ],',
        '  "connections": [',
        '    { "from": "a", "to": "b" }',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('changes by one line when a note is moved', () => {
    const moved = after([{ kind: 'move', id: 'evt1', to: { at: 7, lane: 'happened', row: 1 } }], library);
    const before = new Set(formatWall(library).split('\n'));
    assert.equal(
      formatWall(moved)
        .split('\n')
        .filter((line) => !before.has(line)).length,
      1,
    );
  });

  it('is read back as the same wall', () => {
    const { notes } = library;
    const read = readWall(formatWall({ ...library, notes: [...notes].reverse() }));
    assert.ok(read.kind === 'wall');
    assert.equal(formatWall(read.wall), formatWall(library));
  });
});

describe('reading a wall', () => {
  const sentenceFor = (text: string) => {
    const read = readWall(text);
    return read.kind === 'unreadable' ? read.sentence : assert.fail('It was read.');
  };
  const withNote = (changes: object) =>
    JSON.stringify({ storming: 1, notes: [{ ...note('a1', 'event', 'x'), ...changes }], connections: [] });

  it('takes an empty file for an empty wall', () => {
    assert.deepEqual(readWall(''), { kind: 'wall', wall: emptyWall });
    assert.deepEqual(readWall(' \r\n'), { kind: 'wall', wall: emptyWall });
  });

  it('takes whatever order and indentation somebody writes it in', () => {
    const text = JSON.stringify({ connections: [], notes: [{ ...note('a1', 'event', 'x') }], storming: 1 }, null, '\t');
    assert.equal(readWall(text).kind, 'wall');
  });

  it('keeps markup in a note as the text that it is', () => {
    const read = readWall(withNote({ text: '<script>alert(1)</script>' }));
    assert.equal(read.kind === 'wall' && read.wall.notes[0]?.text, '<script>alert(1)</script>');
  });

  it('says the same connection once', () => {
    const [first] = library.connections;
    const read = readWall(JSON.stringify({ storming: 1, ...library, connections: [first, first] }));
    assert.deepEqual(read.kind === 'wall' && read.wall.connections, [first]);
  });

  for (const [what, text, told] of [
    ['what is no JSON', 'notes: 3', /^This text is not JSON: /],
    ['JSON that is no wall', '[1, 2]', /^This text is JSON, but no wall/],
    ['a wall of a later version', '{ "storming": 2, "lanes": [] }', /later version \(format 2\); this one knows 1/],
    ['a wall without notes', '{ "storming": 1, "connections": [] }', /^This wall has no “notes”\.$/],
    [
      'more than is known',
      '{ "storming": 1, "notes": [], "connections": [], "title": "x" }',
      /has “title”, which this version doesn’t know/,
    ],
    [
      'a kind that nobody knows',
      withNote({ kind: 'wish' }),
      /^Note 1 of the file \(“a1”\) has “kind”: "wish"\. Expected is .*"event"/,
    ],
    [
      'a member of a note that nobody knows',
      withNote({ colour: 'red' }),
      /^Note 1 of the file \(“a1”\) has “colour”, which/,
    ],
    ['a kind as long as a book', withNote({ kind: 'wish'.repeat(100_000) }), /^.{100,400}$/],
    [
      'more notes than a wall has room for',
      JSON.stringify({
        storming: 1,
        notes: Array.from({ length: 2001 }, (_, at) => note(`n${at}`, 'event', '')),
        connections: [],
      }),
      /^This wall has 2001 notes; 2000 is the most\.$/,
    ],
    [
      'a list that is none',
      '{ "storming": 1, "notes": "x", "connections": [] }',
      /^This wall’s “notes” is "x", and should be Array\.$/,
    ],
    ['a moment between two', withNote({ at: 1.5 }), /has “at”: 1\.5/],
    ['a moment out of reach', withNote({ at: limits.at + 1 }), /has “at”: 10000/],
    ['an id that is none', withNote({ id: '<b>' }), /^Note 1 of the file has “id”: "<b>"\. Expected is an id is/],
    ['a note that is none', '{ "storming": 1, "notes": [7], "connections": [] }', /^Note 1 of the file is 7/],
    [
      'one id twice',
      JSON.stringify({ storming: 1, notes: [note('a1', 'event', 'x'), note('a1', 'event', 'y')], connections: [] }),
      /^Two notes have the id “a1”/,
    ],
    [
      'a connection to nothing',
      '{ "storming": 1, "notes": [], "connections": [{ "from": "a", "to": "b" }] }',
      /needs a note “a”, and there is none/,
    ],
    [
      'a connection from a note to itself',
      JSON.stringify({ storming: 1, notes: [note('a1', 'event', 'x')], connections: [{ from: 'a1', to: 'a1' }] }),
      /“a1” is connected to itself/,
    ],
    [
      'ten megabytes',
      ' '.repeat(10_000_000).replace(/ $/, '1'),
      /^This file has 10 million characters; a wall has 8 million at most\.$/,
    ],
    [
      'ten megabytes in one note',
      withNote({ text: 'x'.repeat(limits.text + 1) }),
      /^Note 1 of the file \(“a1”\) has “text” of 501 characters; 500 is the most\.$/,
    ],
  ] as const) {
    it(`says what is wrong with ${what}`, () => assert.match(sentenceFor(text), told));
  }

  it('finds the marks that git leaves, and their first line', () => {
    const lines = formatWall(library).split('\n');
    lines.splice(3, 0, '<<<<<<< HEAD');
    lines.splice(5, 0, '=======', '>>>>>>> theirs');
    assert.match(sentenceFor(lines.join('\n')), /^Git could not merge .* the first on line 4\./);
    assert.match(sentenceFor(lines.join('\r\n')), /the first on line 4\./);
  });
});
