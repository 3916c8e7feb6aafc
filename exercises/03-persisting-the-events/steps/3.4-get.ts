import { step } from '../../../src/course/exercise.ts';
import type { NotYet } from '../../../src/course/judgement.ts';
import { connect, createGame, createRepository, look, read, value } from '../../../src/course/scenario.ts';
import type { Seen } from '../../../src/course/seen.ts';
import { stringsOf, toEventText } from '../../../src/course/seen-event.ts';
import { lineOf, notYet, passed } from '../../../src/course/telling.ts';
import { fieldIn, get, idIn, judgeGot } from './games.ts';
import { gameFile, readingPlace, repositoryFile } from './places.ts';
import { storedOf } from './stored.ts';
import { besideStored, gameStarted, type Players, streamOf } from './wire.ts';

const game = { id: '5b1d3f0a-8f0e-4b52-9d0c-3f1f6f1c0a34', players: ['Ada', 'Grace'] } as const;
const other = { id: '0c9a7e52-2f7d-4c8e-8a51-6d7a3b9e4f34', players: ['Linus', 'Margaret'] } as const;

interface StoredGame {
  readonly id: string;
  readonly players: Players;
}

type Label = 'got' | 'state' | 'gotOther' | 'stateOther';

export const load = step({
  number: '3.4',
  title: 'Bring it back',
  place: { file: repositoryFile, member: 'get' },
  streams: {
    [streamOf(game.id)]: [gameStarted(game.players)],
    [streamOf(other.id)]: [gameStarted(other.players)],
  },
  scenario: {
    fresh: createGame('fresh'),
    method: look('fresh', 'loadFromHistory'),
    client: connect('client'),
    repository: createRepository('repository', 'client'),
    got: get('game', value(game.id)),
    state: read('game'),
    gotOther: get('other', value(other.id)),
    stateOther: read('other'),
  },
  mayThrow: ['got', 'state', 'gotOther', 'stateOther'],
  judge: (seen) =>
    judgeGot(seen, 'got', 'state') ??
    judgeLoaded(seen, game, 'state') ??
    judgeGot(seen, 'gotOther', 'stateOther') ??
    judgeLoaded(seen, other, 'stateOther') ??
    judgeUntouched(seen) ??
    passed,
  hints: [
    'You have done this before: in 1.6 a fresh `Game` became what it was by applying events to it. Only where the events come from is new.',
    '`loadFromHistory(events)` on `Game` applies each event and keeps it. In `get`: read the stream with `for await`, turn each `event` with `toGameEvent`, make a `new Game(gameId)`, load it, return it.',
    'In `toGameEvent({ type, data })`, for a `GameStarted`: `return { type, playerOne: data.player_one, playerTwo: data.player_two };`. In `get`: `for await (const { event } of this.client.readStream<StoredEvent>(…)) if (event) history.push(toGameEvent(event));`. In `loadFromHistory`: `this.apply(event); this.events.push(event);` for each.',
  ],
  afterwards:
    'Nothing of this game’s state was ever stored, and yet it is back: `get` read what happened, and your own `apply` did the rest. A game that the Python program began comes back just the same.',
});

function judgeLoaded(
  seen: Seen<Label>,
  { id, players }: StoredGame,
  state: 'state' | 'stateOther',
): NotYet | undefined {
  const found = [fieldIn(seen, state, 'playerOne'), fieldIn(seen, state, 'playerTwo')];
  const events = seen.events(state) ?? [];
  if (idIn(seen, state) !== id) {
    return notYet('other-id', {
      headline: `\`get("${id}")\` gave back a game with the id ${idIn(seen, state)}.`,
      why: 'Its next event would go into another stream, and one game would become two: make the `Game` with the id that was asked for.',
      ...lineOf(seen.files, repositoryFile, 'get', /\bnew\s+Game\b/),
    });
  }
  if (found.every((name) => name === undefined)) return withoutPlayers(seen, state, players);
  if (found.join() !== players.join()) {
    return notYet('read-wrong-values', {
      headline: `The stored game is ${players.join(' against ')}, and \`get\` made it ${found.map((name) => name ?? 'nobody').join(' against ')}.`,
      why: 'What was stored must come back as it was, or history is rewritten by reading it: take each value from its own field of that one stream’s data.',
      ...readingPlace(seen.files),
    });
  }
  if (events.length === 1) return undefined;
  if (events.length === 0) {
    return notYet('history-not-kept', {
      headline: 'The game knows its players again, and its `events` are empty.',
      why: 'History and state have to agree on a game that was brought back, too: `loadFromHistory` applies each event and keeps it.',
      ...lineOf(seen.files, gameFile, 'loadFromHistory'),
    });
  }
  return notYet('history-loaded-twice', {
    headline: `There is one event in the stream, and the game that was brought back has ${events.length}.`,
    why: 'Each stored event has happened once: apply it once and keep it once, or the history grows whenever somebody looks at it.',
    ...lineOf(seen.files, gameFile, 'loadFromHistory'),
  });
}

function withoutPlayers(seen: Seen<Label>, state: Label, players: Players): NotYet {
  const [event] = seen.events(state) ?? [];
  if (event === undefined) {
    return notYet('history-not-loaded', {
      headline: '`get` gave back a `Game` to which nothing has happened.',
      why: 'State is made from events and from nothing else: read those in the stream, and load the game from them before you return it.',
      ...lineOf(seen.files, repositoryFile, 'get'),
    });
  }
  if (!players.every((name) => stringsOf(event).includes(name))) {
    const fields = toEventText(event).fields.map(({ name, value: text }) => `${name}: ${text}`);
    return notYet('read-other-keys', {
      headline: `The event came back as \`${event.type} { ${fields.join(', ')} }\`, without its players.`,
      why: `In the store they are called \`player_one\` and \`player_two\`, as the contract says: map these names back to your own.`,
      ...readingPlace(seen.files),
    });
  }
  return notYet('history-not-applied', {
    headline: 'The game that was brought back has its event, and no players.',
    why: 'To keep the events is not enough: only `apply` turns them into state, and without state no constraint can be checked.',
    ...lineOf(seen.files, gameFile, 'loadFromHistory'),
  });
}

function judgeUntouched(seen: Seen<Label>): NotYet | undefined {
  const stored = storedOf(seen, game.id) ?? [];
  if (stored.length === 1) return undefined;
  const told = {
    headline: `Reading a game left ${stored.length} events in its stream, and there was one before.`,
    why: 'Looking at a history must never change it: `get` reads, and only `add` appends.',
    ...lineOf(seen.files, repositoryFile, 'get', /\bappendToStream\b|\badd\b/),
  };
  return notYet('get-writes', besideStored(told, [gameStarted(game.players)], stored));
}
