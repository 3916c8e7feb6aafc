import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

export const constraints: readonly Mistake[] = [
  {
    name: 'broke-instead-of-refusing',
    step: '2.3',
    edits: [
      {
        file: game,
        was: 'makeMove({ player, column }: Move): void {',
        becomes: `
          /** The lowest hole of a column that is still empty. */
          private lowestHole(column: Column): { readonly row: number } {
            return [0, 1, 2, 3, 4, 5].map((row) => ({ row }))[this._board.state[column].length];
          }

          makeMove({ player, column }: Move): void {`,
      },
      {
        file: game,
        was: `
          if (player !== this.nextPlayer)
            throw new InvalidMoveError(\`It is the turn of \${this.nextPlayer}, not of \${player}.\`);
          if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);

          this.processEvent({ type: 'MoveMade', player, column });`,
        becomes: `
          if (player !== this.nextPlayer)
            throw new InvalidMoveError(\`It is the turn of \${this.nextPlayer}, not of \${player}.\`);

          this.lowestHole(column).row.toFixed();
          this.processEvent({ type: 'MoveMade', player, column });`,
      },
    ],
  },
  {
    name: 'fair-move-refused',
    step: '2.3',
    edits: [
      { file: game, was: '!this._board.hasRoomInColumn(column)', becomes: 'this._board.state[column].length >= 5' },
    ],
  },
  {
    name: 'full-column-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
        becomes: '',
      },
    ],
  },
  {
    name: 'move-before-start-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `
          if (!this.hasStarted) throw new InvalidMoveError('This game has not started yet.');
          if (this.isFinished) throw new InvalidMoveError('This game is over.');
          if (player !== this.nextPlayer)`,
        becomes: `
          if (this.isFinished) throw new InvalidMoveError('This game is over.');
          if (this.nextPlayer !== undefined && player !== this.nextPlayer)`,
      },
    ],
  },
  {
    name: 'move-out-of-turn-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `
          if (player !== this.nextPlayer)
            throw new InvalidMoveError(\`It is the turn of \${this.nextPlayer}, not of \${player}.\`);`,
        becomes: '',
      },
    ],
  },
  {
    name: 'recorded-before-refusing',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `
          if (player !== this.nextPlayer)
            throw new InvalidMoveError(\`It is the turn of \${this.nextPlayer}, not of \${player}.\`);
          if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);

          this.processEvent({ type: 'MoveMade', player, column });`,
        becomes: `
          if (player !== this.nextPlayer)
            throw new InvalidMoveError(\`It is the turn of \${this.nextPlayer}, not of \${player}.\`);

          const hadRoom = this._board.hasRoomInColumn(column);
          this.processEvent({ type: 'MoveMade', player, column });
          if (!hadRoom) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
      },
    ],
  },
  {
    name: 'refused-silently',
    step: '2.3',
    edits: [{ file: game, was: `throw new InvalidMoveError(\`Column \${column} is full.\`)`, becomes: 'return' }],
  },
  {
    name: 'started-again',
    step: '2.3',
    edits: [
      { file: game, was: 'GameAlreadyStartedError, InvalidMoveError', becomes: 'InvalidMoveError' },
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes: '',
      },
    ],
  },
  {
    name: 'state-set-before-constraint',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
        becomes: `
          if (!this._board.hasRoomInColumn(column)) {
            this.nextPlayer = player === this.playerOne ? this.playerTwo : this.playerOne;
            throw new InvalidMoveError(\`Column \${column} is full.\`);
          }`,
      },
    ],
  },
  {
    name: 'stranger-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `
          if (player !== this.nextPlayer)
            throw new InvalidMoveError(\`It is the turn of \${this.nextPlayer}, not of \${player}.\`);`,
        becomes: `
          const waiting = this.nextPlayer === this.playerOne ? this.playerTwo : this.playerOne;
          if (player === waiting) throw new InvalidMoveError(\`It is not the turn of \${player}.\`);`,
      },
    ],
  },
  {
    name: 'wrong-error',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `InvalidMoveError(\`Column \${column} is full.\`)`,
        becomes: `Error(\`Column \${column} is full.\`)`,
      },
    ],
  },
];
