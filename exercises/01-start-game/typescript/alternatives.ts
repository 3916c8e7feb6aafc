import type { Alternative } from '../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Right solutions in other styles, each in the few words that it changes. */
const alternatives: readonly Alternative[] = [
  {
    name: 'events-by-number',
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
          enum EventType {
            GameStarted,
            MoveMade,
          }
          export class Game {
            playerOne: string | undefined;
            playerTwo: string | undefined;
            events: any[] = [];
            startGame(a: string, b: string) {
              if (this.playerOne !== undefined) throw new GameAlreadyStartedError('no');
              const e = { type: EventType.GameStarted, a, b };
              this.events.push(e);
              this.apply(e);
            }
            apply(e: any) {
              if (e.type === EventType.GameStarted) {
                this.playerOne = e.a;
                this.playerTwo = e.b;
              }`,
      },
    ],
  },
  {
    name: 'accessor-fields',
    edits: [
      {
        file: game,
        was: `
          playerOne: string | undefined = undefined;
          playerTwo: string | undefined = undefined;`,
        becomes: `
          accessor playerOne: string | undefined = undefined;
          public accessor playerTwo: string | undefined = undefined;`,
      },
    ],
  },
];

export default alternatives;
