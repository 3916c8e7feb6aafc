import { step } from '../../../src/course/exercise.ts';
import { passed } from '../../../src/course/feedback/feedback.ts';
import {
  call,
  callAndLook,
  connectShared,
  copyEvents,
  createGame,
  createSharedRepository,
  keepMember,
  kept,
  look,
  read,
} from '../../../src/course/scenario.ts';
import { drawPlayers } from '../../01-start-game/steps/players.ts';
import { drawColumns } from '../../02-play-the-game/steps/drawn-games.ts';
import { move, moves, start } from '../../02-play-the-game/steps/game.ts';
import { judgeAppended } from './appended.ts';
import type { OldAndNew } from './drawn.ts';
import { getKept } from './games.ts';
import { judgeLists } from './lists.ts';
import { judgeUnsaved } from './unsaved.ts';

export const uncommitted = step({
  number: '3.6',
  title: 'Old and new',
  place: { module: 'domain/game', member: 'uncommittedEvents' },
  draw: (draw): OldAndNew => {
    const [column = '', first = '', second = ''] = drawColumns(draw, 3);
    return { players: drawPlayers(draw), column, unsaved: first + second };
  },
  scenario: ({ players, column, unsaved }) => ({
    client: connectShared(),
    repository: createSharedRepository('repository'),
    made: createGame('game'),
    started: start('game', players),
    id: look('game', 'id'),
    keptId: keepMember('id', 'game', 'id'),
    fresh: read('game'),
    added: call('repository', 'add', kept('game')),
    got: getKept('again', 'id'),
    loaded: read('again'),
    moved: move('again', players[0], column),
    moving: read('again'),
    addedMove: call('repository', 'add', kept('again')),
    others: [createGame('another'), createGame('rebuilt')],
    unstarted: [read('another'), read('rebuilt')],
    anotherStarted: start('another', players),
    unsaved: moves('another', players, unsaved),
    unsavedState: read('another'),
    copies: copyEvents('history', 'another'),
    loadedCopies: { ...callAndLook('rebuilt', 'loadFromHistory', [kept('history')], 'rebuilt'), as: 'given' },
    // Who never changes an object gives back another one.
    given: read('given'),
  }),
  mayThrow: [
    'keptId',
    'added',
    'got',
    'loaded',
    'moved',
    'moving',
    'addedMove',
    'unsaved',
    'copies',
    'loadedCopies',
    'given',
  ],
  judge: (seen, drawn) => judgeLists(seen) ?? judgeAppended(seen, drawn) ?? judgeUnsaved(seen, drawn) ?? passed,
  hints: [
    'A game that was brought back knows two kinds of events: those that it was made from, and those that have happened since. Only one kind is still to be stored.',
    'Two lists, `historicalEvents` and `uncommittedEvents`. `loadFromHistory` fills the one, `processEvent` the other, and `events` becomes a getter that gives out both in order.',
    {
      typescript:
        '`get events() { return [...this.historicalEvents, ...this.uncommittedEvents]; }`, and in the repository’s `add`: `game.uncommittedEvents.map(toEventData)`.',
      python:
        'A property `events` that returns `[*self.historical_events, *self.uncommitted_events]`, and in the repository’s `add`: `[to_new_event(event) for event in game.uncommitted_events]`',
    },
  ],
  afterwards:
    'That is the solution of the puzzle: history is what the store already knows, and only what is uncommitted is appended. In the panel the two are lanes of their own, and an event changes its lane when it has been stored.',
});
