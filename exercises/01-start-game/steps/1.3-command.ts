import { step } from '../../../src/course/exercise.ts';
import { call, createGame, read, value } from '../../../src/course/scenario.ts';
import { stringsOf } from '../../../src/course/seen-event.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { arePlayers, gameFile, hasNoPlayers, playersIn } from './game.ts';

export const command = step({
  number: '1.3',
  title: 'Start it with two players',
  place: { file: gameFile, member: 'startGame' },
  scenario: {
    made: createGame('game'),
    other: createGame('other'),
    started: call('game', 'startGame', value('Ada'), value('Grace')),
    after: read('game'),
    untouched: read('other'),
  },
  judge: (seen) => {
    const players = playersIn(seen, 'after');
    if (!hasNoPlayers(seen, 'untouched')) {
      return notYet('state-shared', {
        headline: 'Starting one game also put players into another game.',
        why: 'Each aggregate guards its own game only. Keep the players in fields of the object, not in static fields or in variables outside the class.',
        ...lineOf(seen.files, gameFile, 'playerOne'),
      });
    }
    if (arePlayers(players, 'Ada', 'Grace')) return passed;
    // From 1.5 until 1.6 the names live in the event alone, and that is as it should be.
    const recorded = seen
      .events('after')
      ?.some((event) => ['Ada', 'Grace'].every((name) => stringsOf(event).includes(name)));
    if (recorded && hasNoPlayers(seen, 'after')) return passed;

    if (arePlayers(players, 'Grace', 'Ada')) {
      return notYet('names-swapped', {
        headline: '`startGame("Ada", "Grace")` made Grace player one and Ada player two.',
        why: 'Player one moves first, so the order matters: the first name belongs in `playerOne`.',
        ...lineOf(seen.files, gameFile, 'startGame'),
      });
    }
    const [one, two] = players;
    return notYet('players-not-set', {
      headline: `After \`startGame("Ada", "Grace")\` \`playerOne\` is ${shown(one)} and \`playerTwo\` is ${shown(two)}.`,
      why: 'Starting a game says who plays it: `playerOne` should be "Ada" and `playerTwo` "Grace".',
      ...lineOf(seen.files, gameFile, 'startGame'),
    });
  },
  hints: [
    'A command is a method, named for what somebody wants: `startGame`.',
    'It takes the two names and puts each into its field. (Yes, straight into the fields. This will not last long.)',
    '`startGame(playerOne: string, playerTwo: string): void { this.playerOne = playerOne; … }`',
  ],
  afterwards:
    'You wrote a command: somebody asks, and the game changes. What it changes is the state, so what was asked is already forgotten. The next steps repair that.',
});

function shown(name: string | undefined): string {
  return name === undefined ? 'not set' : `\`${JSON.stringify(name)}\``;
}
