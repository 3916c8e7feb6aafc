import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step bonus has to tell. */
export const otherRefusals: readonly Mistake[] = [
  {
    name: 'same-players-start-again',
    toldAs: 'started-twice',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes: `
          if (this.hasStarted && this.playerOne !== playerOne)
            throw new GameAlreadyStartedError('This game has already started.');`,
      },
    ],
  },
  {
    name: 'refused-with-a-range-error',
    toldAs: 'wrong-error',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes: "if (this.hasStarted) throw new RangeError('This game has already started.');",
      },
    ],
  },
  {
    name: 'history-cleared-on-refusal',
    toldAs: 'history-changed',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: 'startGame(playerOne: string, playerTwo: string): void {',
        becomes: `
          startGame(playerOne: string, playerTwo: string): void {
            if (this.hasStarted) this.events = [];`,
      },
    ],
  },
  {
    name: 'attempts-counted',
    toldAs: 'state-set-before-constraint',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: 'events: GameEvent[] = [];',
        becomes: `
          events: GameEvent[] = [];
          attempts = 0;`,
      },
      {
        file: game,
        was: 'startGame(playerOne: string, playerTwo: string): void {',
        becomes: `
          startGame(playerOne: string, playerTwo: string): void {
            this.attempts++;`,
      },
    ],
  },
  {
    name: 'event-changed-on-refusal',
    toldAs: 'history-changed',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: 'startGame(playerOne: string, playerTwo: string): void {',
        becomes: `
          startGame(playerOne: string, playerTwo: string): void {
            if (this.hasStarted) (this.events[0] as any).tries = playerOne;`,
      },
    ],
  },
];
