import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';
const repository = 'src/persistence/event-store-db.ts';

export const uncommitted: readonly Mistake[] = [
  {
    name: 'events-incomplete',
    step: '3.6',
    edits: [
      {
        file: game,
        was: '[...this.historicalEvents, ...this.uncommittedEvents]',
        becomes: 'this.historicalEvents.length > 0 ? this.historicalEvents : this.uncommittedEvents',
      },
    ],
  },
  {
    name: 'game-from-memory',
    step: '3.6',
    edits: [
      {
        file: repository,
        was: 'readonly client: EventStoreDBClient;',
        becomes: `
          private readonly games = new Map<string, Game>();
          readonly client: EventStoreDBClient;`,
      },
      {
        file: repository,
        was: 'await this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY });',
        becomes: `
          await this.client.appendToStream(streamOf(game.id), events, { expectedRevision: ANY });
          this.games.set(game.id, game);`,
      },
      {
        file: repository,
        was: 'const history: GameEvent[] = [];',
        becomes: `
          const known = this.games.get(gameId);
          if (known !== undefined) return known;

          const history: GameEvent[] = [];`,
      },
    ],
  },
  {
    name: 'history-forgotten',
    step: '3.6',
    edits: [
      {
        file: game,
        was: 'private readonly _board = new Board();',
        becomes: `
          private readonly remembered: GameEvent[] = [];
          private readonly _board = new Board();`,
      },
      { file: game, was: 'this.historicalEvents.push(event);', becomes: 'this.remembered.push(event);' },
      {
        file: game,
        was: '[...this.historicalEvents, ...this.uncommittedEvents]',
        becomes: '[...this.remembered, ...this.uncommittedEvents]',
      },
    ],
  },
  {
    name: 'history-stored-again',
    step: '3.6',
    edits: [{ file: repository, was: 'game.uncommittedEvents', becomes: 'game.events' }],
  },
  {
    name: 'load-re-records',
    step: '3.6',
    edits: [
      {
        file: game,
        was: `
          for (const event of events) {
            this.apply(event);
            this.historicalEvents.push(event);
          }`,
        becomes: 'for (const event of events) this.processEvent(event);',
      },
    ],
  },
  {
    name: 'new-before-old',
    step: '3.6',
    edits: [
      {
        file: game,
        was: '[...this.historicalEvents, ...this.uncommittedEvents]',
        becomes: '[...this.uncommittedEvents, ...this.historicalEvents]',
      },
    ],
  },
  {
    name: 'new-event-is-history',
    step: '3.6',
    edits: [
      { file: game, was: '[...this.historicalEvents, ...this.uncommittedEvents]', becomes: 'this.historicalEvents' },
      {
        file: game,
        was: 'this.uncommittedEvents.push(event);',
        becomes: `
          this.historicalEvents.push(event);
          this.uncommittedEvents.push(event);`,
      },
    ],
  },
  {
    name: 'new-events-out-of-order',
    step: '3.6',
    edits: [
      {
        file: game,
        was: 'this.uncommittedEvents.push(event);',
        becomes: "this.uncommittedEvents.splice(event.type === 'GameFinished' ? 1 : 0, 0, event);",
      },
    ],
  },
  {
    name: 'old-and-new-mixed',
    step: '3.6',
    edits: [
      {
        file: game,
        was: 'this.uncommittedEvents.push(event);',
        becomes: `
          if (this.historicalEvents.length > 0) this.historicalEvents.push(event);
          else this.uncommittedEvents.push(event);`,
      },
      {
        file: repository,
        was: 'const events = game.uncommittedEvents.map(toEventData);',
        becomes: `
          const isNew = game.uncommittedEvents.length > 0;
          const events = (isNew ? game.uncommittedEvents : game.historicalEvents).map(toEventData);`,
      },
    ],
  },
  {
    name: 'one-list-for-all',
    step: '3.6',
    edits: [
      {
        file: game,
        was: `
          /** What is stored already. */
          historicalEvents: GameEvent[] = [];
          /** What has happened since, and is still to be stored. */
          uncommittedEvents: GameEvent[] = [];`,
        becomes: 'events: GameEvent[] = [];',
      },
      { file: game, was: 'this.historicalEvents.push(event);', becomes: 'this.events.push(event);' },
      {
        file: game,
        was: `
          /** Everything that has happened, in its order. */
          get events(): readonly GameEvent[] {
            return [...this.historicalEvents, ...this.uncommittedEvents];
          }`,
        becomes: '',
      },
      { file: game, was: 'this.uncommittedEvents.push(event);', becomes: 'this.events.push(event);' },
      { file: repository, was: 'game.uncommittedEvents', becomes: 'game.events' },
    ],
  },
  {
    name: 'recorded-not-applied',
    step: '3.6',
    edits: [
      {
        file: game,
        was: 'const result = this._board.getResult();',
        becomes: `
          const board = new Board();
          for (const event of this.events) {
            if (event.type === 'MoveMade') board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
          }
          const result = board.getResult();`,
      },
      {
        file: game,
        was: `
          this.apply(event);
          this.uncommittedEvents.push(event);`,
        becomes: 'this.uncommittedEvents.push(event);',
      },
    ],
  },
  {
    name: 'load-differs',
    step: '3.6',
    edits: [
      {
        file: game,
        was: 'this.historicalEvents.push(event);',
        becomes: `
          this.historicalEvents.push(event);
          if (this.historicalEvents.length === 3) this.nextPlayer = undefined;`,
      },
    ],
  },
];
