import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';

export const once: readonly Mistake[] = [
  {
    name: 'broke-instead-of-refusing',
    step: 'bonus',
    edits: [
      { file: game, was: "import { GameAlreadyStartedError } from './errors';", becomes: '' },
      { file: game, was: 'events: GameEvent[] = [];', becomes: 'events: readonly GameEvent[] = [];' },
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes: '',
      },
      {
        file: game,
        was: `
          this.apply(event);
          this.events.push(event);`,
        becomes: `
          (this.events as GameEvent[]).push(event);
          this.events = Object.freeze(this.events);
          this.apply(event);`,
      },
    ],
  },
  {
    name: 'recorded-before-refusing',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: `
          if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
          this.processEvent({ type: 'GameStarted', playerOne, playerTwo });`,
        becomes: `
          const hadStarted = this.hasStarted;
          this.events.push({ type: 'GameStarted', playerOne, playerTwo });
          if (hadStarted) throw new GameAlreadyStartedError('This game has already started.');
          this.apply({ type: 'GameStarted', playerOne, playerTwo });`,
      },
    ],
  },
  {
    name: 'refused-silently',
    step: 'bonus',
    edits: [
      { file: game, was: "import { GameAlreadyStartedError } from './errors';", becomes: '' },
      { file: game, was: "throw new GameAlreadyStartedError('This game has already started.')", becomes: 'return' },
    ],
  },
  {
    name: 'started-twice',
    step: 'bonus',
    edits: [
      { file: game, was: "import { GameAlreadyStartedError } from './errors';", becomes: '' },
      {
        file: game,
        was: "if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');",
        becomes: '',
      },
    ],
  },
  {
    name: 'state-set-before-constraint',
    step: 'bonus',
    edits: [
      {
        file: game,
        was: `
          if (this.hasStarted) throw new GameAlreadyStartedError('This game has already started.');
          this.processEvent({ type: 'GameStarted', playerOne, playerTwo });`,
        becomes: `
          const event: GameEvent = { type: 'GameStarted', playerOne, playerTwo };
          this.apply(event);
          if (this.events.length > 0) throw new GameAlreadyStartedError('This game has already started.');
          this.events.push(event);`,
      },
    ],
  },
  {
    name: 'wrong-error',
    step: 'bonus',
    edits: [
      { file: game, was: "import { GameAlreadyStartedError } from './errors';", becomes: '' },
      { file: game, was: 'new GameAlreadyStartedError', becomes: 'new Error' },
    ],
  },
];
