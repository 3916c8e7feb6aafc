import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';
const repository = 'src/persistence/event-store-db.ts';

/** Other ways to make mistakes that step 3.4 has to tell. */
export const otherGets: readonly Mistake[] = [
  {
    name: 'load-not-awaited',
    toldAs: 'await-forgotten',
    step: '3.4',
    edits: [
      {
        file: repository,
        was: "import { ANY, type EventStoreDBClient } from '@eventstore/db-client';",
        becomes: `
          import { ANY, type EventStoreDBClient } from '@eventstore/db-client';
          import type { GameEvent } from '../domain/events';`,
      },
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
            const game = new Game(gameId);
            void this.load(game);
            return game;
          }
          private async load(game: Game) {
            const history: GameEvent[] = [];
            for await (const { event } of this.client.readStream<StoredEvent>(streamOf(game.id)))
              if (event) history.push(toGameEvent(event));
            game.loadFromHistory(history);`,
      },
    ],
  },
  {
    name: 'loaded-in-a-promise',
    toldAs: 'done-too-late',
    step: '3.4',
    edits: [
      {
        file: game,
        was: 'loadFromHistory(events: Iterable<GameEvent>): void {',
        becomes: `
          async loadFromHistory(events: Iterable<GameEvent>): Promise<void> {
            await null;`,
      },
      { file: repository, was: 'game.loadFromHistory(history);', becomes: 'await game.loadFromHistory(history);' },
    ],
  },
  {
    name: 'load-refuses',
    step: '3.4',
    edits: [
      {
        file: game,
        was: 'constructor(id: string = crypto.randomUUID()) {',
        becomes: `
          private readonly isKnown: boolean;

          constructor(id?: string) {`,
      },
      {
        file: game,
        was: 'this.id = id;',
        becomes: `
          this.id = id ?? crypto.randomUUID();
          this.isKnown = id !== undefined;`,
      },
      {
        file: game,
        was: 'loadFromHistory(events: Iterable<GameEvent>): void {',
        becomes: `
          loadFromHistory(events: Iterable<GameEvent>): void {
            if (!this.isKnown) throw new InvalidMoveError('This game has no history.');`,
      },
    ],
  },
];
