import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { call, connect, createGame, createRepository, kept, look, value } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { idIn } from './games.ts';
import { gameFile, repositoryFile } from './places.ts';
import { addFailed, judgeStored, notStored, storedOf } from './stored.ts';
import { besideStored, gameStarted, type Players } from './wire.ts';

const players: Players = ['Barbara', 'Edsger'];
const others: Players = ['Tony', 'Adele'];

type Label = 'id' | 'otherId' | 'added' | 'addedOther';

export const add = step({
  number: '3.3',
  title: 'Store what happened',
  place: { file: repositoryFile, member: 'add' },
  scenario: {
    client: connect('client'),
    repository: createRepository('repository', 'client'),
    made: createGame('game'),
    started: call('game', 'startGame', ...players.map(value)),
    id: look('game', 'id'),
    added: call('repository', 'add', kept('game')),
    madeOther: createGame('other'),
    startedOther: call('other', 'startGame', ...others.map(value)),
    otherId: look('other', 'id'),
    addedOther: call('repository', 'add', kept('other')),
  },
  mayThrow: ['added', 'addedOther'],
  judge: (seen) => {
    const id = idIn(seen, 'id');
    const otherId = idIn(seen, 'otherId');
    if (id === '' || otherId === '') {
      return notYet('id-missing', {
        headline: 'A new `Game` has no `id`.',
        why: 'The id names the stream that its history goes into; without one nobody could ever ask for this game again.',
        ...lineOf(seen.files, gameFile, undefined, /\bid\s*[:=?]/),
      });
    }
    if (id === otherId) {
      return notYet('ids-shared', {
        headline: `Two new games have the same \`id\`: ${id}.`,
        why: 'The id names the stream, so both games would write into one history; give each new `Game` an id of its own, such as `crypto.randomUUID()`.',
        ...lineOf(seen.files, gameFile, undefined, /\bid\s*[:=?]/),
      });
    }
    return judgeAdded(seen, id, players, 'added') ?? judgeAdded(seen, otherId, others, 'addedOther') ?? passed;
  },
  hints: [
    'Three things have to be known before the client can append: which events, in which form, and to which stream.',
    'Write the case `GameStarted` of `toEventData` with `jsonEvent({ type, data })`; the stream is called `game-` and the id. Then `await this.client.appendToStream(…)`.',
    "In `toEventData`: `jsonEvent({ type: event.type, data: { player_one: event.playerOne, player_two: event.playerTwo } })`. In `add`: `await this.client.appendToStream('game-' + game.id, game.events.map(toEventData));`",
  ],
  afterwards:
    'Your game outlives the program now. Not the object was stored, nor its fields, but what happened: a `GameStarted` in a stream of its own, readable for anybody who knows the contract.',
});

function judgeAdded(seen: Seen<Label>, id: string, names: Players, added: 'added' | 'addedOther'): NotYet | undefined {
  const thrown = seen.thrown(added);
  const events = storedOf(seen, id);
  const [event, second] = events ?? [];
  if (events === undefined || event === undefined) return notStored(seen, id, names[0], thrown);
  if (second !== undefined) {
    const told = {
      headline: `One \`add\` of a game that was just started stored ${events.length} events.`,
      why: 'What is in a stream has happened exactly as often as it stands there: append each event of the game once.',
      ...lineOf(seen.files, repositoryFile, 'add', /\bappendToStream\b/),
    };
    return notYet('stored-twice', besideStored(told, [gameStarted(names)], events));
  }
  return judgeStored(seen, event, gameStarted(names)) ?? (thrown && addFailed(seen.files, thrown));
}
