import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { stateDifference } from '../../../src/course/judging/state.ts';
import { membersOf, type Seen } from '../../../src/course/observation/seen.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import { boardIn, wrongColumn } from '../../02-play-the-game/steps/board.ts';
import { nextPlayerIn, stateMembers } from '../../02-play-the-game/steps/game.ts';
import type { OldAndNew } from './drawn.ts';
import { are, type Listing, named, unsavedEvents } from './lists.ts';

type Unsaved = Listing & Seen<'unsaved' | 'unsavedState' | 'unstarted' | 'loadedCopies' | 'given'>;

/** Two moves in a game that was never stored: a start, two moves, and a state that knows of them. */
export function judgeUnsaved(seen: Unsaved, drawn: OldAndNew): NotYet | undefined {
  return judgeApplied(seen, drawn) ?? judgeOrder(seen) ?? judgeRebuilt(seen);
}

function judgeApplied(seen: Unsaved, { players, unsaved }: OldAndNew): NotYet | undefined {
  const { words } = seen;
  const thrown = seen.thrown('unsaved');
  const state = seen.members('unsavedState');
  const next = nextPlayerIn(state, words);
  const wrong = wrongColumn(boardIn(state) ?? {}, unsaved, words);
  if (thrown === undefined && next === players[0] && wrong === undefined) return undefined;
  const found =
    wrong === undefined
      ? `\`${words.member('nextPlayer')}\` is ${next ?? 'nobody'}`
      : `column ${wrong.column} holds ${wrong.found}`;
  return notYet('recorded-not-applied', {
    headline: `A game was started and moved in twice, and ${thrown === undefined ? found : `a move ${words.raised} ${thrownText(thrown, words)}`}.`,
    why: 'What a command records has happened at once, and not only when it is stored: apply each event once, as you record it, or the next command decides by an old state.',
    ...(thrown === undefined
      ? seen.at(inGame('processEvent'), inGame('makeMove'))
      : thrownAt(seen, thrown, inGame('makeMove'))),
  });
}

function judgeOrder(seen: Unsaved): NotYet | undefined {
  const recorded = unsavedEvents(seen);
  if (are(recorded, ['GameStarted', 'MoveMade', 'MoveMade'], seen)) return undefined;
  return notYet('new-events-out-of-order', {
    headline: `A game was started and moved in twice, and \`${seen.words.member('uncommittedEvents')}\` holds ${named(recorded)}, not these three in their order.`,
    why: 'They will stand in the stream as they stand here, and a replay believes the stream: keep each new event at the end.',
    ...seen.at(inGame('processEvent'), inGame('makeMove')),
  });
}

/** A game that loads copies of the same events has the same state. */
function judgeRebuilt(seen: Unsaved): NotYet | undefined {
  const { words } = seen;
  const thrown = seen.thrown('loadedCopies');
  if (thrown !== undefined) {
    return notYet('load-refuses', {
      headline: `A fresh \`Game\` could not load a history: ${thrownText(thrown, words)}`,
      why: 'What is in the history has happened and can’t be refused any more: `loadFromHistory` applies each event as it is, and asks no constraint.',
      ...thrownAt(seen, thrown, inGame('loadFromHistory')),
    });
  }
  const found = stateDifference({
    live: seen.members('unsavedState'),
    rebuilt: boardIn(seen.members('given')) === undefined ? seen.members('loadedCopies') : seen.members('given'),
    events: unsavedEvents(seen),
    fresh: seen.outcomes('unstarted').map((outcome) => membersOf(outcome)),
    always: stateMembers,
  });
  if (found === undefined) return undefined;
  const [one, other] = [found.one, found.other].map((value) =>
    value === undefined ? words.nothing : words.observed(value),
  );
  return notYet('load-differs', {
    headline: `A game was started and moved in twice, and another one loaded from copies of its events: \`${found.name}\` is ${one} in the first and ${other} in the other.`,
    why: 'Live and rebuilt must agree in every field, or the game changes each time it is loaded: let `apply` alone change state, and load the history by it.',
    ...seen.at(inGame('loadFromHistory'), inGame('apply')),
  });
}
