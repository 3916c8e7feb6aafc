import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step 1.3 has to tell. */
export const otherCommands: readonly Mistake[] = [
  {
    name: 'players-of-the-last-game',
    toldAs: 'state-shared',
    step: '1.3',
    edits: [
      {
        file: game,
        was: `
          import type { GameEvent } from './events';

          /** A game of Connect Four: the aggregate of this tutorial. */
          export class Game {
            playerOne: string | undefined = undefined;
            playerTwo: string | undefined = undefined;
            events: GameEvent[] = [];

            startGame(playerOne: string, playerTwo: string): void {
              if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
              this.processEvent({ type: 'GameStarted', playerOne, playerTwo });
            }

            apply(event: GameEvent): void {
              switch (event.type) {
                case 'GameStarted':
                  this.playerOne = event.playerOne;
                  this.playerTwo = event.playerTwo;
                  break;
              }
            }

            get hasStarted(): boolean {
              return this.playerOne !== undefined;
            }

            private processEvent(event: GameEvent): void {
              this.apply(event);
              this.events.push(event);`,
        becomes: `
          const shared: any = {};
          export class Game {
            events: any[] = [];
            get playerOne() {
              return this.events.length ? shared.one : undefined;
            }
            get playerTwo() {
              return this.events.length ? shared.two : undefined;
            }
            startGame(a: string, b: string) {
              if (this.events.length) throw new GameAlreadyStartedError('x');
              const e = { type: 'GameStarted', a, b };
              this.events.push(e);
              this.apply(e);
            }
            apply(e: any) {
              shared.one = e.a;
              shared.two = e.b;`,
      },
    ],
  },
  {
    name: 'applied-in-a-microtask',
    toldAs: 'done-too-late',
    step: '1.3',
    edits: [{ file: game, was: 'this.apply(event);', becomes: 'queueMicrotask(() => this.apply(event));' }],
  },
  {
    name: 'applied-in-a-promise',
    toldAs: 'done-too-late',
    step: '1.3',
    edits: [
      {
        file: game,
        was: 'apply(event: GameEvent): void {',
        becomes: `
          async apply(event: GameEvent): Promise<void> {
            await null;`,
      },
    ],
  },
];
