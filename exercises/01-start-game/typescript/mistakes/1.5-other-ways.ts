import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

/** Other ways to make mistakes that step 1.5 has to tell. */
export const otherRecords: readonly Mistake[] = [
  {
    name: 'players-set-by-a-helper',
    toldAs: 'state-set-beside-event',
    step: '1.5',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          this.processEvent({ type: 'GameStarted', playerOne, playerTwo });
          this.seat(playerOne, playerTwo);`,
      },
      {
        file: game,
        was: `
          apply(event: GameEvent): void {
            switch (event.type) {
              case 'GameStarted':
                this.playerOne = event.playerOne;
                this.playerTwo = event.playerTwo;
                break;
            }
          }`,
        becomes: `
          apply(event: GameEvent): void {
            switch (event.type) {
              case 'GameStarted':
                this.playerOne = event.playerOne;
                this.playerTwo = event.playerTwo;
                break;
            }
          }

          seat(a: string, b: string) {
            this.playerOne = a;
            this.playerTwo = b;
          }`,
      },
    ],
  },
  {
    name: 'players-set-in-the-command',
    toldAs: 'state-set-beside-event',
    step: '1.5',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          this.processEvent({ type: 'GameStarted', playerOne, playerTwo });
          [this.playerOne, this.playerTwo] = [playerOne, playerTwo];`,
      },
      { file: game, was: 'this.apply(event);', becomes: '' },
    ],
  },
  {
    name: 'players-assigned-at-once',
    toldAs: 'state-set-beside-event',
    step: '1.5',
    edits: [
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes: `
          if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
          Object.assign(this, { playerOne, playerTwo });`,
      },
      { file: game, was: 'this.apply(event);', becomes: '' },
    ],
  },
  {
    name: 'one-event-object-for-all',
    toldAs: 'event-changed-later',
    step: '1.5',
    edits: [
      {
        file: game,
        was: '/** A game of Connect Four: the aggregate of this tutorial. */',
        becomes: `
          /** A game of Connect Four: the aggregate of this tutorial. */
          const only: any = { type: 'GameStarted' };`,
      },
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          Object.assign(only, { playerOne, playerTwo });
          this.processEvent(only);`,
      },
    ],
  },
  {
    name: 'names-in-a-function',
    toldAs: 'event-without-names',
    step: '1.5',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: "this.processEvent({ type: 'GameStarted', names: () => [playerOne, playerTwo] } as any);",
      },
      {
        file: game,
        was: `
          this.playerOne = event.playerOne;
          this.playerTwo = event.playerTwo;`,
        becomes: `
          this.playerOne = (event as any).names()[0];
          this.playerTwo = (event as any).names()[1];`,
      },
    ],
  },
  {
    name: 'recorded-in-a-microtask',
    toldAs: 'done-too-late',
    step: '1.5',
    edits: [
      {
        file: game,
        was: 'this.events.push(event);',
        becomes: 'Promise.resolve().then(() => this.events.push(event));',
      },
    ],
  },
];
