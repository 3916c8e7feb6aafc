import { step } from '../../../src/course/exercise.ts';
import { notYet, passed } from '../../../src/course/feedback/feedback.ts';
import { createGame, read } from '../../../src/course/scenario.ts';
import { inGame, startGame } from './game.ts';
import { drawPlayers } from './players.ts';

export const events = step({
  number: '1.4',
  title: 'A place for events',
  place: { module: 'domain/game', member: 'events' },
  draw: drawPlayers,
  scenario: (players) => ({
    made: [createGame('game'), createGame('other')],
    fresh: read('game'),
    started: startGame('other', players),
    untouched: read('game'),
  }),
  mayThrow: ['started'],
  judge: (seen) => {
    const list = seen.member('fresh', 'events');
    const name = seen.words.member('events');
    const at = seen.at(inGame('events'));
    if (list === undefined) {
      return notYet('no-events', {
        headline: `A new \`Game\` has no \`${name}\`.`,
        why: 'What happens to this game needs a place to be kept, from its first moment on: a list, empty until something happens.',
        ...at,
      });
    }
    if (list.kind !== 'list') {
      return notYet('events-no-list', {
        headline: `The \`${name}\` of a new \`Game\` are \`${seen.words.observed(list)}\`, which is no list.`,
        why: 'Events have an order, and the order is half of what they say: keep them in a list, `[]` at first.',
        ...at,
      });
    }
    const untouched = seen.events('untouched') ?? [];
    if (untouched.length > list.items.length) {
      return notYet('events-shared', {
        headline: 'Starting one game also recorded an event in another game.',
        why: 'All your games share one list. Every game is a stream of its own; make the list inside the object, for each new `Game` a new one.',
        ...at,
      });
    }
    if (list.items.length > 0) {
      return notYet('events-before-start', {
        headline: `A new \`Game\` already has ${list.items.length === 1 ? 'an event' : `${list.items.length} events`}: \`${seen.words.observed(list)}\`.`,
        why: 'Being made is nothing that happened in the game. An event stands for something that somebody did, so the list begins empty, for each new `Game` again.',
        ...at,
      });
    }
    return passed;
  },
  hints: [
    'Events come one after the other. Which type keeps things in order?',
    'Give `Game` one more field. Nothing has happened to a new game, so what should be in it?',
    {
      typescript: "`events: GameEvent[] = [];` with `import type { GameEvent } from './events';`",
      python:
        'In `__init__`: `self.events: list[GameEvent] = []`, with `from connect_four.domain.events import GameEvent` at the top.',
    },
  ],
  afterwards:
    'Your game now has a memory. It is empty, and that is already a true statement about a game to which nothing has happened.',
});
