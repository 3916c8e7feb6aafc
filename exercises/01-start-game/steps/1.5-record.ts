import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import { createGame, look, noted, read, silence, watch } from '../../../src/course/scenario.ts';
import { judgeBeside } from './beside.ts';
import type { Starts } from './drawn.ts';
import { playerMembers, startGame } from './game.ts';
import { drawNames } from './players.ts';
import { judgeContent, judgeRecorded } from './recorded.ts';

export const record = step({
  number: '1.5',
  title: 'Say it with an event',
  place: { module: 'domain/game', member: 'startGame' },
  draw: (draw): Starts => {
    const [a = '', b = '', c = '', d = ''] = drawNames(draw, 4);
    return { players: [a, b], otherOne: [c, b], otherTwo: [a, d], swapped: [b, a] };
  },
  scenario: ({ players, otherOne, otherTwo, swapped }) => ({
    made: ['game', 'twin', 'otherOne', 'otherTwo', 'swapped', 'probe'].map((name) => createGame(name)),
    started: startGame('game', players, 'game'),
    startedTwin: startGame('twin', players),
    startedOne: startGame('otherOne', otherOne),
    startedTwo: startGame('otherTwo', otherTwo),
    startedSwapped: startGame('swapped', swapped),
    after: read('game'),
    twin: read('twin'),
    otherOne: read('otherOne'),
    otherTwo: read('otherTwo'),
    swapped: read('swapped'),
    apply: look('probe', 'apply'),
    watched: watch('probe', ...playerMembers),
    silenced: silence('probe', 'apply'),
    probed: startGame('probe', players, 'probe'),
    noted: noted('probe'),
  }),
  mayThrow: ['apply', 'silenced', 'probed'],
  judge: (seen, starts) =>
    judgeRecorded(seen, starts.players) ?? judgeContent(seen, starts) ?? judgeBeside(seen, starts.players) ?? passed,
  hints: [
    'If this program ended now, what would somebody need to know to tell who played? That belongs in the event.',
    'Give `GameStarted`, in the module of the events, two fields for the names. Then look at `startGame`: it should no longer touch `playerOne` and `playerTwo`.',
    {
      typescript:
        "`this.events.push({ type: 'GameStarted', playerOne, playerTwo });` is all that is left in `startGame`. That the players are no longer set is meant; the next step brings them back.",
      python:
        '`self.events.append(GameStarted(player_one, player_two))` is all that is left in `start_game`. That the players are no longer set is meant; the next step brings them back.',
    },
  ],
  afterwards:
    'Your command no longer changes anything: it says what happened. The event holds the names, and nobody can overwrite it. The state is out of date now, and 1.6 shows why that is no loss.',
});
