import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import {
  appendShared,
  callAndLook,
  connectShared,
  copyEvents,
  createGame,
  createSharedRepository,
  kept,
  look,
  read,
  value,
} from '../../../src/course/scenario.ts';
import { drawTwoPairs } from '../../01-start-game/steps/players.ts';
import type { StoredGame } from './drawn.ts';
import { get, judgeGot } from './games.ts';
import { judgeDirectly, judgeLoaded, judgeUntouched } from './loaded.ts';
import { gameStarted, streamOf } from './wire.ts';

export const load = step({
  number: '3.4',
  title: 'Bring it back',
  place: { module: 'persistence/event-store-db', member: 'get' },
  draw: (draw): { readonly game: StoredGame; readonly other: StoredGame } => {
    const [players, others] = drawTwoPairs(draw);
    return { game: { id: draw.uuid(), players }, other: { id: draw.uuid(), players: others } };
  },
  streams: ({ game, other }) => ({
    [streamOf(game.id)]: [gameStarted(game.players)],
    [streamOf(other.id)]: [gameStarted(other.players)],
  }),
  scenario: ({ game, other }) => ({
    made: createGame('fresh'),
    method: look('fresh', 'loadFromHistory'),
    client: connectShared(),
    repository: createSharedRepository('repository'),
    got: get('game', value(game.id)),
    state: read('game'),
    gotOther: get('other', value(other.id)),
    stateOther: read('other'),
    // Walks to the store and back, in which what nobody waited for is done as well.
    walked: Array.from({ length: 5 }, () => appendShared('somewhere-else', [{ type: 'Waited', data: {} }])),
    later: read('game'),
    copies: copyEvents('history', 'game'),
    direct: { ...callAndLook('fresh', 'loadFromHistory', [kept('history')], 'fresh'), as: 'loaded' },
    directLater: read('fresh'),
    // Who never changes an object gives back another one.
    directGiven: read('loaded'),
  }),
  mayThrow: ['got', 'state', 'gotOther', 'stateOther', 'later', 'copies', 'direct', 'directGiven'],
  judge: (seen, { game, other }) =>
    judgeGot(seen, 'got', 'state') ??
    judgeLoaded(seen, game, 'state') ??
    judgeGot(seen, 'gotOther', 'stateOther') ??
    judgeLoaded(seen, other, 'stateOther') ??
    judgeUntouched(seen, game) ??
    judgeDirectly(seen, game) ??
    passed,
  hints: [
    'You have done this before: in 1.6 a fresh `Game` became what it was by applying events to it. Only where the events come from is new.',
    {
      typescript:
        '`loadFromHistory(events)` on `Game` applies each event and keeps it. In `get`: read the stream with `for await`, turn each `event` with `toGameEvent`, make a `new Game(gameId)`, load it, return it.',
      python:
        '`load_from_history(events)` on `Game` applies each event and keeps it. In `get`: read the stream with `get_stream`, turn each event with `to_game_event`, make a `Game(game_id)`, load it, return it.',
    },
    {
      typescript:
        'In `toGameEvent({ type, data })`, for a `GameStarted`: `return { type, playerOne: data.player_one, playerTwo: data.player_two };`. In `get`: `for await (const { event } of this.client.readStream<StoredEvent>(…)) if (event) history.push(toGameEvent(event));`. In `loadFromHistory`: `this.apply(event); this.events.push(event);` for each.',
      python:
        'In `to_game_event`: `data = json.loads(recorded.data)`, and for a `GameStarted`: `return GameStarted(data["player_one"], data["player_two"])`. In `load_from_history`: `self.apply(event)` and `self.events.append(event)` for each.',
    },
  ],
  afterwards:
    'Nothing of this game’s state was ever stored, and yet it is back: `get` read what happened, and your own `apply` did the rest. A game that a program in another language began comes back just the same.',
});
