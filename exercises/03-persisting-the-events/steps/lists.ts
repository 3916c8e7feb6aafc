import { nearMiss } from '../../../src/course/feedback/failure-messages.ts';
import { notYet } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { isCalled, type SeenEvent } from '../../../src/course/observation/seen-event.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import { judgeGot, moveFailed } from './games.ts';
import { inRepository } from './places.ts';
import { addFailed } from './stored.ts';

export type Listing = Seen<
  'made' | 'id' | 'fresh' | 'added' | 'got' | 'loaded' | 'moved' | 'moving' | 'addedMove' | 'unsaved' | 'unsavedState'
>;

type Kind = 'GameStarted' | 'MoveMade';

/** The Python of the tutorial spells it with one t, and so may who comes from there. */
const uncommittedNames = ['uncommittedEvents', 'uncommitedEvents'];
const historicalNames = ['historicalEvents'];

/** What is wrong with the lists a game keeps its events in; undefined when old and new are told apart. */
export function judgeLists(seen: Listing): NotYet | undefined {
  const lacking = [historicalNames, uncommittedNames].find((names) => listIn(seen, 'fresh', names) === undefined);
  if (lacking !== undefined) return noList(seen, lacking[0] ?? '');
  const added = seen.thrown('added');
  if (added !== undefined) return addFailed(seen, added);
  return (
    judgeFresh(seen) ?? judgeGot(seen, 'got', 'loaded') ?? judgeSource(seen) ?? judgeLoaded(seen) ?? judgeMoving(seen)
  );
}

function listIn(
  seen: Listing,
  label: 'fresh' | 'loaded' | 'moving' | 'unsavedState',
  names: readonly string[],
): readonly SeenEvent[] | undefined {
  return names.map((name) => seen.events(label, name)).find((list) => list !== undefined);
}

/** What has happened and is still to be stored, of a game that was never stored. */
export function unsavedEvents(seen: Listing): readonly SeenEvent[] {
  return listIn(seen, 'unsavedState', uncommittedNames) ?? [];
}

function historical(seen: Listing, label: 'fresh' | 'loaded' | 'moving'): readonly SeenEvent[] {
  return listIn(seen, label, historicalNames) ?? [];
}

function uncommitted(seen: Listing, label: 'fresh' | 'loaded' | 'moving'): readonly SeenEvent[] {
  return listIn(seen, label, uncommittedNames) ?? [];
}

function noList(seen: Listing, name: string): NotYet {
  const spelled = seen.words.member(name);
  const names = seen.members('fresh').map((member) => member.name);
  const near = nearMiss({ what: 'member', on: 'game', name, members: names }, seen.words);
  return notYet('one-list-for-all', {
    headline: `Your \`Game\` has no list \`${spelled}\`${near}.`,
    why: 'With a single list nobody can tell what the store knows already from what is still to be stored, and so history would be stored again and again.',
    ...seen.at(inGame(name), inGame('events')),
  });
}

function judgeFresh(seen: Listing): NotYet | undefined {
  if (historical(seen, 'fresh').length === 0 && uncommitted(seen, 'fresh').length === 1)
    return judgeEvents(seen, 'fresh', ['GameStarted']);
  return notYet('new-event-is-history', {
    headline: `After \`${seen.words.member('startGame')}\` \`${seen.words.member('historicalEvents')}\` holds ${count(historical(seen, 'fresh'))} and \`${seen.words.member('uncommittedEvents')}\` ${count(uncommitted(seen, 'fresh'))}.`,
    why: 'History is what the store knows, and of this game it knows nothing yet: whatever a command records is uncommitted until it was appended.',
    ...seen.at(inGame('processEvent'), inGame('startGame')),
  });
}

/** Objects are numbered, so that the very same one can be told from an equal one. */
function judgeSource(seen: Listing): NotYet | undefined {
  const [made, got] = (['made', 'got'] as const).map((label) => {
    const outcome = seen.outcome(label);
    return outcome.kind === 'returned' && outcome.value.kind === 'object' ? outcome.value.identity : undefined;
  });
  if (made === undefined || made !== got) return undefined;
  return notYet('game-from-memory', {
    headline: '`get` gave back the very object that was added, and did not make a game from what is stored.',
    why: 'Another program may have appended to this stream in the meantime; the store alone knows what has happened, so make a new `Game` from it each time.',
    ...seen.at(inRepository('get')),
  });
}

function judgeLoaded(seen: Listing): NotYet | undefined {
  const [old, fresh] = [historical(seen, 'loaded'), uncommitted(seen, 'loaded')];
  if (fresh.length > 0) {
    return notYet('load-re-records', {
      headline: `A game was brought back, and \`${seen.words.member('uncommittedEvents')}\` holds ${count(fresh)}.`,
      why: 'What comes from the store is stored already; as uncommitted it would be appended once more, and the game would have started twice.',
      ...seen.at(inGame('loadFromHistory')),
    });
  }
  if (old.length === 0) {
    return notYet('history-forgotten', {
      headline: `A game was brought back, and its \`${seen.words.member('historicalEvents')}\` are empty.`,
      why: 'Then the game has its state and no story: keep the events it was made from, so that `events` tells everything from the beginning.',
      ...seen.at(inGame('loadFromHistory')),
    });
  }
  return judgeEvents(seen, 'loaded', ['GameStarted']);
}

function judgeMoving(seen: Listing): NotYet | undefined {
  const thrown = seen.thrown('moved');
  if (thrown !== undefined) return moveFailed(seen, seen.words.call('makeMove', ['move']), thrown);
  const [old, fresh] = [historical(seen, 'moving'), uncommitted(seen, 'moving')];
  if (are(old, ['GameStarted'], seen) && are(fresh, ['MoveMade'], seen))
    return judgeEvents(seen, 'moving', ['GameStarted', 'MoveMade']);
  return notYet('old-and-new-mixed', {
    headline: `A game was brought back and moved in: \`${seen.words.member('historicalEvents')}\` holds ${named(old)}, \`${seen.words.member('uncommittedEvents')}\` ${named(fresh)}.`,
    why: 'The `GameStarted` is stored and the `MoveMade` is not; unless the two lists say exactly this, `add` stores too much or too little.',
    ...seen.at(inGame('processEvent'), inGame('makeMove')),
  });
}

function judgeEvents(
  seen: Listing,
  label: 'fresh' | 'loaded' | 'moving',
  expected: readonly Kind[],
): NotYet | undefined {
  const events = seen.events(label) ?? [];
  if (are(events, expected, seen)) return undefined;
  const at = seen.at(inGame('events'));
  const name = seen.words.member('events');
  if (are(events.toReversed(), expected, seen)) {
    return notYet('new-before-old', {
      headline: `\`${name}\` gives out ${named(events)} in this order, the new event before the old one.`,
      why: 'The order of events is half of what they say, and the history comes first: a replay in this order would move before the game has started.',
      ...at,
    });
  }
  return notYet('events-incomplete', {
    headline: `\`${name}\` gives out ${named(events)} where ${expected.map((type) => `\`${type}\``).join(' and ')} was expected.`,
    why: 'All that has happened to a game is its history and what is still uncommitted, in this order: let `events` give out both lists as one.',
    ...at,
  });
}

/** Whether events are of these kinds; those without a name are told apart by the code of the first event of all. */
export function are(events: readonly SeenEvent[], expected: readonly Kind[], seen: Listing): boolean {
  const [start] = uncommitted(seen, 'fresh');
  return (
    events.length === expected.length &&
    events.every((event, index) => {
      const kind = expected[index] ?? 'GameStarted';
      if (event.type !== '' || event.code === undefined) return isCalled(event, kind);
      return (event.code === start?.code) === (kind === 'GameStarted');
    })
  );
}

function count({ length }: readonly SeenEvent[]): string {
  return length === 0 ? 'nothing' : length === 1 ? 'one event' : `${length} events`;
}

export function named(events: readonly SeenEvent[]): string {
  return events.length === 0 ? 'nothing' : events.map(({ type }) => `\`${type || 'an event'}\``).join(' and ');
}
