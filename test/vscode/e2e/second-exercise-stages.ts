import type { Stage } from '../learner.ts';

const game = 'src/domain/game.ts';
const events = 'src/domain/events.ts';

const untouched = `  makeMove(move: Move): void {
    // Step 2.2 begins here.
    throw new InvalidMoveError(\`\${move.player} can’t move: \\\`makeMove\\\` is still to be written.\`);
  }`;

const recorded = `    this.processEvent({ type: 'MoveMade', player, column });
`;

const applied = `      case 'MoveMade':
        this._board.addMove(event.column, event.player === this.playerOne ? 'RED' : 'YELLOW');
        this.nextPlayer = event.player === this.playerOne ? this.playerTwo : this.playerOne;
        break;
`;

/** What a learner writes on the way through exercise 2. */
export const secondExercise: readonly Stage[] = [
  {
    edits: [
      {
        file: events,
        find: "  readonly type: 'MoveMade';\n",
        put: "  readonly type: 'MoveMade';\n  readonly player: string;\n  readonly column: Column;\n",
      },
      {
        file: events,
        find: '/** The game has begun,',
        put: "import type { Column } from './board';\n\n/** The game has begun,",
      },
      { file: game, find: untouched, put: `  makeMove({ player, column }: Move): void {\n${recorded}  }` },
      {
        file: game,
        find: '        this.nextPlayer = event.playerOne;\n        break;\n',
        put: `        this.nextPlayer = event.playerOne;\n        break;\n${applied}`,
      },
    ],
    passes: '2.2',
    next: '2.3 open',
  },
  {
    edits: [
      {
        file: game,
        find: recorded,
        put: `    if (player !== this.nextPlayer) throw new InvalidMoveError('It is not your turn.');
    if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError('That column is full.');
${recorded}`,
      },
    ],
    passes: '2.3',
    next: '2.4 open',
  },
  {
    edits: [
      {
        file: events,
        find: 'export type GameEvent = GameStarted | MoveMade;',
        put: `export type GameFinished = {
  readonly type: 'GameFinished';
  readonly result: GameResult;
};

export type GameEvent = GameStarted | MoveMade | GameFinished;`,
      },
      {
        file: events,
        find: "import type { Column } from './board';\n",
        put: "import type { Column } from './board';\nimport type { GameResult } from './result';\n",
      },
      {
        file: game,
        find: recorded,
        put: `${recorded}    const result = this._board.getResult();
    if (result !== undefined) this.processEvent({ type: 'GameFinished', result });
`,
      },
      {
        file: game,
        find: applied,
        put: `${applied}      case 'GameFinished':
        this.result = event.result;
        this.nextPlayer = undefined;
        break;
`,
      },
    ],
    passes: '2.4',
    next: 'Play the game',
  },
];
