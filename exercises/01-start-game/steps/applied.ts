import { thrownText } from '../../../src/course/feedback/failure-messages.ts';
import { notYet, thrownAt } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { stateDifference } from '../../../src/course/judging/state.ts';
import { contentOf } from '../../../src/course/observation/observed.ts';
import { membersOf, type Seen } from '../../../src/course/observation/seen.ts';
import { arePlayers, doneTooLate, hasNoPlayers, inGame, playerMembers, playersText, startText } from './game.ts';
import type { Players } from './players.ts';

type Applying = Seen<
  | 'unstarted'
  | 'started'
  | 'live'
  | 'event'
  | 'applied'
  | 'rebuilt'
  | 'eventAfter'
  | 'appliedOther'
  | 'appliedItself'
  | 'appliedAgain'
>;

/** What fresh games made of copies of the events; undefined when each knows the players that its event names. */
export function judgeApplied(seen: Applying, players: Players, others: Players): NotYet | undefined {
  const thrown = seen.thrown('applied') ?? seen.thrown('appliedOther') ?? seen.thrown('appliedAgain');
  const isStarted = seen.thrown('applied') === undefined && seen.thrown('appliedOther') === undefined;
  if (thrown !== undefined) {
    return notYet('apply-refuses', {
      headline: `${isStarted ? 'A game that had started' : 'A fresh `Game`'} could not \`${seen.words.member('apply')}\` a \`GameStarted\`: ${thrownText(thrown, seen.words)}`,
      why: 'An event that is applied has happened already and can’t be refused any more; constraints belong in the command.',
      ...thrownAt(seen, thrown, inGame('apply')),
    });
  }
  return (
    judgeNames(seen, players, 'applied') ??
    judgeNames(seen, others, 'appliedOther') ??
    judgeShared(seen, players) ??
    judgeUntouched(seen)
  );
}

function judgeNames(seen: Applying, players: Players, applied: 'applied' | 'appliedOther'): NotYet | undefined {
  const found = seen.members(applied);
  const at = seen.at(inGame('apply'));
  if (arePlayers(found, players)) return undefined;
  if (applied === 'applied' && arePlayers(seen.members('rebuilt'), players))
    return doneTooLate(seen, seen.words.call('apply', ['event']), 'apply');
  if (applied === 'applied' && arePlayers(seen.members('appliedItself'), players)) {
    return notYet('apply-needs-the-object', {
      headline: `Your \`${seen.words.member('apply')}\` knows the very event object that was recorded, and makes of an equal one: ${playersText(found, seen.words)}.`,
      why: 'An event that comes back from a store is another object with the same content: take everything from what the event says.',
      ...at,
    });
  }
  if (hasNoPlayers(found)) {
    return notYet('apply-does-nothing', {
      headline: `A fresh \`Game\` has no players after \`${seen.words.call('apply', ['event'])}\` with a \`GameStarted\`.`,
      why: 'Applying is how an event becomes state. Without it the event is remembered, and nobody can ask the game what it means.',
      ...at,
    });
  }
  return notYet('apply-wrong-players', {
    headline: `The game was started with ${players.join(' against ')}, and \`${seen.words.member('apply')}\` made of its event ${playersText(found, seen.words)}.`,
    why: 'State is whatever the events say, nothing else: take both names from the event that is passed in, each into its own field.',
    ...at,
  });
}

function judgeShared(seen: Applying, players: Players): NotYet | undefined {
  const later = seen.members('appliedOther', 1);
  if (arePlayers(later, players)) return undefined;
  return notYet('state-shared', {
    headline: `After an event was applied to a second game the first one is ${playersText(later, seen.words)}.`,
    why: 'Each aggregate guards its own game only. Keep the players in fields of the object itself, and in nothing that all games have in common.',
    ...seen.at(inGame('apply')),
  });
}

function judgeUntouched(seen: Applying): NotYet | undefined {
  const event = seen.event('event');
  const after = seen.members('eventAfter');
  if (event?.value.kind !== 'object') return undefined;
  const was = event.value.fields.find(({ name, value }) => {
    const now = after.find((member) => member.name === name);
    return now !== undefined && contentOf(now.value) !== contentOf(value);
  });
  if (was === undefined) return undefined;
  return notYet('event-changed-later', {
    headline: `Your \`${seen.words.member('apply')}\` changed the event that it was given: its \`${was.name}\` was ${seen.words.observed(was.value)}.`,
    why: 'What has happened can’t change any more: `apply` reads the event and changes nothing but the game.',
    ...seen.at(inGame('apply')),
  });
}

/** The game that was started itself, right when its command came back. */
export function judgeLive(seen: Applying, players: Players): NotYet | undefined {
  const live = seen.members('started');
  if (arePlayers(live, players)) return undefined;
  if (hasNoPlayers(seen.members('live'))) {
    return notYet('recorded-not-applied', {
      headline: 'Your command recorded the event and did not apply it.',
      why: 'A fresh game that replays the event knows its players, and the one that was just started doesn’t: history and state have drifted apart.',
      ...seen.at(inGame('startGame')),
    });
  }
  if (arePlayers(seen.members('live'), players)) return doneTooLate(seen, startText(players, seen.words), 'startGame');
  return notYet('live-differs-from-rebuilt', {
    headline: `The game you started is ${playersText(live, seen.words)}; rebuilt from its event it is ${players.join(' against ')}.`,
    why: 'Live and rebuilt must agree in every field, or the game changes each time it is loaded. Let the command change state through `apply` only.',
    ...seen.at(inGame('startGame')),
  });
}

/** What else a fresh game has that was told the event. */
export function judgeRebuilt(seen: Applying, players: Players): NotYet | undefined {
  if ((seen.events('rebuilt') ?? []).length > 0) {
    return notYet('apply-records', {
      headline: `Your \`${seen.words.member('apply')}\` recorded the event a second time.`,
      why: 'Applying looks back at what has already happened. If it records as well, every replay makes the history longer; let the command append, and `apply` only change state.',
      ...seen.at(inGame('apply', 'appendsTo:events')),
    });
  }
  const { words } = seen;
  const fresh = seen.outcomes('unstarted').map((outcome) => membersOf(outcome));
  const events = seen.events('live') ?? [];
  const [live, rebuilt] = [seen.members('live'), seen.members('rebuilt')];
  const found = stateDifference({ live, rebuilt, events, fresh, always: playerMembers });
  if (found === undefined) return undefined;
  const [one, other] = [found.one, found.other].map((value) =>
    value === undefined ? words.nothing : words.observed(value),
  );
  return notYet('live-differs-from-rebuilt', {
    headline: `After \`${startText(players, words)}\` the \`${found.name}\` of the game is ${one}; in a game rebuilt from its event it is ${other}.`,
    why: 'Live and rebuilt must agree in every field, or the game changes each time it is loaded. Let the command change state through `apply` only.',
    ...seen.at(inGame('startGame', `assigns:${found.name}`), inGame(found.name)),
  });
}
