import { notYet } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { isCalled } from '../../../src/course/observation/seen-event.ts';
import type { Member, Outcome } from '../../../src/learner/protocol.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import type { Players } from '../../01-start-game/steps/players.ts';
import type { WholeGame } from './drawn-games.ts';
import { judgeEndState } from './ends/end-state.ts';
import { falseText } from './ends/result.ts';
import { beside, eventsIn, isFinish, storyTexts } from './game.ts';
import { fairRefused } from './script.ts';

interface Played {
  readonly game: WholeGame;
  readonly players: Players;
  /** What became of each of its moves. */
  readonly outcomes: readonly Outcome[];
  readonly final: readonly Member[];
}

/** What is wrong with a game that was played from its first move to its last. */
export function judgeWholeGame(seen: Seen, played: Played): NotYet | undefined {
  const { game, players, final } = played;
  return (
    judgeMoves(seen, played) ??
    judgeHistory(seen, played) ??
    judgeEnd(seen, played) ??
    judgeEndState(seen, { game, players, members: final, later: final })
  );
}

function judgeMoves(seen: Seen, { game, outcomes, final }: Played): NotYet | undefined {
  const events = eventsIn(final);
  if (events.some((event) => isFinish(event, events.slice(0, 2)))) return undefined;
  for (const [turn, outcome] of outcomes.entries()) {
    if (outcome.kind !== 'threw') continue;
    return fairRefused(seen, `${game.what}, or would have: move ${turn + 1} of that game`, outcome.thrown);
  }
  return undefined;
}

function judgeHistory(seen: Seen, { game, players, final }: Played): NotYet | undefined {
  const events = eventsIn(final);
  const last = events.at(-1);
  const isWhole =
    last !== undefined &&
    isFinish(last, events.slice(0, 2)) &&
    events.length === game.moves.length + 2 &&
    events.slice(1, -1).every((event) => isCalled(event, 'MoveMade'));
  if (isWhole) return undefined;
  const told = {
    headline: `${game.what}, and what was recorded is not a start, ${game.moves.length} moves and one end.`,
    why: 'A whole game has to be readable from its events alone, from the `GameStarted` to the `GameFinished`.',
    ...seen.at(inGame('Game', 'calls:getResult')),
  };
  return notYet('history-incomplete', beside(told, storyTexts({ players, ...game }, seen.words), events, seen.words));
}

function judgeEnd(seen: Seen, { game, players, final }: Played): NotYet | undefined {
  const events = eventsIn(final);
  const last = events.at(-1);
  const text = last && falseText(last.value, game.result, players);
  if (text === undefined) return undefined;
  const told = {
    headline: `${game.what}, and your \`GameFinished\` says ${seen.words.value(text)}.`,
    why: 'Nobody counts the tokens again: whoever reads the stream believes the event, for as long as it is kept.',
    ...seen.at(inGame('Game', 'mentions:GameFinished', 'calls:getResult')),
  };
  const isTie = /^(?:tied?|drawn?)$/i.test(text);
  return notYet(
    isTie ? 'win-called-tie' : 'wrong-winner',
    beside(told, storyTexts({ players, ...game }, seen.words), events, seen.words),
  );
}
