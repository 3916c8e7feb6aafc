import type { Mistake } from '../../../../src/course/proof/mistakes.ts';
import type { TextEdit } from '../../../../src/course/workspace/text-edit.ts';

const game = 'src/connect_four/domain/game.py';

const refusal = 'raise GameAlreadyStartedError("This game has already started.")';

/** Mistakes that the bonus has to tell. */
export const once: readonly Mistake[] = [
  { name: 'started-twice', step: 'bonus', edits: guardedBy('') },
  {
    name: 'same-players-start-again',
    toldAs: 'started-twice',
    step: 'bonus',
    edits: [
      { file: game, was: 'if self.has_started:', becomes: 'if self.has_started and self.player_one != player_one:' },
    ],
  },
  { name: 'refused-silently', step: 'bonus', edits: [{ file: game, was: refusal, becomes: 'return' }] },
  {
    name: 'recorded-before-refusing',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: refusal,
        becomes: `
          self.events.append(GameStarted(player_one, player_two))
          ${refusal}`,
      },
    ],
  },
  {
    name: 'history-cleared-on-refusal',
    toldAs: 'history-changed',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: refusal,
        becomes: `
          self.events.clear()
          ${refusal}`,
      },
    ],
  },
  {
    name: 'state-set-before-constraint',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: `
          if self.has_started:
              ${refusal}
          self._process(GameStarted(player_one, player_two))`,
        becomes: `
          event = GameStarted(player_one, player_two)
          self.apply(event)
          if self.events:
              ${refusal}
          self.events.append(event)`,
      },
    ],
  },
  // Raised by hand, yet no error of the learner's own.
  ...['Exception', 'ValueError', 'KeyError', 'AttributeError', 'NameError', 'TypeError', 'IndexError'].map(
    (error): Mistake => ({
      name: error === 'Exception' ? 'wrong-error' : `refused-with-${error.replace('Error', '').toLowerCase()}-error`,
      ...(error !== 'Exception' && { toldAs: 'wrong-error' }),
      step: 'bonus',
      edits: [{ file: game, was: refusal, becomes: refusal.replace('GameAlreadyStartedError', error) }],
    }),
  ),
  {
    name: 'refused-with-an-assertion',
    toldAs: 'wrong-error',
    step: 'bonus',
    edits: guardedBy('assert not self.has_started, "This game has already started."'),
  },
  // Gone wrong by itself, each in another way.
  brokenBy('broke-instead-of-refusing', 'len(None)'),
  brokenBy('broke-with-an-attribute', 'self.nobody.refuse()'),
  brokenBy('broke-with-an-index', 'self.events[1]'),
  brokenBy('broke-with-a-key', '{}["started"]'),
  brokenBy('broke-with-a-name', 'refuse_a_second_start()'),
  brokenBy('broke-with-a-value', 'int("started")'),
  brokenBy('broke-with-a-division', '1 / 0'),
];

/** Another statement in place of the question whether the game has started, or none. */
function guardedBy(statement: string): readonly TextEdit[] {
  const was = `
    if self.has_started:
        ${refusal}`;
  return [{ file: game, was, becomes: statement }];
}

function brokenBy(name: string, expression: string): Mistake {
  const toldAs = 'broke-instead-of-refusing';
  return {
    name,
    ...(name !== toldAs && { toldAs }),
    step: 'bonus',
    edits: [{ file: game, was: refusal, becomes: expression }],
  };
}
