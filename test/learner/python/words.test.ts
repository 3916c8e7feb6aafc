import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Observed } from '../../../src/learner/protocol.ts';
import { addressOf, fileOfModule } from '../../../src/learner/python/files.ts';
import { words } from '../../../src/learner/python/words.ts';
import { writeTest } from '../../../src/learner/python/write-test.ts';

const text = (value: string): Observed => ({ kind: 'string', value });

describe('Python’s words', () => {
  it('spell members as Python does, and leave classes their names', () => {
    assert.equal(words.member('startGame'), 'start_game');
    assert.equal(words.member('GameStarted'), 'GameStarted');
    assert.equal(words.ownMember('playerOne'), 'self.player_one');
    assert.equal(words.create('Game', []), 'Game()');
    assert.equal(words.call('startGame', ['"Ada"']), 'start_game("Ada")');
  });

  it('write data as Python’s literals', () => {
    assert.equal(
      words.value({ nextPlayer: null, ready: true, moves: ['A', 1] }),
      '{"next_player": None, "ready": True, "moves": ["A", 1]}',
    );
    assert.equal(words.record('Move', { player: 'Ada', column: 'D' }), 'Move(player="Ada", column="D")');
  });

  it('write what was seen as the learner would', () => {
    const fields = [{ name: 'player_one', value: text('Ada') }];
    const object = (className: string): Observed => ({ kind: 'object', className, fields, identity: 1, frozen: true });
    assert.equal(words.observed(object('GameStarted')), 'GameStarted(player_one="Ada")');
    assert.equal(words.observed(object('')), '{"player_one": "Ada"}');
    assert.equal(words.observed({ kind: 'list', items: [text('A')], identity: 1, frozen: true }), '("A",)');
    assert.equal(words.observed({ kind: 'list', items: [text('A')], identity: 1, frozen: false }), '["A"]');
    assert.equal(words.observed({ kind: 'boolean', value: true }), 'True');
    assert.equal(words.observed({ kind: 'number', value: '-Infinity' }), '-inf');
  });

  it('name the files of modules', () => {
    assert.equal(words.file('domain/game'), 'src/connect_four/domain/game.py');
    assert.equal(words.file('domain/errors'), 'src/connect_four/domain/exceptions.py');
    assert.equal(words.file('persistence/event-store-db'), 'src/connect_four/persistence/eventstoredb.py');
  });

  it('make a test for pytest', () => {
    const test = writeTest({
      title: 'a game cannot be started twice',
      aggregate: 'Game',
      given: [{ type: 'GameStarted', data: { playerOne: 'Ada', playerTwo: 'Grace' } }],
      when: { command: 'startGame', args: [{ value: 'Linus' }, { value: 'Margaret' }] },
      expected: { kind: 'refused', error: 'GameAlreadyStartedError' },
    });
    assert.equal(
      test,
      [
        'def test_a_game_cannot_be_started_twice() -> None:',
        '    # Given',
        '    game = Game()',
        '    game.apply(GameStarted(player_one="Ada", player_two="Grace"))',
        '    before = len(game.events)',
        '',
        '    # When',
        '    with pytest.raises(GameAlreadyStartedError):',
        '        game.start_game("Linus", "Margaret")',
        '',
        '    # Then',
        '    assert len(game.events) == before',
        '',
      ].join('\n'),
    );
  });
});

describe('the file of a module', () => {
  const found = (module: string, ...files: readonly string[]) =>
    fileOfModule(new Map(files.map((file) => [file, ''])), module);

  it('is found where Python has it', () => {
    assert.equal(found('domain/game', 'src/connect_four/domain/game.py'), 'src/connect_four/domain/game.py');
    assert.equal(
      found('domain/errors', 'src/connect_four/domain/exceptions.py'),
      'src/connect_four/domain/exceptions.py',
    );
  });

  it('is found in another package, as a package, or by the course’s own name', () => {
    assert.equal(found('domain/game', 'src/fourinarow/domain/game.py'), 'src/fourinarow/domain/game.py');
    assert.equal(found('domain/game', 'src/domain/game/__init__.py'), 'src/domain/game/__init__.py');
    assert.equal(found('domain/errors', 'src/connect_four/domain/errors.py'), 'src/connect_four/domain/errors.py');
  });

  it('is none that is only called alike', () => {
    assert.equal(found('domain/game', 'src/connect_four/domain/endgame.py', 'src/connect_four/game.py'), undefined);
  });

  it('is imported by its path', () => {
    assert.equal(addressOf('src/connect_four/domain/game.py'), 'connect_four.domain.game');
    assert.equal(addressOf('src/connect_four/__init__.py'), 'connect_four');
  });
});
