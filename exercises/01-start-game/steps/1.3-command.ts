import { step } from '../../../src/course/exercise.ts';
import { notYet, passed } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { createGame, read } from '../../../src/course/scenario.ts';
import {
  arePlayers,
  doneTooLate,
  hasNoPlayers,
  inGame,
  playersIn,
  playersText,
  settingPlayers,
  startGame,
  startText,
} from './game.ts';
import { drawTwoPairs, type Players } from './players.ts';

type Label = 'started' | 'after' | 'startedOther' | 'afterOther';

export const command = step({
  number: '1.3',
  title: 'Start it with two players',
  place: { module: 'domain/game', member: 'startGame' },
  draw: drawTwoPairs,
  scenario: ([players, others]) => ({
    made: [createGame('game'), createGame('other')],
    started: startGame('game', players, 'game', 'other'),
    after: read('game'),
    startedOther: startGame('other', others, 'other', 'game'),
    afterOther: read('other'),
  }),
  judge: (seen, [players, others]) =>
    judgeShared(seen, players) ??
    judgeStarted(seen, players, 'started', 'after') ??
    judgeStarted(seen, others, 'startedOther', 'afterOther') ??
    passed,
  hints: [
    'A command is a method, named for what somebody wants: `startGame`.',
    'It takes the two names and puts each into its field. (Yes, straight into the fields. This will not last long.)',
    {
      typescript: '`startGame(playerOne: string, playerTwo: string): void { this.playerOne = playerOne; … }`',
      python:
        '`def start_game(self, player_one: str, player_two: str) -> None:`, and below it `self.player_one = player_one` and the same for two.',
    },
  ],
  afterwards:
    'You wrote a command: somebody asks, and the game changes. What it changes is the state, so what was asked is already forgotten. The next steps repair that.',
});

function judgeShared(seen: Seen<Label>, players: Players): NotYet | undefined {
  const untouched = seen.members('started', 1);
  const later = seen.members('startedOther', 1);
  const wasStarted = arePlayers(seen.members('after'), players);
  if (hasNoPlayers(untouched) && (!wasStarted || arePlayers(later, players))) return undefined;
  const headline = hasNoPlayers(untouched)
    ? `Starting a second game made the first one ${playersText(later, seen.words)}.`
    : 'Starting one game also put players into another game.';
  return notYet('state-shared', {
    headline,
    why: 'Each aggregate guards its own game only. Keep the players in fields of the object itself, and in nothing that all games have in common.',
    ...seen.at(inGame('playerOne')),
  });
}

function judgeStarted(
  seen: Seen<Label>,
  players: Players,
  command: 'started' | 'startedOther',
  read: 'after' | 'afterOther',
): NotYet | undefined {
  const { words } = seen;
  const after = seen.members(read);
  const call = startText(players, words);
  if (arePlayers(seen.members(command), players)) return undefined;
  if (arePlayers(after, players)) return doneTooLate(seen, call, 'startGame');
  // From 1.5 until 1.6 the names live in the event alone, and that is as it should be.
  const recorded = seen.events(read)?.length ?? 0;
  if (recorded > 0 && hasNoPlayers(after)) return undefined;
  if (arePlayers(after, [players[1], players[0]])) {
    return notYet('names-swapped', {
      headline: `\`${call}\` made ${players[1]} player one and ${players[0]} player two.`,
      why: `Player one moves first, so the order matters: the first name belongs in \`${words.member('playerOne')}\`.`,
      ...seen.at(inGame('startGame', ...settingPlayers)),
    });
  }
  const [one, two] = playersIn(after).map((found) =>
    found === undefined ? 'not set' : `\`${words.observed(found)}\``,
  );
  return notYet('players-not-set', {
    headline: `After \`${call}\` \`${words.member('playerOne')}\` is ${one} and \`${words.member('playerTwo')}\` is ${two}.`,
    why: `Starting a game says who plays it: \`${words.member('playerOne')}\` should be ${words.value(players[0])} and \`${words.member('playerTwo')}\` ${words.value(players[1])}.`,
    ...seen.at(inGame('startGame', ...settingPlayers)),
  });
}
