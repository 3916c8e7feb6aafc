import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { stringOf } from '../../../src/course/observed.ts';
import { call, createGame, read, value } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { fieldOf, type SeenEvent, stringsOf } from '../../../src/course/seen-event.ts';
import { lineOf, memberContains, notYet, passed, withComparison } from '../../../src/course/telling.ts';
import { eventsFile, gameFile, gameStarted, hasNoPlayers, playerAssignment } from './game.ts';

type Label = 'made' | 'started' | 'after';

export const record = step<Label>({
  number: '1.5',
  title: 'Say it with an event',
  place: { file: gameFile, member: 'startGame' },
  scenario: {
    made: createGame('game'),
    started: call('game', 'startGame', value('Ada'), value('Grace')),
    after: read('game'),
  },
  judge: (seen) => {
    const events = seen.events('after') ?? [];
    const [event] = events;
    if (event === undefined) return nothingRecorded(seen);
    if (events.length > 1) return recordedTwice(seen, events);
    return judgeEvent(seen, event) ?? judgeState(seen) ?? passed;
  },
  hints: [
    'If this program ended now, what would somebody need to know to tell who played? That belongs in the event.',
    'Give `GameStarted` (in events.ts) two fields for the names. Then look at `startGame`: it should no longer touch `playerOne` and `playerTwo`.',
    "`this.events.push({ type: 'GameStarted', playerOne, playerTwo });` is all that is left in `startGame`. That the players are no longer set is meant; the next step brings them back.",
  ],
  afterwards:
    'Your command no longer changes anything: it says what happened. The event holds the names, and nobody can overwrite it. The state is out of date now, and 1.6 shows why that is no loss.',
});

function nothingRecorded(seen: Seen<Label>): NotYet {
  const expected = [gameStarted('Ada', 'Grace')];
  if (hasNoPlayers(seen, 'after')) {
    const told = {
      headline: 'After `startGame("Ada", "Grace")` your `events` are empty.',
      why: 'The command came back as if nothing had happened. It should record a `GameStarted` with both names.',
      ...lineOf(seen.files, gameFile, 'startGame'),
    };
    return notYet('nothing-recorded', withComparison(told, expected, []));
  }
  if (memberContains(seen.files, gameFile, 'startGame', /\bapply\s*\(/)) {
    const told = {
      headline: 'Your command applied an event and then forgot it.',
      why: 'The players are set, yet `events` is empty. Only what is in `events` will ever be stored; append the event as well as applying it.',
      ...lineOf(seen.files, gameFile, 'startGame', /\bapply\s*\(/),
    };
    return notYet('applied-not-recorded', withComparison(told, expected, []));
  }
  const told = {
    headline: 'Your command changed the state but recorded nothing.',
    why: 'After `startGame("Ada", "Grace")` the players are set, yet `events` is empty: nobody who replays this game will ever know who played.',
    ...lineOf(seen.files, gameFile, 'startGame', playerAssignment),
  };
  return notYet('state-changed-no-event', withComparison(told, expected, []));
}

function recordedTwice(seen: Seen<Label>, events: readonly SeenEvent[]): NotYet {
  const told = {
    headline: `One \`startGame\` recorded ${events.length} events.`,
    why: 'A game starts once, so exactly one `GameStarted` is expected. Does the command append it, and something that it calls append it again?',
    ...lineOf(seen.files, gameFile, 'startGame'),
  };
  return notYet('recorded-twice', withComparison(told, [gameStarted('Ada', 'Grace')], events));
}

function judgeEvent(seen: Seen<Label>, event: SeenEvent): NotYet | undefined {
  const expected = [gameStarted('Ada', 'Grace')];
  if (event.type !== 'GameStarted') {
    const told = {
      headline: `You recorded a \`${event.type}\`, and a \`GameStarted\` was expected.`,
      why: 'An event is named for what has happened, in the past tense; the type is how a reader of the stream knows what it means years later.',
      ...lineOf(seen.files, gameFile, 'startGame'),
    };
    return notYet('wrong-event-type', withComparison(told, expected, [event]));
  }
  const names = stringsOf(event);
  if (!names.includes('Ada') || !names.includes('Grace')) {
    const told = {
      headline: 'Your `GameStarted` does not say who plays.',
      why: 'The names stand in no event, so they cannot be brought back by a replay: what an event leaves out is lost for good.',
      ...lineOf(seen.files, eventsFile, 'GameStarted'),
    };
    return notYet('event-without-names', withComparison(told, expected, [event]));
  }
  if (stringOf(fieldOf(event, 'playerOne')) === 'Grace') {
    const told = {
      headline: 'Your `GameStarted` has the two names the wrong way round.',
      why: 'Every replay will believe what the event says, so the mistake would stay in the stream for ever.',
      ...lineOf(seen.files, gameFile, 'startGame'),
    };
    return notYet('event-names-swapped', withComparison(told, expected, [event]));
  }
  return undefined;
}

/** Only what is seen in both the behaviour and the source is called a mistake: state may well be set, by applying the event. */
function judgeState(seen: Seen<Label>): NotYet | undefined {
  if (hasNoPlayers(seen, 'after') || !memberContains(seen.files, gameFile, 'startGame', playerAssignment))
    return undefined;
  return notYet('state-set-beside-event', {
    headline: 'Your command records the event and still sets the players itself.',
    why: 'Then there are two truths, and only one of them is stored: whatever the command does on its own is missing after a replay.',
    ...lineOf(seen.files, gameFile, 'startGame', playerAssignment),
  });
}
