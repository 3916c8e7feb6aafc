import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import { callAndLook, copyEvent, createGame, keepEvent, kept, look, read } from '../../../src/course/scenario.ts';
import { judgeApplied, judgeLive, judgeRebuilt } from './applied.ts';
import { startGame } from './game.ts';
import { drawTwoPairs } from './players.ts';

export const apply = step({
  number: '1.6',
  title: 'Rebuild it from events',
  place: { module: 'domain/game', member: 'apply' },
  draw: drawTwoPairs,
  scenario: ([players, others]) => ({
    made: [createGame('game'), createGame('other')],
    unstarted: [read('game'), read('other')],
    started: startGame('game', players, 'game'),
    startedOther: startGame('other', others, 'other'),
    live: read('game'),
    remade: [createGame('fresh'), createGame('freshOther'), createGame('original')],
    method: look('fresh', 'apply'),
    event: copyEvent('event', 'game', 0),
    applied: callAndLook('fresh', 'apply', [kept('event')], 'fresh'),
    rebuilt: read('fresh'),
    eventAfter: read('event'),
    eventOther: copyEvent('eventOther', 'other', 0),
    appliedOther: callAndLook('freshOther', 'apply', [kept('eventOther')], 'freshOther', 'fresh'),
    itself: keepEvent('itself', 'game', 0),
    appliedItself: callAndLook('original', 'apply', [kept('itself')], 'original'),
    appliedAgain: callAndLook('freshOther', 'apply', [kept('event')], 'freshOther'),
  }),
  mayThrow: ['applied', 'appliedOther', 'appliedItself', 'appliedAgain'],
  judge: (seen, [players, others]) =>
    judgeApplied(seen, players, others) ?? judgeLive(seen, players) ?? judgeRebuilt(seen, players) ?? passed,
  hints: [
    'One method that takes an event and brings the state up to date: `apply(event)`. What should it read, and what should it write?',
    'Copy both names from the event into the fields. Then call `apply` in `startGame`, with the event that was just made.',
    {
      typescript:
        'In `startGame`: make the event, `this.apply(event)`, `this.events.push(event)`. In `apply`: `this.playerOne = event.playerOne;` and the same for two.',
      python:
        'In `start_game`: make the event, `self.apply(event)`, `self.events.append(event)`. In `apply`: `self.player_one = event.player_one` and the same for two.',
    },
  ],
  afterwards:
    'That is event sourcing: a fresh object and the events give you the same game again. Store the events, and you can throw the object away.',
});
