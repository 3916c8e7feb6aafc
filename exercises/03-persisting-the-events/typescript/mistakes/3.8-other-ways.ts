import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';
const repository = 'src/persistence/event-store-db.ts';

/** Other ways to make mistakes that step 3.8 has to tell. */
export const otherPlays: readonly Mistake[] = [
  {
    name: 'pages-of-a-thousand',
    toldAs: 'read-in-part',
    step: '3.8',
    edits: [
      {
        file: repository,
        was: 'for await (const { event } of this.client.readStream<StoredEvent>(streamOf(gameId))) {',
        becomes:
          'for await (const { event } of this.client.readStream<StoredEvent>(streamOf(gameId), { maxCount: 1000 })) {',
      },
    ],
  },
  {
    name: 'load-asks-constraint',
    toldAs: 'get-failed',
    step: '3.8',
    edits: [
      {
        file: game,
        was: 'for (const event of events) {',
        becomes: `
          for (const event of events) {
            if (event.type === 'GameStarted' && this.hasStarted) throw new Error('twice');`,
      },
    ],
  },
  {
    name: 'long-history-refused',
    toldAs: 'get-failed',
    step: '3.8',
    edits: [
      {
        file: repository,
        was: 'const game = new Game(gameId);',
        becomes: `
          const game = new Game(gameId);
          if (history.length > 44) throw new Error('too long');`,
      },
    ],
  },
  {
    name: 'history-added-later',
    toldAs: 'other-stream',
    step: '3.8',
    edits: [
      {
        file: repository,
        was: 'const events = game.uncommittedEvents.map(toEventData);',
        becomes: `
          const again = game.historicalEvents.length === 3 ? game.events.slice(0, 1) : [];
          const events = [...again, ...game.uncommittedEvents].map(toEventData);`,
      },
    ],
  },
];
