import { step } from '../../../src/course/exercise.ts';
import { notYet, passed } from '../../../src/course/feedback/feedback.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import type { Seen } from '../../../src/course/observation/seen.ts';
import { call, connectShared, createGame, createSharedRepository, kept, look } from '../../../src/course/scenario.ts';
import { inGame } from '../../01-start-game/steps/game.ts';
import { drawTwoPairs, type Players } from '../../01-start-game/steps/players.ts';
import { start } from '../../02-play-the-game/steps/game.ts';
import { idIn } from './games.ts';
import { appending, inRepository } from './places.ts';
import { addFailed, judgeStored, notStored, storedOf } from './stored.ts';
import { besideStored, gameStarted, streamOf } from './wire.ts';

type Label = 'id' | 'otherId' | 'added' | 'addedOther';

export const add = step({
  number: '3.3',
  title: 'Store what happened',
  place: { module: 'persistence/event-store-db', member: 'add' },
  draw: drawTwoPairs,
  scenario: ([players, others]) => ({
    client: connectShared(),
    repository: createSharedRepository('repository'),
    made: createGame('game'),
    started: start('game', players),
    id: look('game', 'id'),
    madeOther: createGame('other'),
    startedOther: start('other', others),
    otherId: look('other', 'id'),
    // The first thing that is asked of the client: it takes so long that what nobody waits for is not stored yet.
    added: call('repository', 'add', kept('game')),
    addedOther: call('repository', 'add', kept('other')),
  }),
  storeAfter: ['added'],
  mayThrow: ['id', 'otherId', 'added', 'addedOther'],
  judge: (seen, [players, others]) => {
    const id = idIn(seen, 'id');
    const otherId = idIn(seen, 'otherId');
    return (
      judgeIds(seen, id, otherId) ??
      judgeAdded(seen, id, players, 'added') ??
      judgeAwaited(seen, id) ??
      judgeAdded(seen, otherId, others, 'addedOther') ??
      passed
    );
  },
  hints: [
    'Three things have to be known before the client can append: which events, in which form, and to which stream.',
    {
      typescript:
        'Write the case `GameStarted` of `toEventData` with `jsonEvent({ type, data })`; the stream is called `game-` and the id. Then `await this.client.appendToStream(…)`.',
      python:
        'Let `to_new_event` make a `NewEvent(type=…, data=…)` of a `GameStarted`, its data as JSON in bytes; the stream is called `game-` and the id. Then `self._client.append_to_stream(…)`.',
    },
    {
      typescript:
        "In `toEventData`: `jsonEvent({ type: event.type, data: { player_one: event.playerOne, player_two: event.playerTwo } })`. In `add`: `await this.client.appendToStream('game-' + game.id, game.events.map(toEventData));`",
      python:
        'In `to_new_event`: `json.dumps(…).encode()` of a dict with `player_one` and `player_two`. In `add`: `self._client.append_to_stream(f"game-{game.id}", current_version=StreamState.ANY, events=[to_new_event(event) for event in game.events])`',
    },
  ],
  afterwards:
    'Your game outlives the program now. Not the object was stored, nor its fields, but what happened: a `GameStarted` in a stream of its own, readable for anybody who knows the contract.',
});

function judgeIds(seen: Seen<Label>, id: string, otherId: string): NotYet | undefined {
  const name = seen.words.member('id');
  if (id === '' || otherId === '') {
    return notYet('id-missing', {
      headline: `A new \`Game\` has no \`${name}\`.`,
      why: 'The id names the stream that its history goes into; without one nobody could ever ask for this game again.',
      ...seen.at(inGame('id'), inGame()),
    });
  }
  if (id !== otherId) return undefined;
  return notYet('ids-shared', {
    headline: `Two new games have the same \`${name}\`: ${id}.`,
    why: 'The id names the stream, so both games would write into one history; give each new `Game` an id of its own, one that is made by chance.',
    ...seen.at(inGame('id'), inGame()),
  });
}

function judgeAdded(seen: Seen<Label>, id: string, names: Players, added: 'added' | 'addedOther'): NotYet | undefined {
  const thrown = seen.thrown(added);
  const events = storedOf(seen, id);
  const [event, second] = events ?? [];
  if (events === undefined || event === undefined) return notStored(seen, id, names[0], thrown);
  if (second !== undefined) {
    const told = {
      headline: `One \`${seen.words.member('add')}\` of a game that was just started stored ${events.length} events.`,
      why: 'What is in a stream has happened exactly as often as it stands there: append each event of the game once.',
      ...seen.at(appending),
    };
    return notYet('stored-twice', besideStored(told, [gameStarted(names)], events));
  }
  return judgeStored(seen, event, gameStarted(names)) ?? (thrown && addFailed(seen, thrown));
}

function judgeAwaited(seen: Seen<Label>, id: string): NotYet | undefined {
  if (seen.storedAfter('added').has(streamOf(id))) return undefined;
  return notYet('await-forgotten', {
    headline: `\`${seen.words.call('add', ['game'])}\` said that it was done, and the event was stored only after that.`,
    why: 'Whoever waits for `add` believes that the game is safe; when storing it fails later, nobody hears of it. Wait for the client before you return.',
    ...seen.at(appending, inRepository('add')),
  });
}
