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
        was: 'game.loadFromHistory(history);',
        becomes: 'game.loadFromHistory(history.slice(0, 43));',
      },
    ],
  },
  {
    name: 'other-stream',
    step: '3.8',
    edits: [
      { file: repository, was: 'map(toEventData)', becomes: 'map(toEventData).slice(game.events.length > 43 ? 1 : 0)' },
    ],
  },
  {
    name: 'play-refused',
    step: '3.8',
    edits: [
      {
        file: repository,
        was: 'readStream<StoredEvent>(streamOf(gameId))',
        becomes: 'readStream<StoredEvent>(streamOf(gameId), { maxCount: 20 })',
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
];
