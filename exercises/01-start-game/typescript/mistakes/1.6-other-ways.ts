import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step 1.6 has to tell. */
export const otherApplies: readonly Mistake[] = [
  {
    name: 'event-holds-the-game',
    toldAs: 'event-changed-later',
    step: '1.6',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: "this.processEvent({ type: 'GameStarted', game: this, playerOne, playerTwo });",
      },
      {
        file: 'src/domain/events.ts',
        was: 'readonly playerTwo: string;',
        becomes: `
          readonly playerTwo: string;
          readonly game: unknown;`,
      },
    ],
  },
  {
    name: 'event-objects-remembered',
    toldAs: 'apply-needs-the-object',
    step: '1.6',
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
          const known = new WeakMap<object, [string, string]>();
          export class Game {
            playerOne?: string;
            playerTwo?: string;
            events: any[] = [];
            startGame(a: string, b: string) {
              if (this.playerOne) throw new GameAlreadyStartedError('x');
              const e = { type: 'GameStarted', a, b };
              known.set(e, [a, b]);
              this.events.push(e);
              this.apply(e);
            }
            apply(e: any) {
              const k = known.get(e);
              if (k) [this.playerOne, this.playerTwo] = k;`,
      },
    ],
  },
  {
    name: 'apply-wrong-players',
    step: '1.6',
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
          let last: [string, string] | undefined;
          export class Game {
            playerOne?: string;
            playerTwo?: string;
            events: any[] = [];
            startGame(a: string, b: string) {
              if (this.playerOne) throw new GameAlreadyStartedError('x');
              const e = { type: 'GameStarted', a, b };
              last = [a, b];
              this.events.push(e);
              this.apply(e);
            }
            apply(e: any) {
              [this.playerOne, this.playerTwo] = last ?? [];`,
      },
    ],
  },
  {
    name: 'apply-asks-constraint',
    toldAs: 'apply-refuses',
    step: '1.6',
    edits: [
      {
        file: game,
        was: 'apply(event: GameEvent): void {',
        becomes: `
          apply(event: GameEvent): void {
            if (this.playerOne !== undefined) throw new GameAlreadyStartedError('x');`,
      },
    ],
  },
  {
    name: 'apply-changes-event',
    toldAs: 'event-changed-later',
    step: '1.6',
    edits: [
      {
        file: game,
        was: 'apply(event: GameEvent): void {',
        becomes: `
          apply(event: GameEvent): void {
            (event as any).applied = ((event as any).applied ?? 0) + 1;`,
      },
    ],
  },
  {
    name: 'live-differs-from-rebuilt',
    step: '1.6',
    edits: [
      {
        file: game,
        was: 'events: GameEvent[] = [];',
        becomes: `
          events: GameEvent[] = [];
          starter?: string;`,
      },
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes: `
          if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
          this.starter = playerOne;`,
      },
    ],
  },
];
