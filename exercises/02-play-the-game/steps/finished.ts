import type { EventText, NotYet } from '../../../src/course/judgement.ts';
import { stringsIn, textOf } from '../../../src/course/observed.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { type SeenEvent, stringsOf } from '../../../src/course/seen-event.ts';
import { lineOf, notYet } from '../../../src/course/telling.ts';
import {
  beside,
  eventsFile,
  eventsIn,
  gameFile,
  hasResult,
  nextPlayerIn,
  playerOfTurn,
  playerOne,
  saysResult,
  story,
} from './game.ts';
import { judgePlayers } from './players.ts';
import { judgeFairMoves } from './refused.ts';
import { tie, win } from './whole-games.ts';

type Games = Seen<'before' | 'nearly' | 'last' | 'final' | 'toTheTie' | 'full'>;

const asking = /\bgetResult\s*\(/;

/** What is wrong with how player one won; undefined when `GameFinished` followed the last move and was applied. */
export function judgeWin(seen: Games): NotYet | undefined {
  const before = eventsIn(seen, 'nearly');
  const after = eventsIn(seen, 'final');
  if (before.some(isFinish)) return finishedTooEarly(seen, before, story(win.slice(0, -1)));
  const refused = judgeFairMoves(seen, 'before', what) ?? judgeFairMoves(seen, 'last', () => what(win.length - 1));
  if (refused !== undefined) return refused;
  const recorded = after.slice(before.length);
  const finish = recorded.find(isFinish);
  if (finish === undefined) return notFinished(seen, recorded);
  return judgeOrder(seen, recorded) ?? judgeResult(seen, finish, 'PLAYER_ONE_WON') ?? judgeApplied(seen);
}

/** What is wrong with how a full board ended its game. */
export function judgeTie(seen: Games): NotYet | undefined {
  const events = eventsIn(seen, 'full');
  const finish = events.find(isFinish);
  const told = {
    headline: 'The board is full, nobody has four in a row, and there is no `GameFinished`.',
    why: 'A tie is an end like any other: without its event this game is open for ever, for everybody who reads the stream.',
    ...lineOf(seen.files, gameFile, undefined, asking),
  };
  const refused = finish === undefined ? judgeFairMoves(seen, 'toTheTie', what) : undefined;
  if (refused !== undefined) return refused;
  if (finish === undefined) return notYet('tie-forgotten', beside(told, story(tie, 'TIED'), events));
  if (!isFinish(events.at(-1))) return finishedTooEarly(seen, events, story(tie, 'TIED'));
  return judgeResult(seen, finish, 'TIED') ?? judgeResultApplied(seen, 'full', 'TIED');
}

export function isFinish(event: SeenEvent | undefined): boolean {
  return event?.type === 'GameFinished';
}

/** Whether a `GameFinished` says how the game ended. */
export function judgeResult(seen: Games, finish: SeenEvent, result: string): NotYet | undefined {
  if (saysResult(stringsOf(finish), result)) return undefined;
  const expected = story('', result).slice(-1);
  if (finish.fields.every(({ value }) => stringsIn(value).length === 0)) {
    const told = {
      headline: 'Your `GameFinished` does not say how the game ended.',
      why: 'The state is never stored, only the events are: who won has to stand in the event, or nobody can bring it back without knowing the rules.',
      ...lineOf(seen.files, eventsFile, 'GameFinished'),
    };
    return notYet('finish-without-result', beside(told, expected, [finish]));
  }
  const told = {
    headline: `The game ended with \`${result}\`, and your \`GameFinished\` says ${finish.fields.map(({ value }) => textOf(value)).join(', ')}.`,
    why: 'Whoever reads the stream believes the event and doesn’t count tokens: take the result from the board, after the move was applied.',
    ...lineOf(seen.files, gameFile, undefined, asking),
  };
  return notYet('wrong-result', beside(told, expected, [finish]));
}

function what(turn: number): string {
  return `Move ${turn + 1} of a game, by ${playerOfTurn(turn)},`;
}

function finishedTooEarly(seen: Games, events: readonly SeenEvent[], expected: readonly EventText[]): NotYet {
  const told = {
    headline: 'A `GameFinished` was recorded before anybody had four in a row and while the board had room.',
    why: 'From this event on everybody takes the game for finished, and no later event can take that back; ask `getResult` right after the move was applied.',
    ...lineOf(seen.files, gameFile, undefined, asking),
  };
  return notYet('finished-too-early', beside(told, expected, events));
}

function notFinished(seen: Games, recorded: readonly SeenEvent[]): NotYet {
  const expected = story(win, 'PLAYER_ONE_WON').slice(-2);
  const other = recorded.find(({ type }) => type !== 'MoveMade');
  if (other !== undefined) {
    const told = {
      headline: `The end of the game was recorded as a \`${other.type}\`, and a \`GameFinished\` was expected.`,
      why: 'The type is how everybody knows what an event means, programs in other languages too: agree on one name and keep it.',
      ...lineOf(seen.files, gameFile, undefined, asking),
    };
    return notYet('wrong-event-type', beside(told, expected, recorded));
  }
  if (hasResult(seen, 'final')) {
    const told = {
      headline: 'Your game knows its result, and no event says so.',
      why: 'State that is not in the events is gone with the object, and nobody who only reads the stream learns that the game is over: record a `GameFinished`.',
      ...lineOf(seen.files, gameFile, undefined, /\bthis\s*\.\s*[#_]?result\s*=(?!=)(?!\s*event\b)/),
    };
    return notYet('result-without-event', beside(told, expected, recorded));
  }
  const told = {
    headline: `${playerOne} has four in a row, and nothing but the last \`MoveMade\` was recorded.`,
    why: 'That the game is over is a fact worth an event: it should be followed by a `GameFinished` with the result.',
    ...lineOf(seen.files, gameFile, 'makeMove'),
  };
  return notYet('finish-missing', beside(told, expected, recorded));
}

function judgeOrder(seen: Games, recorded: readonly SeenEvent[]): NotYet | undefined {
  const expected = story(win, 'PLAYER_ONE_WON').slice(-2);
  const at = lineOf(seen.files, gameFile, 'makeMove', /\bGameFinished\b|\bfinish\w*\s*\(|\bgetResult\s*\(/);
  const finishes = recorded.filter(isFinish).length;
  if (finishes > 1) {
    const told = {
      headline: `The last move recorded ${finishes} \`GameFinished\` events.`,
      why: 'A game ends once; whoever counts finished games from the events would count this one too often.',
      ...at,
    };
    return notYet('finished-twice', beside(told, expected, recorded));
  }
  if (isFinish(recorded.at(-1)) && recorded.length === 2) return undefined;
  const moved = recorded.some(({ type }) => type === 'MoveMade');
  const told = {
    headline: moved
      ? 'Your `GameFinished` stands before the move that finished the game.'
      : 'The game was finished, but the move that finished it was not recorded.',
    why: 'The order of events tells cause and effect: first the `MoveMade`, then the `GameFinished` that follows from it, or a replay plays on after the end.',
    ...at,
  };
  return notYet(moved ? 'finished-before-move' : 'last-move-missing', beside(told, expected, recorded));
}

/** Whether the state says what the `GameFinished` said. */
export function judgeResultApplied<Label extends string>(
  seen: Seen<Label>,
  label: Label,
  expected: string,
): NotYet | undefined {
  const result = seen.member(label, 'result');
  if (result === undefined || !hasResult(seen, label)) {
    return notYet('finish-not-applied', {
      headline: '`GameFinished` was recorded, and your game still has no `result`.',
      why: 'History says that it is over and the state doesn’t know: `apply` has to take the result out of the event, as it does with every other event.',
      ...lineOf(seen.files, gameFile, 'apply'),
    });
  }
  if (saysResult(stringsIn(result), expected)) return undefined;
  return notYet('wrong-result-in-state', {
    headline: `A game ended with \`${expected}\`, as its \`GameFinished\` says, and \`result\` is ${textOf(result)}.`,
    why: 'State is whatever the events say, nothing else: let `apply` take the result from the event.',
    ...lineOf(seen.files, gameFile, 'apply', /\bresult\s*=(?!=)/),
  });
}

function judgeApplied(seen: Games): NotYet | undefined {
  const wrong = judgeResultApplied(seen, 'final', 'PLAYER_ONE_WON');
  if (wrong !== undefined) return wrong;
  const isFinished = seen.member('final', 'isFinished');
  if (isFinished !== undefined && textOf(isFinished) !== 'true') {
    return notYet('finish-denied', {
      headline: `\`GameFinished\` was applied, and \`isFinished\` is ${textOf(isFinished)}.`,
      why: 'Whoever plays this game asks `isFinished` whether to go on; it has to follow from the same event as the result does.',
      ...lineOf(seen.files, gameFile, 'isFinished'),
    });
  }
  const next = nextPlayerIn(seen, 'final');
  if (next === undefined) return judgePlayers(seen, 'final', 'After its end');
  return notYet('turn-passed-after-end', {
    headline: `The game is over, and \`nextPlayer\` is still ${next}.`,
    why: 'A `GameFinished` means that it is nobody’s turn any more: say so when it is applied, so that a rebuilt game knows it as well.',
    ...lineOf(seen.files, gameFile, 'apply', /\bGameFinished\b|\bresult\s*=(?!=)/),
  });
}
