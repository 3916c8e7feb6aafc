import type { Stage } from '../../../src/course/workspace/stages.ts';

const game = 'src/domain/game.ts';

/** What the solution was before each step, from the last step on. */
const stages: readonly Stage[] = [
  {
    before: 'bonus',
    asGiven: ['src/domain/errors.ts'],
    edits: [
      { file: game, was: "import { GameAlreadyStartedError } from './errors';", becomes: '' },
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes: '',
      },
      {
        file: game,
        was: `
          get hasStarted(): boolean {
            return this.playerOne !== undefined;
          }`,
        becomes: '',
      },
    ],
  },
  {
    before: '1.6',
    edits: [
      { file: game, was: 'this.processEvent(', becomes: 'this.events.push(' },
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
        becomes: '',
      },
      {
        file: game,
        was: `
          private processEvent(event: GameEvent): void {
            this.apply(event);
            this.events.push(event);
          }`,
        becomes: '',
      },
    ],
  },
  {
    before: '1.5',
    asGiven: ['src/domain/events.ts'],
    edits: [
      {
        file: game,
        was: "this.events.push({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          this.playerOne = playerOne;
          this.playerTwo = playerTwo;`,
      },
    ],
  },
  {
    before: '1.4',
    edits: [
      { file: game, was: "import type { GameEvent } from './events';\n\n/**", becomes: '/**' },
      { file: game, was: 'events: GameEvent[] = [];', becomes: '' },
    ],
  },
  {
    before: '1.3',
    edits: [
      {
        file: game,
        was: `
          startGame(playerOne: string, playerTwo: string): void {
            this.playerOne = playerOne;
            this.playerTwo = playerTwo;
          }`,
        becomes: '',
      },
    ],
  },
];

export default stages;
