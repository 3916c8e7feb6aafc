import { eventLine } from '../../../src/course/feedback/comparison-text.ts';
import { listed, notYet, withComparison } from '../../../src/course/feedback/feedback.ts';
import type { NotYet, Told } from '../../../src/course/judgement.ts';
import { factsOf, tellsApart } from '../../../src/course/judging/likeness.ts';
import { memberAnywhere } from '../../../src/course/judging/members.ts';
import { contentOf, stringOf } from '../../../src/course/observation/observed.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { isCalled, type SeenEvent, toEventText } from '../../../src/course/observation/seen-event.ts';
import type { Starts } from './drawn.ts';
import {
  doneTooLate,
  gameStarted,
  hasNoPlayers,
  inEvents,
  inGame,
  playersText,
  settingPlayers,
  startText,
} from './game.ts';
import type { Players } from './players.ts';

export type Recording = Seen<'started' | 'after' | 'twin' | 'otherOne' | 'otherTwo' | 'swapped' | 'noted' | 'probed'>;

/** How many events one command left, and when; undefined when it was one, at once. */
export function judgeRecorded(seen: Recording, players: Players): NotYet | undefined {
  const events = seen.events('after') ?? [];
  const atOnce = seen.events('started') ?? [];
  if (events.length === 0) return nothingRecorded(seen, players);
  if (atOnce.length === 0) return doneTooLate(seen, startText(players, seen.words), 'startGame');
  if (events.length === 1) return undefined;
  return told(seen, players, 'recorded-twice', {
    headline: `One \`${seen.words.member('startGame')}\` recorded ${events.length} events.`,
    why: 'A game starts once, so exactly one `GameStarted` is expected. Does the command append it, and something that it calls append it again?',
    ...seen.at(inGame('startGame', 'appendsTo:events')),
  });
}

/** What the event says; undefined when it says who plays, and nothing that is not so. */
export function judgeContent(seen: Recording, starts: Starts): NotYet | undefined {
  const { players } = starts;
  const [event] = seen.events('after') ?? [];
  const [first] = seen.events('started') ?? [];
  if (event === undefined || first === undefined) return undefined;
  if (!isCalled(event, 'GameStarted')) return wrongType(seen, players, event);
  if (contentOf(first.value) !== contentOf(event.value)) return changedLater(seen, players, first, event);
  return judgeNames(seen, starts, event) ?? judgeStatement(seen, players, event);
}

function nothingRecorded(seen: Recording, players: Players): NotYet {
  const { words } = seen;
  const call = startText(players, words);
  const events = words.member('events');
  if (hasNoPlayers(seen.members('after'))) {
    return told(seen, players, 'nothing-recorded', {
      headline: `After \`${call}\` your \`${events}\` are empty.`,
      why: 'The command came back as if nothing had happened. It should record a `GameStarted` with both names.',
      ...seen.at(inGame('startGame')),
    });
  }
  if (seen.noted('noted').calls.some(({ count }) => count > 0)) {
    return told(seen, players, 'applied-not-recorded', {
      headline: 'Your command applied an event and then forgot it.',
      why: `The players are set, yet \`${events}\` is empty. Only what is in \`${events}\` will ever be stored; append the event as well as applying it.`,
      ...seen.at(inGame('startGame', 'calls:apply')),
    });
  }
  return told(seen, players, 'state-changed-no-event', {
    headline: 'Your command changed the state but recorded nothing.',
    why: `After \`${call}\` it is ${playersText(seen.members('after'), words)}, yet \`${events}\` is empty: nobody who replays this game will ever know who played.`,
    ...seen.at(inGame('startGame', ...settingPlayers)),
  });
}

function wrongType(seen: Recording, players: Players, event: SeenEvent): NotYet {
  const what = event.type === '' ? 'an event that says nowhere of which kind it is' : `a \`${event.type}\``;
  return told(seen, players, 'wrong-event-type', {
    headline: `You recorded ${what}, and a \`GameStarted\` was expected.`,
    why: 'An event is named for what has happened, in the past tense; the type is how a reader of the stream knows what it means years later.',
    ...seen.at(inGame('startGame', 'appendsTo:events')),
  });
}

function changedLater(seen: Recording, players: Players, was: SeenEvent, is: SeenEvent): NotYet {
  const [before, after] = [was, is].map((event) => eventLine(toEventText(event, seen.words)));
  return told(seen, players, 'event-changed-later', {
    headline: `The event of one game was \`${before}\`, and after other games were started it is \`${after}\`.`,
    why: 'What has happened can’t change any more: make a new event with values of its own for each start.',
    ...seen.at(inGame('startGame'), inEvents('GameStarted')),
  });
}

/** Events of games with other players have to differ, in something that two of the same players share. */
function judgeNames(seen: Recording, { players, otherOne, otherTwo, swapped }: Starts, event: SeenEvent) {
  const [twin] = seen.events('twin') ?? [];
  if (twin === undefined) return undefined;
  const facts = factsOf(event, twin);
  const isAlike = (label: 'otherOne' | 'otherTwo' | 'swapped') => {
    const [other] = seen.events(label) ?? [];
    return other !== undefined && !tellsApart(facts, other, twin);
  };
  const alike = [
    ...(isAlike('otherOne') ? [otherOne] : []),
    ...(isAlike('otherTwo') ? [otherTwo] : []),
    ...(isAlike('swapped') ? [swapped] : []),
  ];
  if (alike.length === 0) return undefined;
  const orders = alike.length === 1 && alike[0] === swapped;
  const games = [players, ...alike].map((pair) => pair.join(' against '));
  return told(seen, players, 'event-without-names', {
    headline: orders
      ? 'Your `GameStarted` does not say which of the two is player one.'
      : `Your \`GameStarted\` does not say who plays: it says the same for ${listed(games)}.`,
    why: 'What stands in no event can’t be brought back by a replay: what an event leaves out is lost for good.',
    ...seen.at(inEvents('GameStarted'), inGame('startGame')),
  });
}

/** Names are free; where the event uses the course’s own, what it says there has to be so. */
function judgeStatement(seen: Recording, players: Players, event: SeenEvent): NotYet | undefined {
  const said = ['playerOne', 'playerTwo'].map((name) => stringOf(memberAnywhere(event.value, name)));
  if (said[0] !== players[1] || said[1] !== players[0]) return undefined;
  return told(seen, players, 'event-names-swapped', {
    headline: 'Your `GameStarted` has the two names the wrong way round.',
    why: 'Every replay will believe what the event says, so the mistake would stay in the stream for ever.',
    ...seen.at(inGame('startGame', 'appendsTo:events')),
  });
}

function told(seen: Recording, players: Players, mistake: string, text: Told): NotYet {
  const expected = [gameStarted(players, seen.words)];
  return notYet(mistake, withComparison(text, expected, seen.events('after') ?? [], seen.words));
}
