import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

export const play: readonly Mistake[] = [
  {
    name: 'history-incomplete',
    step: '2.5',
    edits: [
      {
        file: game,
        was: "if (result !== undefined) this.processEvent({ type: 'GameFinished', result });",
        becomes: `
          if (result === undefined || (result === 'PLAYER_TWO_WON' && this.events.length > 40)) return;
          this.processEvent({ type: 'GameFinished', result });`,
      },
    ],
  },
  {
    name: 'win-called-tie',
    step: '2.5',
    edits: [
      { file: game, was: 'BoardState, type Column', becomes: 'BoardState, type Column, columns' },
      {
        file: game,
        was: 'const result = this._board.getResult();',
        becomes: `
          const isFull = columns.every((column) => !this._board.hasRoomInColumn(column));
          const result = isFull ? 'TIED' : this._board.getResult();`,
      },
    ],
  },
  {
    name: 'wrong-winner',
    step: '2.5',
    edits: [
      {
        file: game,
        was: "if (result !== undefined) this.processEvent({ type: 'GameFinished', result });",
        becomes: `
          if (result === undefined) return;
          const isLong = result === 'PLAYER_TWO_WON' && this.events.length > 40;
          this.processEvent({ type: 'GameFinished', result: isLong ? 'PLAYER_ONE_WON' : result });`,
      },
    ],
  },
];
