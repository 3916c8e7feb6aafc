import { step } from '../../../src/course/exercise.ts';
import { nearMiss } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, passed } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { createGame, look } from '../../../src/course/scenario.ts';
import { inGame, isNobody } from './game.ts';

type Player = 'playerOne' | 'playerTwo';

export const aggregate = step({
  number: '1.2',
  title: 'A game with nobody in it',
  place: { module: 'domain/game', member: 'Game' },
  draw: () => undefined,
  scenario: () => ({
    made: createGame('game'),
    playerOne: look('game', 'playerOne'),
    playerTwo: look('game', 'playerTwo'),
  }),
  mayThrow: ['playerOne', 'playerTwo'],
  judge: (seen) => judgePlayer(seen, 'playerOne') ?? judgePlayer(seen, 'playerTwo') ?? passed,
  hints: [
    {
      typescript: 'Before a game has started, who are its players? TypeScript has a value for “nothing there yet”.',
      python: 'Before a game has started, who are its players? Python has a value for “nothing there yet”.',
    },
    {
      typescript: 'A class field can have a type and a value at once: `name: string | undefined = undefined;`',
      python:
        'A method `__init__(self)` is called for each new object, and gives it its fields: `self.name: str | None = None`',
    },
    'Write two such fields in `Game`, `playerOne` and `playerTwo`. Leave the constructor without parameters.',
  ],
  afterwards:
    'You made an aggregate: one object that guards one game. It is born empty, and everything it will ever know about its game comes from what happens next.',
});

function judgePlayer(seen: Seen<Player>, player: Player): NotYet | undefined {
  const { words } = seen;
  const name = words.member(player);
  const value = seen.member(player, player);
  const at = seen.at(inGame(player));
  if (value === undefined) {
    const missing = seen.missing(player);
    return notYet('no-players', {
      headline: `A new \`Game\` has no \`${name}\`${missing?.what === 'member' ? nearMiss(missing, words) : ''}.`,
      why: 'Whoever looks at a game wants to ask who plays, even before anybody does: give it both fields, with a value that says “nobody yet”.',
      ...at,
    });
  }
  if (value.kind === 'unreadable') {
    return notYet('player-unreadable', {
      headline: `Asking a new \`Game\` for its \`${name}\` failed: ${value.message}`,
      why: 'That nobody plays yet is no accident, it is how every game begins: answer with a value that says “nobody yet”.',
      ...at,
    });
  }
  if (value.kind === 'string' && value.value.trim() === '') {
    return notYet('empty-name', {
      headline: `The \`${name}\` of a new \`Game\` is \`${words.observed(value)}\`.`,
      why: `An empty text is still a name; \`${words.nothing}\` says that there is nobody, and then everyone is reminded to ask.`,
      ...at,
    });
  }
  if (isNobody(value)) return undefined;
  return notYet('players-before-start', {
    headline: `The \`${name}\` of a new \`Game\` already is \`${words.observed(value)}\`.`,
    why: `Nobody has started this game. State may only say what has happened, so a new game has no players: \`${words.nothing}\`.`,
    ...at,
  });
}
