import { eventLine } from '../../../src/course/feedback/comparison-text.ts';
import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { textsIn } from '../../../src/course/judging/likeness.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { toEventText } from '../../../src/course/observation/seen-event.ts';
import { arePlayers, doneTooLate, hasNoPlayers, inGame, playersText } from '../../01-start-game/steps/game.ts';
import type { Players } from '../../01-start-game/steps/players.ts';
import type { StoredGame } from './drawn.ts';
import { idIn } from './games.ts';
import { inRepository, reading } from './places.ts';
import { storedOf } from './stored.ts';
import { besideStored, gameStarted } from './wire.ts';

type Loading = Seen<'state' | 'stateOther' | 'later' | 'direct' | 'directLater' | 'directGiven'>;

/** What is wrong with a game that was brought back from its `GameStarted`. */
export function judgeLoaded(
  seen: Loading,
  { id, players }: StoredGame,
  state: 'state' | 'stateOther',
): NotYet | undefined {
  const found = seen.members(state);
  const events = seen.events(state) ?? [];
  const call = seen.words.call('get', [seen.words.value(id)]);
  if (idIn(seen, state) !== id) {
    return notYet('other-id', {
      headline: `\`${call}\` gave back a game with the id ${idIn(seen, state) || 'of nobody'}.`,
      why: 'Its next event would go into another stream, and one game would become two: make the `Game` with the id that was asked for.',
      ...seen.at(inRepository('get', 'creates:Game')),
    });
  }
  if (hasNoPlayers(found)) return withoutPlayers(seen, state, players);
  if (!arePlayers(found, players)) {
    return notYet('read-wrong-values', {
      headline: `The stored game is ${players.join(' against ')}, and \`${seen.words.member('get')}\` made it ${playersText(found, seen.words)}.`,
      why: 'What was stored must come back as it was, or history is rewritten by reading it: take each value from its own field of that one stream’s data.',
      ...seen.at(...reading),
    });
  }
  if (events.length === 1) return undefined;
  if (events.length === 0) {
    return notYet('history-not-kept', {
      headline: `The game knows its players again, and its \`${seen.words.member('events')}\` are empty.`,
      why: 'History and state have to agree on a game that was brought back, too: `loadFromHistory` applies each event and keeps it.',
      ...seen.at(inGame('loadFromHistory')),
    });
  }
  return notYet('history-loaded-twice', {
    headline: `There is one event in the stream, and the game that was brought back has ${events.length}.`,
    why: 'Each stored event has happened once: apply it once and keep it once, or the history grows whenever somebody looks at it.',
    ...seen.at(inGame('loadFromHistory')),
  });
}

function withoutPlayers(seen: Loading, state: 'state' | 'stateOther', players: Players): NotYet {
  if (state === 'state' && arePlayers(seen.members('later'), players)) {
    return notYet('await-forgotten', {
      headline: `\`${seen.words.call('get', ['id'])}\` gave back a game before it was loaded: its players came only after that.`,
      why: 'Whoever waits for `get` goes on with the game at once, and would decide by an empty one. Wait until the stream is read and the game is loaded before you return it.',
      ...seen.at(inRepository('get')),
    });
  }
  const [event] = seen.events(state) ?? [];
  if (event === undefined) {
    return notYet('history-not-loaded', {
      headline: `\`${seen.words.member('get')}\` gave back a \`Game\` to which nothing has happened.`,
      why: 'State is made from events and from nothing else: read those in the stream, and load the game from them before you return it.',
      ...seen.at(inRepository('get')),
    });
  }
  const texts = textsIn(event.value).map(([, text]) => text);
  if (!players.every((name) => texts.includes(name))) {
    return notYet('read-other-keys', {
      headline: `The event came back as \`${eventLine(toEventText(event, seen.words))}\`, without its players.`,
      why: 'In the store they are called `player_one` and `player_two`, as the contract says: map these names back to your own.',
      ...seen.at(...reading),
    });
  }
  return notYet('history-not-applied', {
    headline: 'The game that was brought back has its event, and no players.',
    why: 'To keep the events is not enough: only `apply` turns them into state, and without state no constraint can be checked.',
    ...seen.at(inGame('loadFromHistory')),
  });
}

export function judgeUntouched(seen: Loading, { id, players }: StoredGame): NotYet | undefined {
  const stored = storedOf(seen, id) ?? [];
  if (stored.length === 1) return undefined;
  const told = {
    headline: `Reading a game left ${stored.length} events in its stream, and there was one before.`,
    why: 'Looking at a history must never change it: `get` reads, and only `add` appends.',
    ...seen.at(inRepository('get', 'calls:appendToStream', 'calls:add')),
  };
  return notYet('get-writes', besideStored(told, [gameStarted(players)], stored));
}

/** `loadFromHistory` of a fresh game, with copies of the events, and without any store. */
export function judgeDirectly(seen: Loading, { players }: StoredGame): NotYet | undefined {
  const thrown = seen.thrown('direct');
  const call = seen.words.call('loadFromHistory', ['events']);
  if (thrown !== undefined) {
    return notYet('load-refuses', {
      headline: `A fresh \`Game\` could not load a history: \`${call}\` ${seen.words.raised} ${thrownText(thrown, seen.words)}`,
      why: 'What is in the history has happened and can’t be refused any more: `loadFromHistory` applies each event as it is, and asks no constraint.',
      ...thrownAt(seen, thrown, inGame('loadFromHistory')),
    });
  }
  if (arePlayers(seen.members('direct'), players) || arePlayers(seen.members('directGiven'), players)) return undefined;
  if (arePlayers(seen.members('directLater'), players)) return doneTooLate(seen, call, 'loadFromHistory');
  return notYet('history-not-applied', {
    headline: `After \`${call}\` with a copy of the history of ${players.join(' and ')} a fresh \`Game\` is ${playersText(seen.members('direct'), seen.words)}.`,
    why: 'A game is made from what its events say, whoever hands them over: apply each of them.',
    ...seen.at(inGame('loadFromHistory')),
  });
}
