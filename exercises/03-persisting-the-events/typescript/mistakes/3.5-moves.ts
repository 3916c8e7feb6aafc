import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const repository = 'src/persistence/event-store-db.ts';
const game = 'src/domain/game.ts';
const mapping = 'src/persistence/event-mapping.ts';

export const moves: readonly Mistake[] = [
  {
    name: 'add-failed',
    step: '3.5',
    edits: [
      { file: repository, was: 'ANY, type EventStoreDBClient', becomes: 'NO_STREAM, type EventStoreDBClient' },
      { file: repository, was: 'expectedRevision: ANY', becomes: 'expectedRevision: NO_STREAM' },
    ],
  },
  {
    name: 'history-out-of-order',
    step: '3.5',
    edits: [
      { file: game, was: 'this.historicalEvents.push(event);', becomes: 'this.historicalEvents.unshift(event);' },
    ],
  },
  {
    name: 'move-not-restored',
    step: '3.5',
    edits: [{ file: mapping, was: 'column: data.column', becomes: "column: 'A'" }],
  },
  {
    name: 'move-not-stored',
    step: '3.5',
    edits: [
      {
        file: repository,
        was: 'game.uncommittedEvents',
        becomes: "game.uncommittedEvents.filter(({ type }) => type === 'GameStarted')",
      },
    ],
  },
  {
    name: 'stored-out-of-order',
    step: '3.5',
    edits: [
      {
        file: repository,
        was: 'game.uncommittedEvents',
        becomes: '[...game.uncommittedEvents, ...game.historicalEvents]',
      },
    ],
  },
];
