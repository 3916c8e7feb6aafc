import type { Mistake } from '../../../../src/course/proof/mistakes.ts';

const game = 'src/domain/game.ts';
const events = 'src/domain/events.ts';

export const record: readonly Mistake[] = [
  {
    name: 'applied-not-recorded',
    step: '1.5',
    edits: [{ file: game, was: 'this.processEvent', becomes: 'this.apply' }],
  },
  {
    name: 'event-names-swapped',
    step: '1.5',
    edits: [
      { file: game, was: 'playerOne, playerTwo', becomes: 'playerOne: playerTwo, playerTwo: playerOne' },
      { file: game, was: 'this.playerOne = event.playerOne;', becomes: 'this.playerOne = event.playerTwo;' },
      { file: game, was: 'this.playerTwo = event.playerTwo;', becomes: 'this.playerTwo = event.playerOne;' },
    ],
  },
  {
    name: 'event-without-names',
    step: '1.5',
    edits: [
      {
        file: events,
        was: 'begun, between these two players. *',
        becomes: 'begun. What has to be remembered about that? (Step 1.5) *',
      },
      {
        file: events,
        was: `
          readonly playerOne: string;
          readonly playerTwo: string;`,
        becomes: '',
      },
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          this.playerOne = playerOne;
          this.playerTwo = playerTwo;
          this.events.push({ type: 'GameStarted' });`,
      },
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
    name: 'recorded-twice',
    step: '1.5',
    edits: [
      {
        file: game,
        was: 'this.events.push(event);',
        becomes: `
          this.events.push(event);
          this.events = [...this.events, event];`,
      },
    ],
  },
  {
    name: 'state-changed-no-event',
    step: '1.5',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          this.playerOne = playerOne;
          this.playerTwo = playerTwo;`,
      },
    ],
  },
  {
    name: 'state-set-beside-event',
    step: '1.5',
    edits: [
      {
        file: game,
        was: "this.processEvent({ type: 'GameStarted', playerOne, playerTwo });",
        becomes: `
          this.playerOne = playerOne;
          this.playerTwo = playerTwo;
          this.processEvent({ type: 'GameStarted', playerOne, playerTwo });`,
      },
    ],
  },
  {
    name: 'wrong-event-type',
    step: '1.5',
    edits: [
      {
        file: game,
        was: "import type { GameEvent } from './events'",
        becomes: "type GameEvent = { type: 'StartGame'; playerOne: string; playerTwo: string }",
      },
      { file: game, was: "'GameStarted',", becomes: "'StartGame'," },
      { file: game, was: "case 'GameStarted':", becomes: "case 'StartGame':" },
    ],
  },
];
