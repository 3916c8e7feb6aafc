import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step 2.3 has to tell. */
export const otherConstraints: readonly Mistake[] = [
  {
    name: 'refused-in-a-promise',
    toldAs: 'refused-too-late',
    step: '2.3',
    edits: [
      {
        file: game,
        was: 'makeMove({ player, column }: Move): void {',
        becomes: 'async makeMove({ player, column }: Move): Promise<void> {',
      },
    ],
  },
  {
    name: 'full-for-one-player',
    toldAs: 'full-column-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
        becomes: `
          if (player === this.playerOne && !this._board.hasRoomInColumn(column))
            throw new InvalidMoveError(\`Column \${column} is full.\`);`,
      },
    ],
  },
  {
    name: 'anybody-opens',
    toldAs: 'move-out-of-turn-accepted',
    step: '2.3',
    edits: [
      {
        file: game,
        was: 'if (player !== this.nextPlayer)',
        becomes: 'if (this.events.length > 1 && player !== this.nextPlayer)',
      },
    ],
  },
  {
    name: 'event-changed-on-refusal',
    toldAs: 'history-changed',
    step: '2.3',
    edits: [
      {
        file: game,
        was: `if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
        becomes: `
          if (!this._board.hasRoomInColumn(column)) Object.assign(this.events.at(-1) ?? {}, { full: true });
          if (!this._board.hasRoomInColumn(column)) throw new InvalidMoveError(\`Column \${column} is full.\`);`,
      },
    ],
  },
  {
    name: 'fair-move-lost',
    step: '2.3',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          const full = ([...'ABCDEFG'] as Column[]).find((each) => !this._board.hasRoomInColumn(each));
          if (full !== undefined) return;
          this.processEvent({ type: 'MoveMade', player, column });`,
      },
    ],
  },
  {
    name: 'fair-move-broke',
    step: '2.3',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'MoveMade', player, column });",
        becomes: `
          const full = ([...'ABCDEFG'] as Column[]).find((each) => !this._board.hasRoomInColumn(each));
          const rest: string[] = full === undefined ? ['all'] : [];
          if ((rest[0] as string).length > 0) this.processEvent({ type: 'MoveMade', player, column });`,
      },
    ],
  },
];
