import { step } from '../../../src/course/exercise.ts';
import { isAbsent, textOf } from '../../../src/course/observed.ts';
import { createGame, read } from '../../../src/course/scenario.ts';
import { codeOnly } from '../../../src/course/source.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { gameFile } from './game.ts';

const players = ['playerOne', 'playerTwo'] as const;

export const aggregate = step({
  number: '1.2',
  title: 'A game with nobody in it',
  place: { file: gameFile, member: 'Game' },
  scenario: { made: createGame('game'), fresh: read('game') },
  judge: (seen) => {
    for (const player of players) {
      const value = seen.member('fresh', player);
      if (value === undefined && !isDeclared(seen.files.get(gameFile), player)) {
        return notYet('no-players', {
          headline: `A new \`Game\` has no \`${player}\`.`,
          why: 'Whoever looks at a game wants to ask who plays, even before anybody does: give it both fields, with a value that says “nobody yet”.',
          ...lineOf(seen.files, gameFile),
        });
      }
      if (value?.kind === 'string' && value.value === '') {
        return notYet('empty-name', {
          headline: `The \`${player}\` of a new \`Game\` is \`""\`.`,
          why: 'An empty text is still a name; `undefined` (or `null`) says that there is nobody, and the compiler then reminds everyone to ask.',
          ...lineOf(seen.files, gameFile, player),
        });
      }
      if (!isAbsent(value)) {
        return notYet('players-before-start', {
          headline: `The \`${player}\` of a new \`Game\` already is \`${value === undefined ? '' : textOf(value)}\`.`,
          why: 'Nobody has started this game. State may only say what has happened, so a new game has no players: `undefined`, or `null`.',
          ...lineOf(seen.files, gameFile, player),
        });
      }
    }
    return passed;
  },
  hints: [
    'Before a game has started, who are its players? TypeScript has a value for “nothing there yet”.',
    'A class field can have a type and a value at once: `name: string | undefined = undefined;`',
    'Write two such fields in `Game`, `playerOne` and `playerTwo`. Leave the constructor without parameters.',
  ],
  afterwards:
    'You made an aggregate: one object that guards one game. It is born empty, and everything it will ever know about its game comes from what happens next.',
});

/** A field that is declared and not set is undefined too, but a declaration leaves nothing to observe. */
function isDeclared(text: string | undefined, name: string): boolean {
  const field = new RegExp(
    `^[ \\t]*(?:(?:public|declare|readonly)\\s+)*_?${name}[?!]?\\s*(?::[^,()\\n]*)?;?[ \\t]*$`,
    'm',
  );
  return text !== undefined && field.test(codeOnly(text));
}
