import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step 1.2 has to tell. */
export const otherAggregates: readonly Mistake[] = [
  {
    name: 'player-static',
    toldAs: 'no-players',
    step: '1.2',
    edits: [
      {
        file: game,
        was: 'playerOne: string | undefined = undefined;',
        becomes: 'static playerOne: string | undefined = undefined;',
      },
      { file: game, was: 'this.playerOne = event.playerOne;', becomes: 'Game.playerOne = event.playerOne;' },
      { file: game, was: 'return this.playerOne !== undefined;', becomes: 'return Game.playerOne !== undefined;' },
    ],
  },
  {
    name: 'player-misspelled',
    toldAs: 'no-players',
    step: '1.2',
    edits: [
      {
        file: game,
        was: 'playerTwo: string | undefined = undefined;',
        becomes: 'playerTow: string | undefined = undefined;',
      },
      { file: game, was: 'this.playerTwo = event.playerTwo;', becomes: 'this.playerTow = event.playerTwo;' },
    ],
  },
  {
    name: 'player-unreadable',
    step: '1.2',
    edits: [
      {
        file: game,
        was: 'playerOne: string | undefined = undefined;',
        becomes: `
          private first: { name: string } | undefined = undefined;
          get playerOne(): string | undefined {
            return (this.first as { name: string }).name;
          }
          set playerOne(name: string | undefined) {
            this.first = name === undefined ? undefined : { name };
          }`,
      },
    ],
  },
];
