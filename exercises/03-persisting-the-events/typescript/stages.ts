import type { Stage } from '../../../src/course/workspace/stages.ts';

const game = 'src/domain/game.ts';
const repository = 'src/persistence/event-store-db.ts';
const mapping = 'src/persistence/event-mapping.ts';

/** What the solution was before each step, from the last step on. */
const stages: readonly Stage[] = [
  { before: '3.8' },
  {
    before: '3.7',
    edits: [
      {
        file: mapping,
        was: `
          case 'GameFinished':
            return jsonEvent({ type: event.type, data: { result: event.result } });`,
        becomes: `
          default:
            throw new Error(\`There is no way yet to store a \${event.type}.\`);`,
      },
      {
        file: mapping,
        was: `
          case 'GameFinished':
            return { type, result: data.result };`,
        becomes: `
          default:
            throw new Error(\`There is no way yet to read a \${type}.\`);`,
      },
    ],
  },
  {
    before: '3.6',
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
    before: '3.5',
    edits: [
      {
        file: mapping,
        was: `
          case 'MoveMade':
            return jsonEvent({ type: event.type, data: { player: event.player, column: event.column } });`,
        becomes: '',
      },
      {
        file: mapping,
        was: `
          case 'MoveMade':
            return { type, player: data.player, column: data.column };`,
        becomes: '',
      },
    ],
  },
  {
    before: '3.4',
    asGiven: [game],
    edits: [
      {
        file: mapping,
        was: `
          /** An event of the store's as we know it. */
          export function toGameEvent({ type, data }: RecordedEvent<StoredEvent>): GameEvent {
            switch (type) {
              case 'GameStarted':
                return { type, playerOne: data.player_one, playerTwo: data.player_two };
              default:
                throw new Error(\`There is no way yet to read a \${type}.\`);
            }
          }`,
        becomes: `
          /** An event of the store's as we know it. (Step 3.4) */
          export function toGameEvent(recorded: RecordedEvent<StoredEvent>): GameEvent {
            throw new Error(\`There is no way yet to read a \${recorded.type}.\`);
          }`,
      },
      { file: repository, was: "import type { GameEvent } from '../domain/events';", becomes: '' },
      { file: repository, was: 'import { Game }', becomes: 'import type { Game }' },
      { file: repository, was: '{ type StoredEvent, toEventData, toGameEvent }', becomes: '{ toEventData }' },
      {
        file: repository,
        was: `
          const history: GameEvent[] = [];
          for await (const { event } of this.client.readStream<StoredEvent>(streamOf(gameId))) {
            if (event !== undefined) history.push(toGameEvent(event));
          }
          const game = new Game(gameId);
          game.loadFromHistory(history);
          return game;`,
        becomes: `
          // Step 3.4 begins here.
          throw new Error(\`Game \${gameId} can’t be brought back: \\\`get\\\` is still to be written.\`);`,
      },
    ],
  },
];

export default stages;
