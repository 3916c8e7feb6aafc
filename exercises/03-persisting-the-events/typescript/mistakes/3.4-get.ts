import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const repository = 'src/persistence/event-store-db.ts';
const game = 'src/domain/game.ts';
const mapping = 'src/persistence/event-mapping.ts';

export const get: readonly Mistake[] = [
  {
    name: 'get-failed',
    step: '3.4',
    edits: [
      {
        file: repository,
        was: 'readonly client: EventStoreDBClient;',
        becomes: `
          private readonly known = new Set<string>();
          readonly client: EventStoreDBClient;`,
      },
      {
        file: repository,
        was: 'const events = game.uncommittedEvents.map(toEventData);',
        becomes: `
          this.known.add(game.id);
          const events = game.uncommittedEvents.map(toEventData);`,
      },
      {
        file: repository,
        was: 'for await (const { event } of this.client.readStream<StoredEvent>(streamOf(gameId))) {',
        becomes: `
          if (!this.known.has(gameId)) throw new Error(\`There is no game \${gameId}.\`);
          for await (const { event } of this.client.readStream<StoredEvent>(streamOf(gameId))) {`,
      },
    ],
  },
  {
    name: 'get-returns-nothing',
    step: '3.4',
    edits: [
      {
        file: repository,
        was: 'async get(gameId: string): Promise<Game>',
        becomes: 'async get(gameId: string): Promise<any>',
      },
      { file: repository, was: 'return game;', becomes: '' },
    ],
  },
  {
    name: 'get-writes',
    step: '3.4',
    edits: [
      {
        file: repository,
        was: 'return game;',
        becomes: `
          await this.client.appendToStream(streamOf(gameId), history.map(toEventData));
          return game;`,
      },
    ],
  },
  {
    name: 'history-loaded-twice',
    step: '3.4',
    edits: [
      {
        file: game,
        was: 'for (const event of events) {',
        becomes: `
          this.historicalEvents.push(...events);
          for (const event of events) {`,
      },
    ],
  },
  {
    name: 'history-not-applied',
    step: '3.4',
    edits: [
      {
        file: game,
        was: `
          this.apply(event);
          this.historicalEvents.push(event);`,
        becomes: 'this.historicalEvents.push(event);',
      },
    ],
  },
  {
    name: 'history-not-kept',
    step: '3.4',
    edits: [{ file: game, was: 'this.historicalEvents.push(event);', becomes: '' }],
  },
  {
    name: 'history-not-loaded',
    step: '3.4',
    edits: [{ file: repository, was: 'game.loadFromHistory(history);', becomes: '' }],
  },
  {
    name: 'load-from-history-missing',
    step: '3.4',
    edits: [
      { file: game, was: 'loadFromHistory', becomes: 'replayAll' },
      { file: repository, was: 'game.loadFromHistory(history);', becomes: 'game.replayAll(history);' },
    ],
  },
  {
    name: 'other-id',
    step: '3.4',
    edits: [{ file: repository, was: 'const game = new Game(gameId);', becomes: 'const game = new Game();' }],
  },
  {
    name: 'read-other-keys',
    step: '3.4',
    edits: [
      {
        file: mapping,
        was: 'data.player_one, playerTwo: data.player_two',
        becomes: '(data as any).playerOne, playerTwo: (data as any).playerTwo',
      },
    ],
  },
  {
    name: 'read-wrong-values',
    step: '3.4',
    edits: [
      {
        file: mapping,
        was: 'data.player_one, playerTwo: data.player_two',
        becomes: 'data.player_two, playerTwo: data.player_one',
      },
    ],
  },
];
