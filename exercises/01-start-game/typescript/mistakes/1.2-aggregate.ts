import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

export const aggregate: readonly Mistake[] = [
  {
    name: 'empty-name',
    step: '1.2',
    edits: [
      { file: game, was: 'playerOne: string | undefined = undefined', becomes: "playerOne: string | undefined = ''" },
    ],
  },
  {
    name: 'no-players',
    step: '1.2',
    edits: [
      {
        file: game,
        was: `
          playerOne: string | undefined = undefined;
          playerTwo: string | undefined = undefined;`,
        becomes: 'players: string[] = [];',
      },
      {
        file: game,
        was: `
          this.playerOne = event.playerOne;
          this.playerTwo = event.playerTwo;`,
        becomes: 'this.players = [event.playerOne, event.playerTwo];',
      },
      { file: game, was: 'return this.playerOne !== undefined;', becomes: 'return this.players.length > 0;' },
    ],
  },
  {
    name: 'players-before-start',
    step: '1.2',
    edits: [
      {
        file: game,
        was: 'playerOne: string | undefined = undefined',
        becomes: "playerOne: string | undefined = 'player one'",
      },
    ],
  },
];
