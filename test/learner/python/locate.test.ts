import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodePlace } from '../../../src/learner/language.ts';
import { locate, locateIn } from '../../../src/learner/python/locate.ts';

const file = 'src/connect_four/domain/game.py';

const text = `# class Game is below
from dataclasses import dataclass


class Game:
    """def start_game is written here, too."""

    def __init__(self) -> None:
        self.player_one: str | None = None
        self._events = []

    def start_game(
        self,
        player_one: str,
    ) -> None:
        if self.player_one == player_one:
            raise ValueError("def apply")
        self.player_one = player_one
        self._events.append(player_one)

    @property
    def events(self):
        return self._events

    async def apply(self, event): ...
`;

function lineOf(...places: readonly Omit<CodePlace, 'module'>[]): number | undefined {
  return locate(new Map([[file, text]]), ...places.map((place) => ({ module: 'domain/game', ...place })))?.line;
}

describe('a place in a file of Python', () => {
  it('is that of a class, a method, a property or a field, in Python’s spelling', () => {
    assert.equal(lineOf({ member: 'Game' }), 5);
    assert.equal(lineOf({ member: 'startGame' }), 12);
    assert.equal(lineOf({ member: 'events' }), 22);
    assert.equal(lineOf({ member: 'apply' }), 25);
    assert.equal(lineOf({ member: 'playerOne' }), 9);
    assert.deepEqual(locateIn(file, text, 'startGame'), { file, line: 12, column: 9 });
    assert.equal(locateIn(file, text, 'makeMove'), undefined);
  });

  it('is that of what stands in a member, and in no comment or text', () => {
    assert.equal(lineOf({ member: 'startGame', pattern: 'raises' }), 17);
    assert.equal(lineOf({ member: 'startGame', pattern: 'assigns:playerOne' }), 18);
    assert.equal(lineOf({ member: 'startGame', pattern: 'appendsTo:events' }), 19);
    assert.equal(lineOf({ member: 'startGame', pattern: 'calls:apply' }, { member: 'events', pattern: 'returns' }), 23);
  });

  it('is as near as can be told where it isn’t there', () => {
    assert.equal(lineOf({ member: 'startGame', pattern: 'calls:apply' }), 12);
    assert.equal(lineOf({ member: 'makeMove' }), 5);
    assert.equal(locate(new Map(), { module: 'domain/game' }), undefined);
  });
});
