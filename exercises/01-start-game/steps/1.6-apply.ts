import { step } from '../../../src/course/exercise.ts';
import { call, createGame, keepEvent, kept, read, value } from '../../../src/course/scenario.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { arePlayers, gameFile, hasNoPlayers, playersIn } from './game.ts';

export const apply = step({
  number: '1.6',
  title: 'Rebuild it from events',
  place: { file: gameFile, member: 'apply' },
  scenario: {
    made: createGame('game'),
    started: call('game', 'startGame', value('Linus'), value('Margaret')),
    live: read('game'),
    event: keepEvent('event', 'game', 0),
    remade: createGame('fresh'),
    applied: call('fresh', 'apply', kept('event')),
    rebuilt: read('fresh'),
  },
  judge: (seen) => {
    const rebuilt = playersIn(seen, 'rebuilt');
    if (hasNoPlayers(seen, 'rebuilt')) {
      return notYet('apply-does-nothing', {
        headline: 'A fresh `Game` has no players after `apply(GameStarted)`.',
        why: 'Applying is how an event becomes state. Without it the event is remembered, and nobody can ask the game what it means.',
        ...lineOf(seen.files, gameFile, 'apply'),
      });
    }
    if (!arePlayers(rebuilt, 'Linus', 'Margaret')) {
      return notYet('apply-wrong-players', {
        headline: `The event says Linus against Margaret, and \`apply\` made it ${nameText(rebuilt[0])} against ${nameText(rebuilt[1])}.`,
        why: 'State is whatever the events say, nothing else: take both names from the event that is passed in, each into its own field.',
        ...lineOf(seen.files, gameFile, 'apply'),
      });
    }
    if (hasNoPlayers(seen, 'live')) {
      return notYet('recorded-not-applied', {
        headline: 'Your command recorded the event and did not apply it.',
        why: 'A fresh game that replays the event knows its players, and the one that was just started doesn’t: history and state have drifted apart.',
        ...lineOf(seen.files, gameFile, 'startGame'),
      });
    }
    const again = seen.events('rebuilt') ?? [];
    if (again.length > 0) {
      return notYet('apply-records', {
        headline: 'Your `apply` recorded the event a second time.',
        why: 'Applying looks back at what has already happened. If it records as well, every replay makes the history longer; let the command append, and `apply` only change state.',
        ...lineOf(seen.files, gameFile, 'apply', /\bpush\s*\(|\bevents\s*=(?!=)/),
      });
    }
    const live = playersIn(seen, 'live');
    if (!arePlayers(live, 'Linus', 'Margaret')) {
      return notYet('live-differs-from-rebuilt', {
        headline: `The game you started says ${nameText(live[0])} against ${nameText(live[1])}; rebuilt from its event it says Linus against Margaret.`,
        why: 'Live and rebuilt must agree in every field, or the game changes each time it is loaded. Let the command change state through `apply` only.',
        ...lineOf(seen.files, gameFile, 'startGame'),
      });
    }
    return passed;
  },
  hints: [
    'One method that takes an event and brings the state up to date: `apply(event)`. What should it read, and what should it write?',
    'Copy both names from the event into the fields. Then call `apply` in `startGame`, with the event that was just made.',
    'In `startGame`: make the event, `this.apply(event)`, `this.events.push(event)`. In `apply`: `this.playerOne = event.playerOne;` and the same for two.',
  ],
  afterwards:
    'That is event sourcing: a fresh object and the events give you the same game again. Store the events, and you can throw the object away.',
});

function nameText(name: string | undefined): string {
  return name ?? 'nobody';
}
