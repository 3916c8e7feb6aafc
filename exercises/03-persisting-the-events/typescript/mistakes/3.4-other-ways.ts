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
        was: `
          async get(gameId: string): Promise<Game> {
            const history: GameEvent[] = [];`,
        becomes: `
          async get(gameId: string): Promise<Game> {
            const game = new Game(gameId);
            void this.load(game, gameId);
            return game;
          }

          private async load(game: Game, gameId: string): Promise<void> {
            const history: GameEvent[] = [];`,
      },
      {
        file: repository,
        was: `
          const game = new Game(gameId);
          game.loadFromHistory(history);
          return game;`,
        becomes: 'game.loadFromHistory(history);',
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
