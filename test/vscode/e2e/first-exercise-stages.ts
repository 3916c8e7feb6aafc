/** What a learner writes on the way through exercise 1: after each stage one more step passes. */
export interface Stage {
  /** What is typed over which file, in this order. */
  readonly files: Readonly<Record<string, string>>;
  /** The step that passes now. */
  readonly passes: string;
  /** What the status bar says afterwards. */
  readonly next: string;
}

const game = 'src/domain/game.ts';
const events = 'src/domain/events.ts';

const fields = `  playerOne: string | undefined = undefined;
  playerTwo: string | undefined = undefined;
`;
const list = `  events: GameEvent[] = [];
`;
const importEvents = `import type { GameEvent } from './events';

`;

export const stages: readonly Stage[] = [
  {
    files: { [game]: `export class Game {\n${fields}}\n` },
    passes: '1.2',
    next: '1.3 open',
  },
  {
    files: {
      [game]: `export class Game {
${fields}
  startGame(playerOne: string, playerTwo: string): void {
    this.playerOne = playerOne;
    this.playerTwo = playerTwo;
  }
}
`,
    },
    passes: '1.3',
    next: '1.4 open',
  },
  {
    files: {
      [game]: `${importEvents}export class Game {
${fields}${list}
  startGame(playerOne: string, playerTwo: string): void {
    this.playerOne = playerOne;
    this.playerTwo = playerTwo;
  }
}
`,
    },
    passes: '1.4',
    next: '1.5 open',
  },
  {
    files: {
      [events]: `export type GameStarted = {
  readonly type: 'GameStarted';
  readonly playerOne: string;
  readonly playerTwo: string;
};

export type GameEvent = GameStarted;
`,
      [game]: `${importEvents}export class Game {
${fields}${list}
  startGame(playerOne: string, playerTwo: string): void {
    this.events.push({ type: 'GameStarted', playerOne, playerTwo });
  }
}
`,
    },
    passes: '1.5',
    next: '1.6 open',
  },
  {
    files: {
      [game]: `${importEvents}export class Game {
${fields}${list}
  startGame(playerOne: string, playerTwo: string): void {
    const event: GameEvent = { type: 'GameStarted', playerOne, playerTwo };
    this.events.push(event);
    this.apply(event);
  }

  apply(event: GameEvent): void {
    this.playerOne = event.playerOne;
    this.playerTwo = event.playerTwo;
  }
}
`,
    },
    passes: '1.6',
    next: 'Bonus open',
  },
  {
    files: {
      [game]: `${importEvents}class GameAlreadyStartedError extends Error {}

export class Game {
${fields}${list}
  startGame(playerOne: string, playerTwo: string): void {
    if (this.events.length > 0) throw new GameAlreadyStartedError('This game has already started.');
    const event: GameEvent = { type: 'GameStarted', playerOne, playerTwo };
    this.events.push(event);
    this.apply(event);
  }

  apply(event: GameEvent): void {
    this.playerOne = event.playerOne;
    this.playerTwo = event.playerTwo;
  }
}
`,
    },
    passes: 'Bonus',
    next: 'Start the game',
  },
];
