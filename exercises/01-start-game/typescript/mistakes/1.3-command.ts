import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

export const command: readonly Mistake[] = [
  {
    name: 'names-swapped',
    step: '1.3',
    edits: [
      { file: game, was: 'this.playerOne = event.playerOne;', becomes: 'this.playerOne = event.playerTwo;' },
      { file: game, was: 'this.playerTwo = event.playerTwo;', becomes: 'this.playerTwo = event.playerOne;' },
    ],
  },
  {
    name: 'players-not-set',
    step: '1.3',
    edits: [{ file: game, was: 'this.playerTwo = event.playerTwo;', becomes: '' }],
  },
  {
    name: 'state-shared',
    step: '1.3',
    edits: [
      {
        file: game,
        was: '/** A game of Connect Four: the aggregate of this tutorial. */',
        becomes: `
          const players: { one?: string; two?: string } = {};

          /** A game of Connect Four: the aggregate of this tutorial. */`,
      },
      {
        file: game,
        was: `
          playerOne: string | undefined = undefined;
          playerTwo: string | undefined = undefined;`,
        becomes: '',
      },
      {
        file: game,
        was: 'startGame(playerOne: string, playerTwo: string): void {',
        becomes: `
          get playerOne(): string | undefined {
            return players.one;
          }

          get playerTwo(): string | undefined {
            return players.two;
          }

          startGame(playerOne: string, playerTwo: string): void {`,
      },
      { file: game, was: 'this.playerOne = event.playerOne;', becomes: 'players.one = event.playerOne;' },
      { file: game, was: 'this.playerTwo = event.playerTwo;', becomes: 'players.two = event.playerTwo;' },
      { file: game, was: 'return this.playerOne !== undefined;', becomes: 'return this.events.length > 0;' },
    ],
  },
];
