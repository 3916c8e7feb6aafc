import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { thrownText } from '../../../src/course/mishaps.ts';
import { call, createGame, read, value } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet, passed, withComparison } from '../../../src/course/telling.ts';
import type { Thrown } from '../../../src/learner/protocol.ts';
import { gameFile, gameStarted, playersIn } from './game.ts';

type Label = 'made' | 'first' | 'second' | 'after';

/** Errors that the language throws by itself: the command broke, it did not refuse. */
const accidents = ['TypeError', 'ReferenceError', 'RangeError'];

export const once = step<Label>({
  number: 'bonus',
  title: 'Only once',
  place: { file: gameFile, member: 'startGame' },
  scenario: {
    made: createGame('game'),
    first: call('game', 'startGame', value('Ada'), value('Grace')),
    second: call('game', 'startGame', value('Linus'), value('Margaret')),
    after: read('game'),
  },
  mayThrow: ['second'],
  judge: (seen) => {
    const thrown = seen.thrown('second');
    const events = seen.events('after') ?? [];
    if (events.length > 1 && thrown === undefined) return startedTwice(seen);
    if (events.length > 1) return recordedBeforeRefusing(seen);
    if (playersIn(seen, 'after').includes('Linus')) return stateSetFirst(seen);
    if (thrown === undefined) return refusedSilently(seen);
    return judgeError(seen, thrown) ?? passed;
  },
  hints: [
    'Before a command records anything it may look at the state. What is different about a game that has started?',
    'If there are players already (or events), throw an error before anything is recorded or applied.',
    'In errors.ts: `export class GameAlreadyStartedError extends Error {}`. First line of `startGame`: `if (this.playerOne !== undefined) throw new GameAlreadyStartedError(…);`',
  ],
  afterwards:
    'You wrote a constraint. Commands may be refused, events never: by the time something is an event it has happened. So the check stands before the recording, and a refused command leaves no trace.',
});

function startedTwice(seen: Seen<Label>): NotYet {
  const told = {
    headline: 'The same game was started twice.',
    why: 'Two `GameStarted` in one stream tell a story that cannot have happened. A second `startGame` has to be refused with an error.',
    ...lineOf(seen.files, gameFile, 'startGame'),
  };
  return notYet('started-twice', withComparison(told, [gameStarted('Ada', 'Grace')], seen.events('after') ?? []));
}

function recordedBeforeRefusing(seen: Seen<Label>): NotYet {
  const told = {
    headline: 'The second `startGame` was refused, but its event was recorded all the same.',
    why: 'What is recorded has happened; an error afterwards does not undo it. Check the constraint before you record.',
    ...lineOf(seen.files, gameFile, 'startGame', /\bthrow\b/),
  };
  return notYet(
    'recorded-before-refusing',
    withComparison(told, [gameStarted('Ada', 'Grace')], seen.events('after') ?? []),
  );
}

function stateSetFirst(seen: Seen<Label>): NotYet {
  return notYet('state-set-before-constraint', {
    headline: 'The second `startGame` recorded nothing, but the players are now Linus and Margaret.',
    why: 'State changed before the constraint was checked, so this game no longer is what its events say. Check first, then record, then apply.',
    ...lineOf(seen.files, gameFile, 'startGame'),
  });
}

function refusedSilently(seen: Seen<Label>): NotYet {
  return notYet('refused-silently', {
    headline: 'The second `startGame` did nothing and said nothing.',
    why: 'Whoever asked believes that the game was started with Linus and Margaret. Refuse out loud: throw an error, `GameAlreadyStartedError`.',
    ...lineOf(seen.files, gameFile, 'startGame'),
  });
}

function judgeError(seen: Seen<Label>, thrown: Thrown): NotYet | undefined {
  const [at] = thrown.frames;
  const place = at === undefined ? lineOf(seen.files, gameFile, 'startGame', /\bthrow\b/) : { at };
  if (accidents.includes(thrown.name)) {
    return notYet('broke-instead-of-refusing', {
      headline: `The second \`startGame\` broke with ${thrown.name}: ${thrown.message}`,
      why: 'Nothing was recorded, but by accident. Ask whether the game has started, and throw an error of your own that says so.',
      ...place,
    });
  }
  if (thrown.isError && thrown.name !== 'Error') return undefined;
  return notYet('wrong-error', {
    headline: `The second \`startGame\` was refused with ${thrownText(thrown)}`,
    why: 'A refusal has a name of its own, as an event has: throw a `GameAlreadyStartedError`, so that callers can tell it from an accident.',
    ...place,
  });
}
