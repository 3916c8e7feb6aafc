import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const repository = 'src/persistence/event-store-db.ts';
const game = 'src/domain/game.ts';

export const play: readonly Mistake[] = [
  {
    name: 'end-not-brought-back',
    step: '3.8',
    edits: [
      {
        file: repository,
        was: 'readonly client: EventStoreDBClient;',
        becomes: `
          readonly client: EventStoreDBClient;
          private readonly known = new Map<string, GameEvent[][]>();`,
      },
      {
        file: repository,
        was: 'game.loadFromHistory(history);',
        becomes: `
          const earlier = this.known.get(gameId) ?? [];
          this.known.set(gameId, [...earlier, history]);
          game.loadFromHistory(earlier[1] ?? history);`,
      },
    ],
  },
  {
    name: 'other-stream',
    step: '3.8',
    edits: [
      {
        file: repository,
        was: 'map(toEventData)',
        becomes: 'map(toEventData).slice(game.historicalEvents.length > 41 ? 1 : 0)',
      },
    ],
  },
  {
    name: 'play-refused',
    step: '3.8',
    edits: [
      {
        file: repository,
        was: 'const events = game.uncommittedEvents.map(toEventData);',
        becomes: `
          if (game.historicalEvents.length > 40) throw new RangeError('This game is too long.');
          const events = game.uncommittedEvents.map(toEventData);`,
      },
    ],
  },
  {
    name: 'refused-move-stored',
    step: '3.8',
    edits: [
      {
        file: game,
        was: `if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
        becomes: '',
      },
    ],
  },
  {
    name: 'refused-without-name',
    step: '3.8',
    edits: [
      {
        file: game,
        was: `InvalidMoveError(\`Column \${column} is full.\`)`,
        becomes: `Error(\`Column \${column} is full.\`)`,
      },
    ],
  },
  {
    name: 'broke-instead-of-refusing',
    step: '3.8',
    edits: [
      {
        file: game,
        was: `if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
        becomes: `
          const free = this._board.hasRoomInColumn(column) ? { column } : undefined;
          this.decide((free as { column: Column }).column);`,
      },
      {
        file: game,
        was: 'private finishIfOver(): void {',
        becomes: `
          private decide(column: Column): Column {
            return column;
          }

          private finishIfOver(): void {`,
      },
    ],
  },
];
