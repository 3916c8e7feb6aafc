import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carriesName, classIn, classNameOf } from '../../src/storming/class-name.ts';

describe('the class that carries a note’s name', () => {
  it('is the note’s words together', () => {
    assert.equal(classNameOf('Game started'), 'GameStarted');
    assert.equal(classNameOf(' make-move! '), 'MakeMove');
    assert.equal(classNameOf('Öffnung 2'), 'Öffnung2');
    assert.equal(classNameOf('?! …'), '');
  });

  it('is found however it is written, and only as a whole', () => {
    assert.ok(carriesName('GameStarted', 'GameStarted') && carriesName('GAME_STARTED', 'GameStarted'));
    assert.ok(!carriesName('GameStartedEarly', 'GameStarted'));
  });

  it('is found in a text at its name', () => {
    const text = 'class GameStartedEarly {}\n@dataclass\nclass GameStarted(Event):\n';
    assert.equal(classIn(text, 'GameStarted'), text.lastIndexOf('GameStarted'));
    assert.equal(classIn(text, 'GameFinished'), undefined);
  });
});
