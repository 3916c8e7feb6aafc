import type { NotYet, Told } from '../../../src/course/judgement.ts';
import { thrownText } from '../../../src/course/mishaps.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { type SeenEvent, stringsOf, toEventText } from '../../../src/course/seen-event.ts';
import { lineOf, memberContains, notYet } from '../../../src/course/telling.ts';
import { boardAfter, boardIn, differingColumn } from './board.ts';
import { beside, eventsFile, eventsIn, gameFile, moveMade, nextPlayerIn, playerOne, playerTwo } from './game.ts';

type Moves = Seen<'before' | 'moved' | 'after' | 'answered' | 'later'>;

const asked = `makeMove({ player: "${playerOne}", column: "D" })`;
const expected = [moveMade(playerOne, 'D')];

/** What the first two moves left in `events`; undefined when each left its `MoveMade`. */
export function judgeMoveRecorded(seen: Moves): NotYet | undefined {
  const before = eventsIn(seen, 'before').length;
  const recorded = eventsIn(seen, 'after').slice(before);
  const [event, second] = recorded;
  if (event === undefined) return nothingRecorded(seen);
  if (second !== undefined) return tooMuchRecorded(seen, recorded);
  return judgeEvent(seen, event) ?? judgeSecond(seen, event, eventsIn(seen, 'later').slice(before));
}

function nothingRecorded(seen: Moves): NotYet {
  const thrown = seen.thrown('moved');
  const at = lineOf(seen.files, gameFile, 'makeMove');
  if (hasMoved(seen)) {
    const applies = memberContains(seen.files, gameFile, 'makeMove', /\bapply\s*\(/);
    return notYet(
      applies ? 'applied-not-recorded' : 'state-changed-no-event',
      beside(changedOnly(applies, seen.files), expected, []),
    );
  }
  if (thrown !== undefined) {
    return notYet('move-refused', {
      headline: `\`${asked}\` threw ${thrownText(thrown)}`,
      why: `The game has started, it is ${playerOne}’s turn and the column is empty: nothing speaks against this move, so it should be recorded as a \`MoveMade\`.`,
      ...(thrown.frames[0] ? { at: thrown.frames[0] } : at),
    });
  }
  const told = {
    headline: `After \`${asked}\` there is no new event.`,
    why: 'The command came back as if nothing had happened; what is to be remembered of a move has to be recorded, as a `MoveMade`.',
    ...at,
  };
  return notYet('nothing-recorded', beside(told, expected, []));
}

function changedOnly(applies: boolean, files: Moves['files']): Told {
  if (applies) {
    return {
      headline: 'Your command applied a `MoveMade` and then forgot it.',
      why: 'The token is on the board, but only what is in `events` will ever be stored: append the event as well as applying it, as `processEvent` does.',
      ...lineOf(files, gameFile, 'makeMove', /\bapply\s*\(/),
    };
  }
  return {
    headline: 'Your `makeMove` changed the game and recorded nothing.',
    why: 'The move can be seen on the object and nowhere in its history, so it is gone with the object: record a `MoveMade`, and let `apply` change the state.',
    ...lineOf(files, gameFile, 'makeMove', /\baddMove\s*\(|\bnextPlayer\s*=(?!=)/),
  };
}

function hasMoved(seen: Moves): boolean {
  const board = boardIn(seen, 'after');
  const changed = board !== undefined && differingColumn(board, boardAfter('')) !== undefined;
  return changed || nextPlayerIn(seen, 'after') !== nextPlayerIn(seen, 'before');
}

function tooMuchRecorded(seen: Moves, recorded: readonly SeenEvent[]): NotYet {
  if (recorded.some(({ type }) => type === 'GameFinished')) {
    const told = {
      headline: 'The first move of a game already recorded a `GameFinished`.',
      why: 'Whoever reads this history later sees a game that ended before it was played; `getResult` says `undefined` while a game goes on, so ask for that.',
      ...lineOf(seen.files, gameFile, 'makeMove', /\bgetResult\s*\(/),
    };
    return notYet('finished-too-early', beside(told, expected, recorded));
  }
  const told = {
    headline: `One \`makeMove\` recorded ${recorded.length} events.`,
    why: 'One token fell, so one `MoveMade` is expected: a replay would drop a token for each of them.',
    ...lineOf(seen.files, gameFile, 'makeMove'),
  };
  return notYet('recorded-twice', beside(told, expected, recorded));
}

function judgeEvent(seen: Moves, event: SeenEvent): NotYet | undefined {
  const at = lineOf(seen.files, gameFile, 'makeMove');
  if (event.type !== 'MoveMade') {
    const told = {
      headline: `You recorded a \`${event.type}\`, and a \`MoveMade\` was expected.`,
      why: 'An event is named for what has happened, and everybody who reads the stream later knows it by that name alone.',
      ...at,
    };
    return notYet('wrong-event-type', beside(told, expected, [event]));
  }
  const words = stringsOf(event);
  if (words.includes(playerTwo) && !words.includes(playerOne)) return wrongPlayer(seen, event, playerOne, 'D');
  const lacking = [
    { word: playerOne, name: 'move-without-player', what: 'who moved' },
    { word: 'D', name: 'move-without-column', what: 'which column the token went into' },
  ].find(({ word }) => !words.includes(word));
  if (lacking === undefined) return undefined;
  const told = {
    headline: `Your \`MoveMade\` does not say ${lacking.what}.`,
    why: 'The state may know it now, but only events are kept: what they leave out no replay can bring back.',
    ...lineOf(seen.files, eventsFile, 'MoveMade'),
  };
  return notYet(lacking.name, beside(told, expected, [event]));
}

function wrongPlayer(seen: Moves, event: SeenEvent, player: string, column: string): NotYet {
  const told = {
    headline: `${player} moved, and your \`MoveMade\` says that it was somebody else.`,
    why: 'The event is what everybody will believe for ever after: record who made the move, and not whose turn it will be next.',
    ...lineOf(seen.files, gameFile, 'makeMove', /\bMoveMade\b|\bplayer\b/),
  };
  return notYet('wrong-player-in-event', beside(told, [moveMade(player, column)], [event]));
}

/** The second move has to leave an event of its own, and the first one as it was. */
function judgeSecond(seen: Moves, first: SeenEvent, recorded: readonly SeenEvent[]): NotYet | undefined {
  const thrown = seen.thrown('answered');
  const [kept, event] = recorded;
  if (kept !== undefined && textOfEvent(kept) !== textOfEvent(first)) {
    const told = {
      headline: 'The first `MoveMade` says something else after the second move.',
      why: 'What has happened can’t change any more: make a new event with values of its own for each move, and never put into it what the game goes on changing.',
      ...lineOf(seen.files, gameFile, 'makeMove'),
    };
    return notYet('event-changed-later', beside(told, [moveMade(playerOne, 'D'), moveMade(playerTwo, 'D')], recorded));
  }
  if (thrown !== undefined || event === undefined) return undefined;
  return stringsOf(event).includes(playerTwo) ? undefined : wrongPlayer(seen, event, playerTwo, 'D');
}

function textOfEvent(event: SeenEvent): string {
  return JSON.stringify(toEventText(event));
}
