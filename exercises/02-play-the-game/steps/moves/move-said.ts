import { eventLine } from '../../../../src/course/feedback/comparison-text.ts';
import { notYet } from '../../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../../src/course/judgement.ts';
import { factsOf, tellsApart } from '../../../../src/course/judging/likeness.ts';
import { memberAnywhere } from '../../../../src/course/judging/members.ts';
import { contentOf, stringOf } from '../../../../src/course/observation/observed.ts';
import { type SeenEvent, toEventText } from '../../../../src/course/observation/seen-event.ts';
import { inEvents, inGame } from '../../../01-start-game/steps/game.ts';
import type { FirstMoves } from '../drawn.ts';
import { beside, eventsIn, moveMade } from '../game.ts';
import { type Moving, recordedIn } from './move-recorded.ts';

/**
 * Whether a `MoveMade` says who moved and where: moves that differ in one of the two have to leave events that differ. And
 * whether it goes on saying so, and says nothing that is not so.
 */
export function judgeMoveSaid(seen: Moving, drawn: FirstMoves): NotYet | undefined {
  const { players, column, otherColumn, elsewhere } = drawn;
  const [event] = recordedIn(seen, 'later');
  const [first] = recordedIn(seen, 'moved');
  if (event === undefined || first === undefined) return undefined;
  if (contentOf(event.value) !== contentOf(first.value)) return changedLater(seen, drawn, first, event);
  const [, twin] = eventsIn(seen.members('twin'));
  const [, other] = eventsIn(seen.members('other'));
  const [, , answer] = eventsIn(seen.members('elsewhere'));
  return (
    judgeStatement(seen, event, players[0], column, players[1]) ??
    (twin && answer && !tellsApart(factsOf(event, twin), answer, twin)
      ? saysTheSame(
          seen,
          event,
          'move-without-player',
          `who moved: it says the same for ${players[0]} in column ${column} and for ${players[1]} there, after a move in ${elsewhere}`,
        )
      : undefined) ??
    (twin && other && !tellsApart(factsOf(event, twin), other, twin)
      ? saysTheSame(
          seen,
          event,
          'move-without-column',
          `which column the token went into: it says the same for ${column} and for ${otherColumn}`,
        )
      : undefined) ??
    judgeSecond(seen, drawn)
  );
}

function saysTheSame(seen: Moving, event: SeenEvent, mistake: string, what: string): NotYet {
  const told = {
    headline: `Your \`MoveMade\` does not say ${what}.`,
    why: 'The state may know it now, but only events are kept: what they leave out no replay can bring back.',
    ...seen.at(inEvents('MoveMade'), inGame('makeMove')),
  };
  return notYet(mistake, beside(told, [], [event], seen.words));
}

/** Names are free; where the event uses the course’s own, what it says there has to be so. */
function judgeStatement(
  seen: Moving,
  event: SeenEvent,
  player: string,
  column: string,
  other: string,
): NotYet | undefined {
  const expected = [moveMade(player, column, seen.words)];
  if (stringOf(memberAnywhere(event.value, 'player')) === other) {
    const told = {
      headline: `${player} moved, and your \`MoveMade\` says that it was ${other}.`,
      why: 'The event is what everybody will believe for ever after: record who made the move, and not whose turn it will be next.',
      ...seen.at(inGame('makeMove', 'mentions:MoveMade', 'mentions:player')),
    };
    return notYet('wrong-player-in-event', beside(told, expected, [event], seen.words));
  }
  const said = stringOf(memberAnywhere(event.value, 'column'));
  if (said === undefined || !/^[A-G]$/.test(said) || said === column) return undefined;
  const told = {
    headline: `${player} chose column ${column}, and your \`MoveMade\` says ${said}.`,
    why: 'The event is what everybody will believe for ever after: record the column that was asked for, as it is.',
    ...seen.at(inGame('makeMove', 'mentions:MoveMade', 'mentions:column')),
  };
  return notYet('wrong-column-in-event', beside(told, expected, [event], seen.words));
}

function changedLater(seen: Moving, { players, column }: FirstMoves, was: SeenEvent, is: SeenEvent): NotYet {
  const [before, after] = [was, is].map((event) => eventLine(toEventText(event, seen.words)));
  const expected = players.map((player) => moveMade(player, column, seen.words));
  const told = {
    headline: `The first \`MoveMade\` was \`${before}\`, and after the second move it is \`${after}\`.`,
    why: 'What has happened can’t change any more: make a new event with values of its own for each move, and never put into it what the game goes on changing.',
    ...seen.at(inGame('makeMove')),
  };
  return notYet('event-changed-later', beside(told, expected, recordedIn(seen, 'later'), seen.words));
}

function judgeSecond(seen: Moving, { players, column }: FirstMoves): NotYet | undefined {
  const [, event] = recordedIn(seen, 'later');
  return event && judgeStatement(seen, event, players[1], column, players[0]);
}
