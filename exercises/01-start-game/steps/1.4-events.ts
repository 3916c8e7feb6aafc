import { step } from '../../../src/course/exercise.ts';
import { itemsOf, textOf } from '../../../src/course/observed.ts';
import { call, createGame, read, value } from '../../../src/course/scenario.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { gameFile } from './game.ts';

export const events = step({
  number: '1.4',
  title: 'A place for events',
  place: { file: gameFile, member: 'events' },
  scenario: {
    made: createGame('game'),
    other: createGame('other'),
    fresh: read('game'),
    otherFresh: read('other'),
    started: call('game', 'startGame', value('Ada'), value('Grace')),
    untouched: read('other'),
  },
  mayThrow: ['started'],
  judge: (seen) => {
    const list = seen.member('fresh', 'events');
    if (list === undefined) {
      return notYet('no-events', {
        headline: 'A new `Game` has no `events`.',
        why: 'What happens to this game needs a place to be kept, from its first moment on: a list, empty until something happens.',
        ...lineOf(seen.files, gameFile),
      });
    }
    const items = itemsOf(list);
    if (items === undefined || list.kind !== 'list') {
      return notYet('events-no-list', {
        headline: `The \`events\` of a new \`Game\` are \`${textOf(list)}\`, which is no list.`,
        why: 'Events have an order, and the order is half of what they say: keep them in a list, `[]` at first.',
        ...lineOf(seen.files, gameFile, 'events'),
      });
    }
    const others = seen.member('otherFresh', 'events');
    const isShared = items.length > 0 && others?.kind === 'list' && others.identity === list.identity;
    if (items.length > 0 && !isShared) {
      return notYet('events-before-start', {
        headline: `A new \`Game\` already has ${items.length === 1 ? 'an event' : `${items.length} events`}: \`${textOf(list)}\`.`,
        why: 'Being made is nothing that happened in the game. An event stands for something that somebody did, so the list begins empty.',
        ...lineOf(seen.files, gameFile, 'events'),
      });
    }
    if (isShared || (seen.events('untouched') ?? []).length > 0) {
      return notYet('events-shared', {
        headline: 'Starting one game also recorded an event in another game.',
        why: 'All your games share one list. Every game is a stream of its own; make the list inside the object, for each new `Game` a new one.',
        ...lineOf(seen.files, gameFile, 'events'),
      });
    }
    return passed;
  },
  hints: [
    'Events come one after the other. Which type keeps things in order?',
    'Give `Game` one more field. Nothing has happened to a new game, so what should be in it?',
    "`events: GameEvent[] = [];` with `import type { GameEvent } from './events';`",
  ],
  afterwards:
    'Your game now has a memory. It is empty, and that is already a true statement about a game to which nothing has happened.',
});
