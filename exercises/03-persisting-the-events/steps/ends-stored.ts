import { notYet } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { memberNamed, truthOf } from '../../../src/course/observation/observed.ts';
import { membersOf, type Seen } from '../../../src/course/observation/seen.ts';
import type { Member, Outcome } from '../../../src/learner/protocol.ts';
import { arePlayers, inGame, isNobody, playersText } from '../../01-start-game/steps/game.ts';
import type { Players } from '../../01-start-game/steps/players.ts';
import { boardIn, wrongColumn } from '../../02-play-the-game/steps/board.ts';
import type { Result } from '../../02-play-the-game/steps/drawn-games.ts';
import { falseText } from '../../02-play-the-game/steps/ends/result.ts';
import { nextPlayerIn } from '../../02-play-the-game/steps/game.ts';
import { fairRefused } from '../../02-play-the-game/steps/script.ts';
import type { StoredEnds } from './drawn.ts';
import { fieldIn, getFailed } from './games.ts';
import { inRepository, reading } from './places.ts';
import { addFailed, judgeStored, judgeStream, notStored, storedOf } from './stored.ts';
import { besideStored, gameFinished, story } from './wire.ts';

type Ending = Seen<'moved' | 'ids' | 'added' | 'got' | 'gotLeft' | 'states' | 'leftStates'>;

/** What is wrong with the streams of games that were played to their ends and then stored. */
export function judgeFinishes(seen: Ending, { players, played }: StoredEnds): NotYet | undefined {
  const refused = seen.firstThrown('moved');
  if (refused !== undefined) return fairRefused(seen, 'A move of a game that nobody has stored yet', refused.thrown);
  for (const [index, game] of played.entries()) {
    const id = fieldIn(membersOf(seen.outcomes('ids')[index]), 'id', seen.words) ?? '';
    const thrown = thrownIn(seen.outcomes('added')[index]);
    const stored = storedOf(seen, id);
    const expected = story(players, game.moves, game.result);
    if (stored === undefined) return notStored(seen, id, players[0], thrown);
    if (thrown !== undefined) return addFailed(seen, thrown);
    const finished = stored.at(-1);
    if (finished === undefined || finished.type === 'MoveMade' || finished.type === 'GameStarted') {
      const told = {
        headline: `${game.what}, and there is no \`GameFinished\` at the end of the stream.`,
        why: 'For everybody who reads the stream this game is still open, and a game brought back from it would let them play on.',
        ...seen.at(inRepository('add')),
      };
      return notYet('finish-not-stored', besideStored(told, expected, stored));
    }
    const wrong =
      judgeStored(seen, finished, gameFinished(game.result)) ??
      judgeStream(seen, stored, expected, () => {
        const told = {
          headline: `A game of ${game.moves.length} moves left ${stored.length} events in its stream, and ${expected.length} were meant.`,
          why: 'One start, each move and one end have happened: a stream that tells more or less tells another game.',
          ...seen.at(inRepository('add')),
        };
        return notYet('other-history', besideStored(told, expected, stored));
      });
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** What is wrong with finished games that were brought back, one’s own and those of another program. */
export function judgeBroughtBack(seen: Ending, { players, played, left }: StoredEnds): NotYet | undefined {
  const own = played.map((game, index) => ({
    ...game,
    players,
    got: seen.outcomes('got')[index],
    state: seen.outcomes('states')[index],
  }));
  const others = left.map((game, index) => ({
    ...game,
    got: seen.outcomes('gotLeft')[index],
    state: seen.outcomes('leftStates')[index],
  }));
  for (const { got, state, ...game } of [...others, ...own]) {
    const thrown = thrownIn(got);
    if (thrown !== undefined) return getFailed(seen, thrown);
    const wrong = judgeState(seen, game, membersOf(state));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

interface Ended {
  readonly players: Players;
  readonly moves: string;
  readonly result: Result;
}

function judgeState(seen: Ending, ended: Ended, members: readonly Member[]): NotYet | undefined {
  const { words } = seen;
  const { players, result } = ended;
  const found = memberNamed(members, 'result');
  const isFinished = memberNamed(members, 'isFinished');
  const hasResult = found !== undefined && !isNobody(found) && falseText(found, result, players) === undefined;
  const next = nextPlayerIn(members, words);
  const isDenied = isFinished !== undefined && truthOf(isFinished) === false;
  if (hasResult && next === undefined && !isDenied) return judgeRest(seen, ended, members);
  const shown = found === undefined ? words.nothing : words.observed(found);
  const rest = hasResult
    ? isDenied
      ? `its \`${words.member('isFinished')}\` is ${words.observed(isFinished)}`
      : `its \`${words.member('nextPlayer')}\` is ${next}`
    : `its \`${words.member('result')}\` is ${shown}`;
  return notYet('finish-not-restored', {
    headline: `A finished game was brought back, and ${rest}; by its \`GameFinished\` it ended with ${result}.`,
    why: 'The result stands in the event and is taken from there, not worked out anew: rules may change, but what has happened doesn’t.',
    ...(hasResult ? seen.at(inGame('apply')) : seen.at(...reading)),
  });
}

/** An end adds to what is known of a game, and takes nothing away. */
function judgeRest(seen: Ending, { players, moves }: Ended, members: readonly Member[]): NotYet | undefined {
  const wrong = wrongColumn(boardIn(members) ?? {}, moves, seen.words);
  if (arePlayers(members, players) && wrong === undefined) return undefined;
  const board =
    wrong === undefined ? '' : `, and its column ${wrong.column} holds ${wrong.found}, not ${wrong.expected}`;
  return notYet('forgotten-at-the-end', {
    headline: `A finished game of ${players.join(' and ')} was brought back: ${playersText(members, seen.words)}${board}.`,
    why: 'A `GameFinished` says how it ended and nothing else: who played and what lies on the board follows from the events before it, and stays.',
    ...seen.at(inGame('apply')),
  });
}

function thrownIn(outcome: Outcome | undefined) {
  return outcome?.kind === 'threw' ? outcome.thrown : undefined;
}
