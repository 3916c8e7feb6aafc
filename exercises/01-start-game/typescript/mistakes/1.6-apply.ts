import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

export const apply: readonly Mistake[] = [
  {
    name: 'apply-does-nothing',
    step: '1.6',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          this.setPlayers(playerOne, playerTwo);
          this.processEvent({ type: 'GameStarted', playerOne, playerTwo });`,
      },
      {
        file: game,
        was: `
          this.playerOne = event.playerOne;
          this.playerTwo = event.playerTwo;`,
        becomes: '',
      },
      {
        file: game,
        was: 'get hasStarted(): boolean {',
        becomes: `
          private setPlayers(playerOne: string, playerTwo: string): void {
            this.playerOne = playerOne;
            this.playerTwo = playerTwo;
          }

          get hasStarted(): boolean {`,
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
    name: 'apply-wrong-players',
    step: '1.6',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          this.seat(playerOne, playerTwo);
          this.processEvent({ type: 'GameStarted', playerOne, playerTwo });`,
      },
      {
        file: game,
        was: `
          this.playerOne = event.playerOne;
          this.playerTwo = event.playerTwo;`,
        becomes: `
          this.playerOne ??= 'Ada';
          this.playerTwo ??= 'Grace';`,
      },
      {
        file: game,
        was: 'get hasStarted(): boolean {',
        becomes: `
          private seat(playerOne: string, playerTwo: string): void {
            this.playerOne = playerOne;
            this.playerTwo = playerTwo;
          }

          get hasStarted(): boolean {`,
      },
    ],
  },
  {
    name: 'live-differs-from-rebuilt',
    step: '1.6',
    edits: [
      {
        file: game,
        was: 'this.apply(event);',
        becomes: 'this.apply({ ...event, playerTwo: event.playerTwo.slice(0, 5) });',
      },
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
