import { block, type Lines } from '../lines.ts';

/** How the repository keeps its client. */
export interface ClientStyle {
  readonly name: string;
  readonly members: Lines;
  readonly used: string;
}

export const clients: readonly ClientStyle[] = [
  {
    name: 'a field',
    members: [
      'readonly client: EventStoreDBClient;',
      '',
      ...block('constructor(client: EventStoreDBClient)', ['this.client = client;']),
    ],
    used: 'this.client',
  },
  {
    name: 'a #private field',
    members: [
      '#store: EventStoreDBClient;',
      '',
      ...block('constructor(store: EventStoreDBClient)', ['this.#store = store;']),
    ],
    used: 'this.#store',
  },
  {
    name: 'a parameter property',
    members: block('constructor(private readonly eventStore: EventStoreDBClient)', []),
    used: 'this.eventStore',
  },
];

/** How a stream gets its name. */
export interface StreamNameStyle {
  readonly name: string;
  readonly outside: Lines;
  readonly members: Lines;
  readonly of: (id: string) => string;
}

export const streamNames: readonly StreamNameStyle[] = [
  { name: 'in place', outside: [], members: [], of: (id) => `\`game-\${${id}}\`` },
  {
    name: 'by a function',
    outside: block('function streamOf(gameId: string): string', ["return 'game-'.concat(gameId);"]),
    members: [],
    of: (id) => `streamOf(${id})`,
  },
  { name: 'with a prefix', outside: ["const prefix = 'game-';"], members: [], of: (id) => `prefix + ${id}` },
  {
    name: 'by a static method',
    outside: [],
    members: block('static streamName(id: string): string', ["return ['game', id].join('-');"]),
    of: (id) => `GameRepository.streamName(${id})`,
  },
];

/** How events are appended: `events` holds them as the store takes them. */
export interface AddStyle {
  readonly name: string;
  /** Whether the game is told that its events are stored. */
  readonly commits: boolean;
  readonly append: (client: string, stream: string) => Lines;
}

export const addStyles: readonly AddStyle[] = [
  {
    name: 'all at once, at any revision',
    commits: false,
    append: (client, stream) => [`await ${client}.appendToStream(${stream}, events, { expectedRevision: ANY });`],
  },
  {
    name: 'all at once, and nothing said of the revision',
    commits: true,
    append: (client, stream) => [`await ${client}.appendToStream(${stream}, events);`],
  },
  {
    name: 'one after the other',
    commits: false,
    append: (client, stream) =>
      block('for (const event of events)', [`await ${client}.appendToStream(${stream}, [event]);`]),
  },
  {
    name: 'only where there are some',
    commits: true,
    append: (client, stream) => [
      'if (events.length === 0) return;',
      `await ${client}.appendToStream(${stream}, events, { expectedRevision: ANY });`,
    ],
  },
  {
    name: 'a promise that is passed on',
    commits: false,
    append: (client, stream) => [
      `return ${client}.appendToStream(${stream}, events, { expectedRevision: ANY }).then(() => undefined);`,
    ],
  },
];

/** How a stream is read. `event` is the expression for a mapped `recorded` event; `learn` is what is done with it before. */
export interface GetStyle {
  readonly name: string;
  readonly read: (client: string, stream: string, event: string, learn: Lines) => Lines;
}

const collected = ['const game = new Game(gameId);', 'game.loadFromHistory(history);', 'return game;'];

export const getStyles: readonly GetStyle[] = [
  {
    name: 'collected, then loaded',
    read: (client, stream, event, learn) => [
      'const history: GameEvent[] = [];',
      ...block(`for await (const { event: recorded } of ${client}.readStream<StoredEvent>(${stream}))`, [
        'if (recorded === undefined) continue;',
        ...learn,
        `history.push(${event});`,
      ]),
      ...collected,
    ],
  },
  {
    name: 'loaded one by one',
    read: (client, stream, event, learn) => [
      'const game = new Game(gameId);',
      ...block(`for await (const resolved of ${client}.readStream<StoredEvent>(${stream}))`, [
        'const recorded = resolved.event;',
        'if (!recorded) continue;',
        ...learn,
        `game.loadFromHistory([${event}]);`,
      ]),
      'return game;',
    ],
  },
  {
    name: 'in pages',
    read: (client, stream, event, learn) => [
      'const history: GameEvent[] = [];',
      'let fromRevision = 0n;',
      'let isMore = true;',
      ...block('while (isMore)', [
        'isMore = false;',
        `const page = ${client}.readStream<StoredEvent>(${stream}, { fromRevision, maxCount: 16 });`,
        ...block('for await (const { event: recorded } of page)', [
          'if (recorded === undefined) continue;',
          'fromRevision = recorded.revision + 1n;',
          'isMore = true;',
          ...learn,
          `history.push(${event});`,
        ]),
      ]),
      ...collected,
    ],
  },
  {
    name: 'as a list, then mapped',
    read: (client, stream, event, learn) => [
      'const all: RecordedEvent<StoredEvent>[] = [];',
      ...block(`for await (const each of ${client}.readStream<StoredEvent>(${stream}, { direction: 'forwards' }))`, [
        'if (each.event) all.push(each.event);',
      ]),
      `const history = ${learn.length === 0 ? `all.map((recorded) => ${event})` : '[] as GameEvent[]'};`,
      ...(learn.length === 0 ? [] : block('for (const recorded of all)', [...learn, `history.push(${event});`])),
      ...collected,
    ],
  },
];
