import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writesIn } from '../../../src/course/judging/writes.ts';
import type { FieldWrite } from '../../../src/learner/protocol.ts';

function write(...functions: readonly string[]): FieldWrite {
  return {
    name: 'playerOne',
    frames: functions.map((name, at) => ({ file: 'game.ts', line: at + 1, column: 1, function: name })),
  };
}

describe('a field that was set while a command ran', () => {
  it('was set by the command where nothing stands between', () => {
    assert.equal(writesIn([write('Game.startGame')], 'startGame')?.line, 1);
    assert.equal(writesIn([write('start_game')], 'startGame')?.line, 1);
  });

  it('was set by what the command called', () => {
    assert.equal(writesIn([write('Game.apply', 'Game.startGame')], 'startGame'), undefined);
    assert.equal(writesIn([write('')], 'startGame'), undefined);
    assert.equal(writesIn([{ name: 'playerOne', frames: [] }], 'startGame'), undefined);
  });
});
