import { step } from '../../../src/course/exercise.ts';
import {
  call,
  connect,
  createGame,
  createRepository,
  keepMember,
  kept,
  look,
  read,
  value,
} from '../../../src/course/scenario.ts';
import { passed } from '../../../src/course/telling.ts';
import { judgeAppended } from './appended.ts';
import { get } from './games.ts';
import { judgeLists, judgeUnsaved } from './lists.ts';
import { gameFile } from './places.ts';
import type { Players } from './wire.ts';

const players: Players = ['Radia', 'Alan'];

export const uncommitted = step({
  number: '3.6',
  title: 'Old and new',
  place: { file: gameFile, member: 'uncommittedEvents' },
  scenario: {
    client: connect('client'),
    repository: createRepository('repository', 'client'),
    made: createGame('game'),
    started: call('game', 'startGame', ...players.map(value)),
    id: look('game', 'id'),
    keptId: keepMember('id', 'game', 'id'),
    fresh: read('game'),
    added: call('repository', 'add', kept('game')),
    got: get('again', kept('id')),
    loaded: read('again'),
    moved: call('again', 'makeMove', value({ player: players[0], column: 'C' })),
    moving: read('again'),
    addedMove: call('repository', 'add', kept('again')),
    another: createGame('another'),
    anotherStarted: call('another', 'startGame', ...players.map(value)),
    unsaved: players.map((player, turn) => call('another', 'makeMove', value({ player, column: 'EF'[turn] ?? '' }))),
    unsavedState: read('another'),
  },
  mayThrow: ['added', 'got', 'loaded', 'moved', 'moving', 'addedMove', 'unsaved'],
  judge: (seen) => judgeLists(seen) ?? judgeAppended(seen, players) ?? judgeUnsaved(seen, players) ?? passed,
  hints: [
    'A game that was brought back knows two kinds of events: those that it was made from, and those that have happened since. Only one kind is still to be stored.',
    'Two lists, `historicalEvents` and `uncommittedEvents`. `loadFromHistory` fills the one, `processEvent` the other, and `events` becomes a getter that gives out both in order.',
    '`get events() { return [...this.historicalEvents, ...this.uncommittedEvents]; }`, and in the repository’s `add`: `game.uncommittedEvents.map(toEventData)`.',
  ],
  afterwards:
    'That is the solution of the puzzle: history is what the store already knows, and only what is uncommitted is appended. In the panel the two are lanes of their own, and an event changes its lane when it has been stored.',
});
