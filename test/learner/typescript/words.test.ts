import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typescript } from '../../../src/learner/typescript/language.ts';

const { words } = typescript;

describe('how TypeScript is spelled', () => {
  it('writes calls and what is made as code', () => {
    assert.equal(words.create('Game', []), 'new Game()');
    assert.equal(words.call('startGame', [words.value('Ada'), words.value('Grace')]), 'startGame("Ada", "Grace")');
    assert.equal(words.ownMember('playerOne'), 'this.playerOne');
    assert.equal(words.file('domain/game'), 'src/domain/game.ts');
  });

  it('writes data as a literal', () => {
    assert.equal(
      words.value({ player: 'Ada', at: [1, null, true], 'full name': {} }),
      '{ player: "Ada", at: [1, null, true], "full name": {} }',
    );
  });

  it('writes what was seen as the learner would', () => {
    const name = { name: 'playerOne', value: { kind: 'string', value: 'Ada' } } as const;
    const seen = { kind: 'object', className: 'GameStarted', fields: [name], identity: 1, frozen: false } as const;
    assert.equal(words.observed(seen), 'GameStarted { playerOne: "Ada" }');
  });
});
