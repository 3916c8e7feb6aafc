import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

export const apply: readonly Mistake[] = [
  {
    name: 'apply-does-nothing',
    step: '1.6',
    edits: [
      { file: game, was: 'return this.playerOne !== undefined;', becomes: 'return this.events.length > 0;' },
      {
        file: game,
        was: `
          this.playerOne = event.playerOne;
          this.playerTwo = event.playerTwo;`,
        becomes: '',
      },
    ],
  },
  {
    name: 'apply-missing',
    step: '1.6',
    edits: [
      { file: game, was: 'apply(event: GameEvent): void {', becomes: 'private whenHappened(event: GameEvent): void {' },
      { file: game, was: 'this.apply(event);', becomes: 'this.whenHappened(event);' },
    ],
  },
  {
    name: 'apply-records',
    step: '1.6',
    edits: [
      {
        file: game,
        was: 'break;',
        becomes: `
          this.events.push(event);
          break;`,
      },
      { file: game, was: 'this.events.push(event);', becomes: '' },
    ],
  },
  {
    name: 'recorded-not-applied',
    step: '1.6',
    edits: [
      { file: game, was: 'return this.playerOne !== undefined;', becomes: 'return this.events.length > 0;' },
      { file: game, was: 'this.apply(event);', becomes: '' },
    ],
  },
];
