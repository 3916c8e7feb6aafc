import type { NotYet } from '../../../src/course/judgement.ts';
import { thrownText } from '../../../src/course/mishaps.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { type SeenEvent, stringsOf } from '../../../src/course/seen-event.ts';
import { lineOf, notYet } from '../../../src/course/telling.ts';
import { boardAfter, boardIn, differingColumn } from '../../02-play-the-game/steps/board.ts';
import { fieldIn, judgeGot } from './games.ts';
import { gameFile, repositoryFile } from './places.ts';
import { addFailed } from './stored.ts';
import type { Players } from './wire.ts';

type Label = 'made' | 'id' | 'fresh' | 'added' | 'got' | 'loaded' | 'moved' | 'moving' | 'addedMove';

/** The Python of the tutorial spells it with one t, and so may who comes from there. */
const uncommittedNames = ['uncommittedEvents', 'uncommitedEvents'];
const historicalNames = ['historicalEvents'];

/** What is wrong with the lists a game keeps its events in; undefined when old and new are told apart. */
export function judgeLists(seen: Seen<Label>): NotYet | undefined {
  const lacking = [...[historicalNames, uncommittedNames].entries()].find(([, names]) => !listIn(seen, 'fresh', names));
  if (lacking !== undefined) return noList(seen, lacking[1][0] ?? '');
  const added = seen.thrown('added');
  if (added !== undefined) return addFailed(seen.files, added);
  return (
    judgeFresh(seen) ?? judgeGot(seen, 'got', 'loaded') ?? judgeSource(seen) ?? judgeLoaded(seen) ?? judgeMoving(seen)
  );
}

function listIn(seen: Seen<Label>, label: Label, names: readonly string[]): readonly SeenEvent[] | undefined {
  for (const name of names) {
    const events = seen.events(label, name);
    if (events !== undefined) return events;
  }
  return undefined;
}

function typesIn(seen: Seen<Label>, label: Label, names: readonly string[]): readonly string[] {
  return (listIn(seen, label, names) ?? []).map(({ type }) => type);
}

function noList(seen: Seen<Label>, name: string): NotYet {
  return notYet('one-list-for-all', {
    headline: `Your \`Game\` has no list \`${name}\`.`,
    why: 'With a single list nobody can tell what the store knows already from what is still to be stored, and so history would be stored again and again.',
    ...lineOf(seen.files, gameFile, undefined, /\bevents\s*[:=]/),
  });
}

function judgeFresh(seen: Seen<Label>): NotYet | undefined {
  if (typesIn(seen, 'fresh', historicalNames).length === 0 && typesIn(seen, 'fresh', uncommittedNames).length === 1)
    return judgeEvents(seen, 'fresh', ['GameStarted']);
  return notYet('new-event-is-history', {
    headline: `After \`startGame\` \`historicalEvents\` holds ${count(seen, 'fresh', historicalNames)} and \`uncommittedEvents\` ${count(seen, 'fresh', uncommittedNames)}.`,
    why: 'History is what the store knows, and of this game it knows nothing yet: whatever a command records is uncommitted until it was appended.',
    ...lineOf(seen.files, gameFile, 'processEvent'),
  });
}

/** Objects are numbered, so that the very same one can be told from an equal one. */
function judgeSource(seen: Seen<Label>): NotYet | undefined {
  const [made, got] = (['made', 'got'] as const).map((label) => {
    const outcome = seen.outcome(label);
    return outcome.kind === 'returned' && outcome.value.kind === 'object' ? outcome.value.identity : undefined;
  });
  if (made === undefined || made !== got) return undefined;
  return notYet('game-from-memory', {
    headline: '`get` gave back the very object that was added, and did not ask the store.',
    why: 'Another program may have appended to this stream in the meantime; the store alone knows what has happened, so make a new `Game` from it each time.',
    ...lineOf(seen.files, repositoryFile, 'get'),
  });
}

function judgeLoaded(seen: Seen<Label>): NotYet | undefined {
  if (typesIn(seen, 'loaded', uncommittedNames).length > 0) {
    return notYet('load-re-records', {
      headline: `\`loadFromHistory\` put ${count(seen, 'loaded', uncommittedNames)} into \`uncommittedEvents\`.`,
      why: 'What comes from the store is stored already; as uncommitted it would be appended once more, and the game would have started twice.',
      ...lineOf(seen.files, gameFile, 'loadFromHistory'),
    });
  }
  if (typesIn(seen, 'loaded', historicalNames).length === 0) {
    return notYet('history-forgotten', {
      headline: 'After `loadFromHistory` the list `historicalEvents` is empty.',
      why: 'Then the game has its state and no story: keep the events it was made from, so that `events` tells everything from the beginning.',
      ...lineOf(seen.files, gameFile, 'loadFromHistory'),
    });
  }
  return judgeEvents(seen, 'loaded', ['GameStarted']);
}

function judgeMoving(seen: Seen<Label>): NotYet | undefined {
  const historical = typesIn(seen, 'moving', historicalNames);
  const fresh = typesIn(seen, 'moving', uncommittedNames);
  if (historical.join() === 'GameStarted' && fresh.join() === 'MoveMade')
    return judgeEvents(seen, 'moving', ['GameStarted', 'MoveMade']);
  return notYet('old-and-new-mixed', {
    headline: `A game was brought back and moved in: \`historicalEvents\` holds ${named(historical)}, \`uncommittedEvents\` ${named(fresh)}.`,
    why: 'The `GameStarted` is stored and the `MoveMade` is not; unless the two lists say exactly this, `add` stores too much or too little.',
    ...lineOf(seen.files, gameFile, 'processEvent'),
  });
}

/** Two moves in a game that was never stored: a start, two moves, and a state that knows of them. */
export function judgeUnsaved(seen: Seen<'unsaved' | 'unsavedState'>, players: Players): NotYet | undefined {
  const thrown = seen.thrown('unsaved');
  const next = fieldIn(seen, 'unsavedState', 'nextPlayer');
  const column = differingColumn(boardIn(seen, 'unsavedState') ?? {}, boardAfter('EF'));
  if (thrown !== undefined || next !== players[0] || column !== undefined) {
    const state = `\`nextPlayer\` is ${next ?? 'nobody'}${column === undefined ? '' : ` and column ${column} isn’t as it was played`}`;
    return notYet('recorded-not-applied', {
      headline: `A game was started and moved in twice, and ${thrown === undefined ? state : `it said ${thrownText(thrown)}`}.`,
      why: 'What a command records has happened at once, and not only when it is stored: apply each event once, as you record it, or the next command decides by an old state.',
      ...lineOf(seen.files, gameFile, 'processEvent'),
    });
  }
  const recorded = uncommittedNames.map((name) => seen.events('unsavedState', name)).find((list) => list !== undefined);
  const columns = (recorded ?? []).slice(1).map((event) => stringsOf(event).find((text) => /^[A-G]$/.test(text)));
  if (recorded?.[0]?.type === 'GameStarted' && columns.join('') === 'EF') return undefined;
  return notYet('new-events-out-of-order', {
    headline: `A game was started and moved in twice, and \`uncommittedEvents\` holds ${named((recorded ?? []).map(({ type }) => type))}, not these three in their order.`,
    why: 'They will stand in the stream as they stand here, and a replay believes the stream: keep each new event at the end.',
    ...lineOf(seen.files, gameFile, 'processEvent'),
  });
}

function judgeEvents(seen: Seen<Label>, label: Label, expected: readonly string[]): NotYet | undefined {
  const types = typesIn(seen, label, ['events']);
  if (types.join() === expected.join()) return undefined;
  const at = lineOf(seen.files, gameFile, 'events');
  if (types.toReversed().join() === expected.join()) {
    return notYet('new-before-old', {
      headline: `\`events\` gives out ${named(types)} in this order, the new event before the old one.`,
      why: 'The order of events is half of what they say, and the history comes first: a replay in this order would move before the game has started.',
      ...at,
    });
  }
  return notYet('events-incomplete', {
    headline: `\`events\` gives out ${named(types)} where ${named(expected)} was expected.`,
    why: 'All that has happened to a game is its history and what is still uncommitted, in this order: let `events` give out both lists as one.',
    ...at,
  });
}

function count(seen: Seen<Label>, label: Label, names: readonly string[]): string {
  const { length } = typesIn(seen, label, names);
  return length === 0 ? 'nothing' : length === 1 ? 'one event' : `${length} events`;
}

function named(types: readonly string[]): string {
  return types.length === 0 ? 'nothing' : types.map((type) => `\`${type}\``).join(' and ');
}
